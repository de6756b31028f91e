// SPDX-License-Identifier: GPL-3.0-or-later
// Every message of OCPP 1.6 and of its security extension, and every one of ISO 15118 inside DataTransfer, once with the strict
// ocpp-rpc client. The table is held against the official schemas: none is missing. What becomes of each is in the other tests.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';

import { schemasOf } from '../ocpp/pncoracle.mjs';
import { Daemon } from './lib/daemon.mjs';
import { Station, utc } from './lib/station.mjs';
import { until } from './lib/until.mjs';

const modules = fileURLToPath(new URL('node_modules', import.meta.url));
const require = createRequire(import.meta.url);
const { createValidator } = require('ocpp-rpc');
const vendorSchemas = schemasOf(modules);
const validator = createValidator('plug-and-charge', vendorSchemas);

const hash = { hashAlgorithm: 'SHA256', issuerNameHash: 'AA'.repeat(32), issuerKeyHash: 'BB'.repeat(32), serialNumber: '01' };
const asked = { ...hash, responderURL: 'http://127.0.0.1:1/' };
const root = { certificateType: 'CentralSystemRootCertificate' };
const schedule = { chargingRateUnit: 'A', chargingSchedulePeriod: [{ startPeriod: 0, limit: 16 }] };
const profile = { chargingProfileId: 1, stackLevel: 0, chargingProfilePurpose: 'TxDefaultProfile', chargingProfileKind: 'Relative', chargingSchedule: schedule };

// What a station sends: its payload. The transaction is the one that the table itself starts.
const fromStation = {
  BootNotification: { chargePointVendor: 'Interop', chargePointModel: 'Strict' },
  StatusNotification: { connectorId: 1, errorCode: 'NoError', status: 'Available' },
  Heartbeat: {},
  Authorize: { idTag: 'ADA' },
  StartTransaction: { connectorId: 1, idTag: 'ADA', meterStart: 0, timestamp: utc() },
  MeterValues: { connectorId: 1, meterValue: [{ timestamp: utc(), sampledValue: [{ value: '10' }] }] },
  StopTransaction: { meterStop: 20, timestamp: utc() },
  DataTransfer: { vendorId: 'com.example' },
  DiagnosticsStatusNotification: { status: 'Idle' },
  FirmwareStatusNotification: { status: 'Idle' },
  LogStatusNotification: { status: 'Idle' },
  SecurityEventNotification: { type: 'StartupOfTheDevice', timestamp: utc() },
  SignCertificate: { csr: 'nonsense' },
  SignedFirmwareStatusNotification: { status: 'Idle' },
};

// What is sent to a station, and its answer; without one: {status: Accepted}.
const toStation = {
  CancelReservation: [{ reservationId: 1 }],
  CertificateSigned: [{ certificateChain: 'pem' }],
  ChangeAvailability: [{ connectorId: 1, type: 'Operative' }],
  ChangeConfiguration: [{ key: 'HeartbeatInterval', value: '60' }],
  ClearCache: [{}],
  ClearChargingProfile: [{ id: 77 }],
  DataTransfer: [{ vendorId: 'com.example', data: 'hello' }],
  DeleteCertificate: [{ certificateHashData: hash }],
  ExtendedTriggerMessage: [{ requestedMessage: 'Heartbeat' }],
  GetCompositeSchedule: [{ connectorId: 1, duration: 60 }],
  GetConfiguration: [{ key: ['HeartbeatInterval'] }, { configurationKey: [], unknownKey: ['HeartbeatInterval'] }],
  GetDiagnostics: [{ location: 'ftp://127.0.0.1/up' }, { fileName: 'diagnostics.tar' }],
  GetInstalledCertificateIds: [root, { status: 'NotFound' }],
  GetLocalListVersion: [{}, { listVersion: 0 }],
  GetLog: [{ logType: 'SecurityLog', requestId: 5, log: { remoteLocation: 'ftp://127.0.0.1/up' } }],
  InstallCertificate: [{ ...root, certificate: 'pem' }],
  RemoteStartTransaction: [{ idTag: 'ADA', connectorId: 1 }],
  RemoteStopTransaction: [{ transactionId: 1 }],
  ReserveNow: [{ connectorId: 1, expiryDate: utc(600), idTag: 'ADA', reservationId: 1 }],
  Reset: [{ type: 'Soft' }],
  SendLocalList: [{ listVersion: 1, updateType: 'Full', localAuthorizationList: [] }],
  SetChargingProfile: [{ connectorId: 1, csChargingProfiles: profile }],
  SignedUpdateFirmware: [{ requestId: 6, firmware: { location: 'ftp://127.0.0.1/image', retrieveDateTime: utc(), signingCertificate: 'pem', signature: 'AA==' } }],
  TriggerMessage: [{ requestedMessage: 'Heartbeat' }],
  UnlockConnector: [{ connectorId: 1 }, { status: 'Unlocked' }],
  UpdateFirmware: [{ location: 'ftp://127.0.0.1/image', retrieveDate: utc() }, {}],
};

