// SPDX-License-Identifier: GPL-3.0-or-later
// Security events and certificates with the strict ocpp-rpc client: every frame satisfies the official schemas, and what the
// openssl program signs and names is what arrives at the station.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';

import { Daemon } from './lib/daemon.mjs';
import { Station } from './lib/station.mjs';
import { until } from './lib/until.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'stationmaster-certificates-'));
const openssl = (...args) => execFileSync('openssl', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
const content = (name) => readFileSync(path.join(folder, name), 'utf8');

function makeKey(name) {
  openssl('genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256', '-out', `${name}.key`);
}

function makeRoot(name) {
  makeKey(name);
  openssl('req', '-x509', '-new', '-key', `${name}.key`, '-subj', `/O=Interop/CN=${name}`, '-days', '100', '-out', `${name}.pem`);
  return content(`${name}.pem`);
}

function makeRequest(name, subject) {
  makeKey(name);
  openssl('req', '-new', '-key', `${name}.key`, '-subj', subject, '-out', `${name}.csr`);
  return content(`${name}.csr`);
}

function sign(name, authority) {
  openssl('x509', '-req', '-in', `${name}.csr`, '-CA', `${authority}.pem`, '-CAkey', `${authority}.key`, '-CAcreateserial', '-days', '100',
    '-out', `${name}.pem`);
  return content(`${name}.pem`);
}

// As RFC 6960 names a root, by the openssl program.
function hashData(name) {
  const text = openssl('ocsp', '-sha256', '-issuer', `${name}.pem`, '-cert', `${name}.pem`, '-req_text').replaceAll('\\\n', '');
  const field = (label) => new RegExp(`${label}:\\s*([0-9A-F]+)`).exec(text)[1];
  return { hashAlgorithm: 'SHA256', issuerNameHash: field('Issuer Name Hash'), issuerKeyHash: field('Issuer Key Hash'),
    serialNumber: field('Serial Number').replace(/^0+/, '') };
}

const central = 'CentralSystemRootCertificate';

describe('Security', () => {
  let daemon, api, station, names;
  const installed = new Map(); // serial number: the root's hash data
  const place = '/stations/SECURE-1/certificates';
  const states = async () => (await api.all(place)).map(({ subject, state }) => `${subject?.split(',')[0]} ${state}`);
  const reach = (wanted) => until(wanted.join(), async () => JSON.stringify(await states()) === JSON.stringify(wanted), 20);

  before(async () => {
    daemon = await Daemon.start({ acceptUnknown: false });
    api = daemon.api;
    await api.register('SECURE-1');
    names = new Map(['First', 'Second'].map((name) => [new X509Certificate(makeRoot(name)).serialNumber.replace(/^0+/, ''), hashData(name)]));
    station = await Station.boot(daemon, 'SECURE-1', { answers: {
      CertificateSigned: () => ({ status: 'Accepted' }),
      ExtendedTriggerMessage: () => ({ status: 'Accepted' }),
      InstallCertificate: ({ certificateType, certificate }) => {
        assert.equal(certificateType, central);
        const serial = new X509Certificate(certificate).serialNumber.replace(/^0+/, '');
        installed.set(serial, names.get(serial));
        return { status: 'Accepted' };
      },
      DeleteCertificate: ({ certificateHashData }) =>
        ({ status: installed.delete(certificateHashData.serialNumber) ? 'Accepted' : 'NotFound' }),
      GetInstalledCertificateIds: ({ certificateType }) => (certificateType === central && installed.size > 0
        ? { status: 'Accepted', certificateHashData: [...installed.values()] } : { status: 'NotFound' }),
    } });
  });
  after(async () => {
    await station.close();
    await daemon.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('keeps security events, and has alarming ones acknowledged', async () => {
    const tamper = { type: 'TamperDetectionActivated', timestamp: '2026-11-22T12:00:00Z', techInfo: 'lid' };
    assert.deepEqual(await station.call('SecurityEventNotification', tamper), {});
    await station.call('SecurityEventNotification', { type: 'InvalidMessages', timestamp: '2026-11-22T12:00:01Z' });
    const events = await api.all('/stations/SECURE-1/security-events');
    assert.deepEqual(events.map(({ type, severity, alarming }) => [type, severity, alarming]),
      [['InvalidMessages', 'normal', false], ['TamperDetectionActivated', 'critical', true]]);
    assert.deepEqual([events[1].timestamp, events[1].techInfo], ['2026-11-22T12:00:00Z', 'lid']);
    const [matter] = await api.all('/attention?station=SECURE-1');
    assert.deepEqual([matter.kind, matter.payload], ['securityEvent', tamper]);
    await api.post(`/stations/SECURE-1/security-events/${events[1].id}/acknowledge`);
    assert.deepEqual(await api.all('/attention?station=SECURE-1'), []);
  });

  it('answers a request before it sends what an authority made of it', async () => {
    const csr = makeRequest('own', '/O=Interop/CN=SECURE-1');
    assert.deepEqual(await station.call('SignCertificate', { csr }), { status: 'Accepted' });
    assert.deepEqual(station.calls.filter(({ action }) => action === 'CertificateSigned'), []);
    const [request] = await api.all('/stations/SECURE-1/certificate-requests');
    assert.deepEqual([request.state, request.csr], ['waiting', csr]);
    const chain = sign('own', 'First') + content('First.pem');
    await api.post(place, { certificateChain: chain, request: request.id });
    assert.deepEqual(await station.received('CertificateSigned'), { certificateChain: chain });
    await until('accepted', async () => (await api.all('/stations/SECURE-1/certificate-requests'))[0].state === 'accepted');
  });

  it('refuses requests and chains that do not fit', async () => {
    assert.deepEqual(await station.call('SignCertificate', { csr: makeRequest('foreign', '/O=Interop/CN=SECURE-2') }), { status: 'Rejected' });
    assert.deepEqual(await station.call('SignCertificate', { csr: makeRequest('next', '/O=Interop/CN=SECURE-1') }), { status: 'Accepted' });
    const refused = await api.request('POST', place, { body: { certificateChain: content('own.pem') } });
    assert.deepEqual([refused.status, refused.body.error.path], [422, '/certificateChain']);
  });

  it('installs a root, and names it as openssl does', async () => {
    await api.put(place, { certificateType: central, certificate: content('First.pem') });
    assert.deepEqual(await station.received('InstallCertificate', 20), { certificateType: central, certificate: content('First.pem') });
    await reach(['CN=First installed']);
    const [{ issuerNameHash, issuerKeyHash }] = await api.all(place);
    assert.deepEqual([issuerNameHash, issuerKeyHash], [hashData('First').issuerNameHash, hashData('First').issuerKeyHash]);
  });

  it('lists what is there without being desired', async () => {
    installed.set('Second', hashData('Second'));
    installed.set('77', { ...hashData('Second'), serialNumber: '77' });
    await api.post(`${place}/refresh`);
    await until('three', async () => (await api.all(place)).length === 3, 20);
    assert.deepEqual(await states(), ['CN=First installed', 'undefined reported', 'undefined reported']);
    installed.delete('Second');
    installed.delete('77');
  });

  it('puts a root back after a boot that lost it', async () => {
    installed.clear();
    station.calls = [];
    assert.equal((await station.bootNotification()).status, 'Accepted');
    assert.equal((await station.received('InstallCertificate', 20)).certificate, content('First.pem'));
    await reach(['CN=First installed']);
  });

  it('goes on after a restart of the central system', async () => {
    await station.drop();
    await daemon.untilOnline('SECURE-1', false);
    await api.put(place, { certificateType: central, certificate: content('Second.pem') });
    await daemon.terminate();
    await daemon.restart();
    api = daemon.api;
    const { answers, configuration } = station;
    station = await Station.boot(daemon, 'SECURE-1', { answers, configuration: [...configuration.values()] });
    await station.received('InstallCertificate', 20);
    await reach(['CN=First installed', 'CN=Second installed']);
  });

  it('deletes a root', async () => {
    const [first] = await api.all(place);
    await api.delete(`${place}/${first.id}`);
    assert.deepEqual((await station.received('DeleteCertificate', 20)).certificateHashData, hashData('First'));
    await reach(['CN=Second installed']);
    assert.equal((await api.get('/certificates')).items.length, 3);
    assert.deepEqual(station.violations, []);
  });
});
