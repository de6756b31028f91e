// SPDX-License-Identifier: GPL-3.0-or-later
// ISO 15118 Plug & Charge through DataTransfer with the strict ocpp-rpc client, in both vendors' forms. What is inside is
// checked against the schemas that tests/ocpp derives from those of OCPP 2.0.1.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

import { schemasOf } from '../ocpp/pncoracle.mjs';
import { Daemon } from './lib/daemon.mjs';
import { Operator } from './lib/pki.mjs';
import { Station } from './lib/station.mjs';
import { until } from './lib/until.mjs';

const modules = fileURLToPath(new URL('node_modules', import.meta.url));
const { createValidator } = createRequire(import.meta.url)('ocpp-rpc');
const validator = createValidator('plug-and-charge', schemasOf(modules));
const emaid = 'DE8AAC12345678X';
const oca = 'org.openchargealliance.iso15118pnc';

const forms = [
  { name: 'current form', vendorId: oca, hashes: 'iso15118CertificateHashData', types: 'certificateType',
    certificate: (pem) => pem, chain: (data) => data.certificateChain },
  { name: 'older form', vendorId: 'iso15118', hashes: '15118CertificateHashData', types: 'typeOfCertificate',
    certificate: (pem) => derOf(pem), chain: (data) => data.cert },
];

const derOf = (pem) => Buffer.from(pem.replace(/-----[^-]+-----/g, ''), 'base64').toString('hex');