// ISO 15118 inside DataTransfer, by vendor.
const token = { idToken: 'DE8AAC12345678X', type: 'eMAID' };
const exi = 'AA==';
const shared = { GetCertificateStatus: { ocspRequestData: asked }, SignCertificate: { csr: 'nonsense' } };
const vendorsFromStation = {
  'org.openchargealliance.iso15118pnc': { ...shared, Authorize: { idToken: token, iso15118CertificateHashData: [asked] },
    Get15118EVCertificate: { iso15118SchemaVersion: 'urn:iso:15118:2:2013:MsgDef', action: 'Install', exiRequest: exi } },
  iso15118: { ...shared, Authorize: { idToken: token, '15118CertificateHashData': [asked] }, Get15118EVCertificate: { exiRequest: exi } },
};
const sharedToStation = {
  DeleteCertificate: [{ certificateHashData: hash }],
  GetInstalledCertificateIds: [{}, { status: 'NotFound' }],
  InstallCertificate: [{ certificateType: 'V2GRootCertificate', certificate: 'pem' }],
  TriggerMessage: [{ requestedMessage: 'SignV2GCertificate' }],
};
const vendorsToStation = {
  'org.openchargealliance.iso15118pnc': { ...sharedToStation, CertificateSigned: [{ certificateChain: 'pem' }] },
  iso15118: { ...sharedToStation, CertificateSigned: [{ cert: '00', typeOfCertificate: 'V2GCertificate' }] },
};

const accepted = { status: 'Accepted' };
const namesIn = (schemas) => [...new Set(schemas.map(({ $id }) => $id.replace(/^urn:|\.(req|conf)$/g, '')))].sort();

describe('Every message', () => {
  let daemon, api, station, transactionId;
  const answers = Object.fromEntries(Object.entries(toStation).map(([action, [, answer = accepted]]) =>
    [action, (payload) => (action === 'DataTransfer' ? vendorAnswer(payload) : answer)]));
  const vendorAnswer = ({ vendorId, messageId, data }) => {
    if (!vendorsToStation[vendorId]) return accepted;
    validator.validate(`urn:${vendorId}:${messageId}.req`, JSON.parse(data));
    return { status: 'Accepted', data: JSON.stringify(vendorsToStation[vendorId][messageId][1] ?? accepted) };
  };
  const arrived = (action, wanted) => until(`${action} at the station`, () => station.calls.some((call) =>
    call.action === action && Object.entries(wanted).every(([name, value]) => isDeepStrictEqual(call.payload[name], value))));

  before(async () => {
    daemon = await Daemon.start({ acceptUnknown: false });
    api = daemon.api;
    await api.register('EVERY-1');
    await api.tag('ADA');
    station = new Station(daemon, 'EVERY-1', { answers });
    await station.client.connect();
  });
  after(async () => {
    await station.close();
    await daemon.stop();
  });

  it('is in the tables', () => {
    const official = namesIn(require(`${modules}/ocpp-rpc/lib/schemas/ocpp1_6.json`));
    assert.equal(official.length, 39);
    assert.deepEqual([...new Set([...Object.keys(fromStation), ...Object.keys(toStation)])].sort(), official);
    const inside = (vendors) => Object.entries(vendors).flatMap(([vendor, messages]) => Object.keys(messages).map((name) => `${vendor}:${name}`));
    assert.equal(namesIn(vendorSchemas).length, 18);
    assert.deepEqual([...inside(vendorsFromStation), ...inside(vendorsToStation)].sort(), namesIn(vendorSchemas));
  });

  for (const [action, payload] of Object.entries(fromStation)) {
    it(`${action} of the station is answered`, async () => {
      const inTransaction = action === 'StopTransaction' || action === 'MeterValues';
      const answer = await station.call(action, inTransaction ? { ...payload, transactionId } : payload);
      transactionId = answer.transactionId ?? transactionId;
      const logged = (await api.messages('EVERY-1')).filter((frame) => frame.action === action && frame.direction === 'in' && frame.type === 2);
      assert.equal(logged.length, 1);
    });
  }

  for (const [action, [payload]] of Object.entries(toStation)) {
    it(`${action} is a command`, async () => {
      const command = await api.command('EVERY-1', action, payload, { wait: 20 });
      assert.equal(command.state, 'accepted', JSON.stringify(command));
      await arrived(action, payload);
    });
  }

  for (const [vendorId, messages] of Object.entries(vendorsFromStation)) {
    for (const [messageId, data] of Object.entries(messages)) {
      it(`${messageId} of ${vendorId} is answered`, async () => {
        validator.validate(`urn:${vendorId}:${messageId}.req`, data);
        const answer = await station.call('DataTransfer', { vendorId, messageId, data: JSON.stringify(data) });
        assert.equal(answer.status, 'Accepted');
        validator.validate(`urn:${vendorId}:${messageId}.conf`, JSON.parse(answer.data));
      });
    }
  }

  for (const [vendorId, messages] of Object.entries(vendorsToStation)) {
    for (const [messageId, [payload]] of Object.entries(messages)) {
      it(`${messageId} of ${vendorId} is a command`, async () => {
        const command = await api.post('/stations/EVERY-1/plug-and-charge?wait=20', { vendorId, messageId, payload });
        assert.equal(command.state, 'accepted', JSON.stringify(command));
        await arrived('DataTransfer', { vendorId, messageId, data: command.payload.data });
        assert.deepEqual(JSON.parse(command.payload.data), payload);
      });
    }
  }
});