for (const { name, vendorId, hashes, types, certificate, chain } of forms) {
  describe(`Plug & Charge, ${name}`, () => {
    let operator, daemon, api, station, responder, estUrl;
    let said = {}; // what the station answers inside, by messageId
    const check = (messageId, kind, data) => validator.validate(`urn:${vendorId}:${messageId}.${kind}`, data);

    // A vendor's message of the station; the data of the answer.
    const transfer = async (messageId, data) => {
      check(messageId, 'req', data);
      const answer = await station.call('DataTransfer', { vendorId, messageId, data: JSON.stringify(data) });
      assert.equal(answer.status, 'Accepted');
      const inside = JSON.parse(answer.data);
      check(messageId, 'conf', inside);
      return inside;
    };
    const authorize = (contract = 'good', more = {}) => transfer('Authorize',
      { idToken: { idToken: emaid, type: 'eMAID' }, [hashes]: [operator.hashData(contract, responder)], ...more });
    // A vendor's message to the station, to its end.
    const send = async (messageId, payload, answer) => {
      said[messageId] = answer;
      const command = await api.post('/stations/PNC-1/plug-and-charge?wait=20', { vendorId, messageId, payload });
      assert.deepEqual(JSON.parse((await station.received('DataTransfer')).data), payload);
      return command;
    };

    before(async () => {
      operator = await Operator.make();
      responder = await operator.respond();
      estUrl = await operator.enroll();
      const evCertificateUrl = await operator.serve(({ body }) => {
        const { iso15118SchemaVersion, exiRequest } = JSON.parse(body);
        const isGood = iso15118SchemaVersion === 'urn:iso:15118:2:2013:MsgDef' && exiRequest === 'AA==';
        return { type: 'application/json', body: JSON.stringify({ status: isGood ? 'Accepted' : 'Failed', exiResponse: isGood ? 'AAE=' : '' }) };
      });
      daemon = await Daemon.start({ acceptUnknown: false, settings: { estUrl, evCertificateUrl, providerTimeoutSeconds: 5, askPrivateResponders: true } });
      const folder = path.join(daemon.dataDir, 'plug-and-charge');
      await mkdir(folder);
      await writeFile(path.join(folder, 'contract-roots.pem'), await operator.pem('root'));
      await daemon.terminate();
      await daemon.restart();
      api = daemon.api;
      await api.register('PNC-1');
      await api.tag('PNCOWNER', { parentIdTag: 'PNCFLEET' });
      station = await Station.boot(daemon, 'PNC-1', { answers: {
        DataTransfer: ({ messageId, data }) => {
          check(messageId, 'req', JSON.parse(data));
          return said[messageId] ? { status: 'Accepted', data: JSON.stringify(said[messageId]) } : { status: 'UnknownMessageId' };
        },
      } });
    });
    after(async () => {
      await station.close();
      await daemon.stop();
      await operator.close();
    });

    it('Authorize: unknown, then by its contract', async () => {
      assert.equal((await authorize()).idTokenInfo.status, 'Unknown');
      await api.put('/contracts/DE-8AA-C12345678-X', { status: 'Accepted', idTag: 'PNCOWNER', validUntil: '2099-01-01T00:00:00Z' });
      const accepted = await authorize();
      assert.deepEqual([accepted.idTokenInfo.status, accepted.certificateStatus], ['Accepted', 'Accepted']);
      assert.equal(accepted.idTokenInfo.cacheExpiryDateTime, '2099-01-01T00:00:00Z');
      const { lastStation, lastStatus, certificateStatus } = await api.get(`/contracts/${emaid}`);
      assert.deepEqual([lastStation, lastStatus, certificateStatus], ['PNC-1', 'Accepted', 'Accepted']);
    });

    it('Authorize: a revoked certificate', async () => {
      const revoked = await authorize('revoked');
      assert.deepEqual([revoked.idTokenInfo.status, revoked.certificateStatus], ['Invalid', 'CertificateRevoked']);
    });

    it('a session with the eMAID', async () => {
      const { transactionId, idTagInfo } = await station.start(emaid);
      assert.deepEqual(idTagInfo, { status: 'Accepted', expiryDate: '2099-01-01T00:00:00Z', parentIdTag: 'PNCFLEET' });
      const stopped = await station.stop(transactionId, 1000, { idTag: 'PNCOWNER' });
      assert.equal(stopped.idTagInfo.status, 'Accepted');
      assert.equal((await api.transaction(transactionId)).idTag, emaid);
    });

    it('GetCertificateStatus', async () => {
      const known = await transfer('GetCertificateStatus', { ocspRequestData: operator.hashData('revoked', responder) });
      assert.equal(known.status, 'Accepted');
      await operator.write('answer.der', Buffer.from(known.ocspResult, 'base64'));
      assert.match(operator.openssl('ocsp', '-respin', 'answer.der', '-issuer', 'sub.pem', '-sha256', '-cert', 'revoked.pem', '-CAfile', 'root.pem', '-resp_text').toString(), /Cert Status: revoked/);
      const nobody = await transfer('GetCertificateStatus', { ocspRequestData: operator.hashData('good', 'http://127.0.0.1:1/') });
      assert.equal(nobody.status, 'Accepted'); // known until its nextUpdate
    });

    it('Get15118EVCertificate', async () => {
      const version = vendorId === oca ? { iso15118SchemaVersion: 'urn:iso:15118:2:2013:MsgDef', action: 'Install' }
        : { '15118SchemaVersion': 'urn:iso:15118:2:2013:MsgDef' };
      assert.deepEqual(await transfer('Get15118EVCertificate', { ...version, exiRequest: 'AA==' }), { status: 'Accepted', exiResponse: 'AAE=' });
      assert.equal((await transfer('Get15118EVCertificate', { ...version, exiRequest: 'AB==' })).status, 'Failed');
    });

    it('SignCertificate, signed by the EST server', async () => {
      said.CertificateSigned = { status: 'Accepted' };
      const csr = certificate(operator.request('secc'));
      assert.deepEqual(await transfer('SignCertificate', { csr, [types]: 'V2GCertificate' }), { status: 'Accepted' });
      const { messageId, data } = await station.received('DataTransfer');
      assert.equal(messageId, 'CertificateSigned');
      const [leaf, sub] = [await operator.pem('secc'), await operator.pem('sub')];
      assert.equal(chain(JSON.parse(data)), vendorId === oca ? leaf + sub : derOf(leaf) + derOf(sub));
      await until('its end', async () => (await api.all('/stations/PNC-1/signing-orders'))[0].state === 'accepted');
    });

    it('TriggerMessage is followed to the request that it asks for', async () => {
      const trigger = await send('TriggerMessage', { requestedMessage: 'SignV2GCertificate' }, { status: 'Accepted' });
      assert.deepEqual([trigger.state, trigger.answerData, trigger.outcome], ['accepted', { status: 'Accepted' }, null]);
      said.CertificateSigned = { status: 'Rejected' };
      await transfer('SignCertificate', { csr: certificate(operator.request('secc')), [types]: 'V2GCertificate' });
      await until('the outcome', async () => (await api.commandState(trigger.id)).outcome === 'arrived');
      await until('its end', async () => (await api.all('/stations/PNC-1/signing-orders'))[0].state === 'rejected');
      await station.received('DataTransfer');
    });

    it('InstallCertificate, GetInstalledCertificateIds, DeleteCertificate', async () => {
      const hash = { hashAlgorithm: 'SHA256', issuerNameHash: 'AA', issuerKeyHash: 'BB', serialNumber: '01' };
      const root = vendorId === oca ? await operator.pem('root') : derOf(await operator.pem('root')).slice(0, 800);
      const installed = await send('InstallCertificate', { certificateType: 'V2GRootCertificate', certificate: root }, { status: 'Failed' });
      assert.deepEqual([installed.state, installed.outcome], ['rejected', 'Failed']);
      const list = vendorId === oca ? [{ certificateHashData: hash, certificateType: 'V2GRootCertificate' }] : [hash];
      const ids = await send('GetInstalledCertificateIds', { [types]: ['V2GRootCertificate'] }, { status: 'Accepted', certificateHashDataChain: list });
      assert.deepEqual([ids.state, ids.answerData.certificateHashDataChain], ['accepted', list]);
      const none = await send('GetInstalledCertificateIds', {}, { status: 'NotFound' });
      assert.deepEqual([none.state, none.outcome], ['accepted', 'NotFound']);
      const deleted = await send('DeleteCertificate', { certificateHashData: hash }, { status: 'Accepted' });
      assert.deepEqual([deleted.state, deleted.outcome], ['accepted', 'Accepted']);
      const unknown = await send('CertificateSigned', vendorId === oca ? { certificateChain: 'x' } : { cert: '00', typeOfCertificate: 'V2GCertificate' });
      assert.deepEqual([unknown.state, unknown.outcome], ['rejected', 'UnknownMessageId']);
    });

    it('what nobody knows, and what makes no sense', async () => {
      const answer = (payload) => station.call('DataTransfer', payload).then(({ status }) => status);
      assert.equal(await answer({ vendorId: 'com.example', messageId: 'Authorize', data: '{}' }), 'UnknownVendorId');
      assert.equal(await answer({ vendorId, messageId: 'Nonsense', data: '{}' }), 'UnknownMessageId');
      assert.equal(await answer({ vendorId, messageId: 'Authorize', data: '{}' }), 'Rejected');
      assert.equal((await api.findings('PNC-1')).length, 1);
      const refused = await api.request('POST', '/stations/PNC-1/plug-and-charge', { body: { vendorId, messageId: 'InstallCertificate', payload: {} } });
      assert.deepEqual([refused.status, refused.body.error.code], [422, 'invalidPayload']);
    });
  });
}
