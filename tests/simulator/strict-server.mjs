// SPDX-License-Identifier: GPL-3.0-or-later
// stationmaster-sim against the strict ocpp-rpc server, which holds every frame against the official schemas: a
// session, every request of a central system, an offline spell, a reboot. Any frame that the schemas refuse fails.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';

const { RPCServer } = createRequire(new URL('../interop/', import.meta.url))('ocpp-rpc');
const simulator = process.env.SM_SIM;

const later = '2030-01-01T00:00:00Z';
const schedule = { chargingRateUnit: 'A', chargingSchedulePeriod: [{ startPeriod: 0, limit: 16 }] };
const profile = { chargingProfileId: 1, stackLevel: 0, chargingProfilePurpose: 'TxProfile',
  chargingProfileKind: 'Relative', chargingSchedule: schedule };
const hash = { hashAlgorithm: 'SHA256', issuerNameHash: 'aa', issuerKeyHash: 'bb', serialNumber: 'cc' };
const log = { remoteLocation: 'ftp://files.example/' };
const firmware = { location: 'https://files.example/a.bin', retrieveDateTime: later, signingCertificate: 'x',
  signature: 'y' };

class CentralSystem {
  calls = [];
  invalid = [];
  client = null;
  #transactions = 0;
  #lines = 0;
  #waiting = [];

  async start() {
    this.server = new RPCServer({ protocols: ['ocpp1.6'], strictMode: true });
    this.server.on('client', client => this.#serve(client));
    const http = await this.server.listen(0, '127.0.0.1');
    this.url = `ws://127.0.0.1:${http.address().port}/ocpp/`;
  }

  #serve(client) {
    this.client = client;
    client.on('strictValidationFailure', failure => this.invalid.push(failure));
    client.on('badMessage', failure => this.invalid.push(failure));
    const currentTime = () => new Date().toISOString();
    const answers = {
      BootNotification: () => ({ status: 'Accepted', currentTime: currentTime(), interval: 300 }),
      Heartbeat: () => ({ currentTime: currentTime() }),
      Authorize: () => ({ idTagInfo: { status: 'Accepted', parentIdTag: 'FAMILY' } }),
      StartTransaction: () => ({ idTagInfo: { status: 'Accepted' }, transactionId: ++this.#transactions }),
      StopTransaction: () => ({}),
      MeterValues: () => ({}),
      StatusNotification: () => ({}),
      DataTransfer: () => ({ status: 'UnknownVendorId' }),
    };
    for (const [action, answer] of Object.entries(answers)) {
      client.handle(action, ({ params }) => {
        this.#note(action, params);
        return answer();
      });
    }
    this.#note('(connected)', { line: ++this.#lines });
  }

  #note(action, params) {
    this.calls.push({ action, params });
    this.#waiting = this.#waiting.filter(wake => !wake());
  }

  /// The first call of this action, from the `from`th call on, that `matches`.
  async seen(action, matches = () => true, from = 0) {
    const find = () => this.calls.slice(from).find(call => call.action === action && matches(call.params));
    return find()?.params ?? new Promise(resolve => {
      this.#waiting.push(() => {
        const call = find();
        if (call) resolve(call.params);
        return Boolean(call);
      });
    });
  }

  ask(action, params = {}) {
    return this.client.call(action, params);
  }

  async refused(action, params, code) {
    await assert.rejects(this.ask(action, params), error => error.rpcErrorCode === code, action);
  }
}

describe('the simulated station against the official schemas', { timeout: 60000 }, () => {
  const central = new CentralSystem();
  const folder = mkdtempSync(join(tmpdir(), 'sim-'));
  let process_;

  before(async () => {
    await central.start();
    const scenario = join(folder, 'scenario.json');
    writeFileSync(scenario, JSON.stringify({
      steps: [
        { do: 'plug', soc: 20 },
        { after: 60, do: 'authorize' },
        { do: 'awaitTransaction' },
        { do: 'dataTransfer', vendorId: 'example.station', messageId: 'hello', data: 'one' },
        { do: 'fault', connector: 2, code: 'GroundFailure', info: 'relay', vendorCode: 'E7' },
        { after: 60, do: 'clearFault', connector: 2 },
        { after: 3600, do: 'offline' },
        { after: 3600, do: 'online' },
        { do: 'awaitOnline' },
      ],
    }));
    const measurands = 'Energy.Active.Import.Register,Energy.Active.Import.Interval,Power.Active.Import,'
      + 'Power.Offered,Power.Factor,Current.Import,Current.Offered,Voltage,SoC,Frequency,Temperature';
    process_ = spawn(simulator, ['--url', central.url, '--id', 'STRICT-1', '--scenario', scenario, '--speed', '3600',
      '--quiet', '--dc', '--config', `MeterValuesSampledData=${measurands}`, '--config',
      `StopTxnSampledData=${measurands}`, '--meter-interval', '900'], { stdio: ['ignore', 'ignore', 'inherit'] });
  });

  after(async () => {
    process_.kill();
    await once(process_, 'exit');
    await central.server.close({ force: true });
    rmSync(folder, { recursive: true });
  });

  it('boots, reports its connectors and charges', async () => {
    const boot = await central.seen('BootNotification');
    assert.ok(boot.chargePointVendor && boot.chargePointModel);
    for (const connectorId of [0, 1, 2])
      await central.seen('StatusNotification', p => p.connectorId === connectorId && p.status === 'Available');
    const start = await central.seen('StartTransaction');
    assert.equal(start.idTag, 'SIM-TAG-1');
    await central.seen('StatusNotification', p => p.connectorId === 1 && p.status === 'Charging');
    await central.seen('StatusNotification', p => p.connectorId === 2 && p.vendorErrorCode === 'E7');
    await central.seen('DataTransfer');
  });

  it('delivers after an offline spell what it measured meanwhile', async () => {
    const isSoc = value => value.measurand === 'SoC' && value.unit === 'Percent';
    await central.seen('MeterValues', p => p.transactionId === 1 && p.meterValue[0].sampledValue.some(isSoc));
    await central.seen('(connected)', p => p.line === 2);
    const back = central.calls.findIndex(call => call.params.line === 2);
    const old = await central.seen('MeterValues', () => true, back);
    assert.ok(Date.parse(old.meterValue[0].timestamp) <= Date.now());
  });

  it('answers every request of the Core profile', async () => {
    const all = await central.ask('GetConfiguration');
    const known = Object.fromEntries(all.configurationKey.map(entry => [entry.key, entry]));
    assert.equal(known.NumberOfConnectors.value, '2');
    assert.equal(known.NumberOfConnectors.readonly, true);
    assert.deepEqual((await central.ask('GetConfiguration', { key: ['HeartbeatInterval', 'Nothing'] })).unknownKey,
      ['Nothing']);
    assert.equal((await central.ask('ChangeConfiguration', { key: 'heartbeatinterval', value: '60' })).status, 'Accepted');
    assert.equal((await central.ask('ChangeConfiguration', { key: 'WebSocketPingInterval', value: '30' })).status,
      'RebootRequired');
    assert.equal((await central.ask('ChangeAvailability', { connectorId: 1, type: 'Inoperative' })).status, 'Scheduled');
    assert.equal((await central.ask('ClearCache')).status, 'Accepted');
    assert.equal((await central.ask('DataTransfer', { vendorId: 'x' })).status, 'UnknownVendorId');
    assert.equal((await central.ask('UnlockConnector', { connectorId: 1 })).status, 'NotSupported');
    assert.equal((await central.ask('RemoteStartTransaction',
      { connectorId: 2, idTag: 'A', chargingProfile: profile })).status, 'Accepted');
    assert.equal((await central.ask('RemoteStopTransaction', { transactionId: 1 })).status, 'Accepted');
    const stop = await central.seen('StopTransaction');
    assert.equal(stop.reason, 'Remote');
    assert.equal(stop.transactionData[0].sampledValue[0].context, 'Transaction.Begin');
    assert.equal(stop.transactionData.at(-1).sampledValue[0].context, 'Transaction.End');
  });

  it('sends what it is asked to send', async () => {
    for (const requestedMessage of ['Heartbeat', 'StatusNotification', 'MeterValues']) {
      const from = central.calls.length;
      assert.equal((await central.ask('TriggerMessage', { requestedMessage })).status, 'Accepted');
      await central.seen(requestedMessage, () => true, from);
    }
    assert.equal((await central.ask('TriggerMessage', { requestedMessage: 'BootNotification' })).status, 'Rejected');
    assert.equal((await central.ask('TriggerMessage', { requestedMessage: 'FirmwareStatusNotification' })).status,
      'NotImplemented');
  });

  it('keeps charging profiles', async () => {
    const byDefault = { ...profile, chargingProfilePurpose: 'TxDefaultProfile' };
    assert.equal((await central.ask('SetChargingProfile', { connectorId: 1, csChargingProfiles: byDefault })).status, 'Accepted');
    const composite = await central.ask('GetCompositeSchedule', { connectorId: 1, duration: 60 });
    assert.equal(composite.status, 'Accepted');
    assert.equal(composite.chargingSchedule.chargingSchedulePeriod[0].limit, profile.chargingSchedule.chargingSchedulePeriod[0].limit);
    assert.equal((await central.ask('ClearChargingProfile', { id: byDefault.chargingProfileId })).status, 'Accepted');
    assert.equal((await central.ask('ClearChargingProfile')).status, 'Unknown');
  });

  it('refuses the other profiles in the way of the specification', async () => {
    const unsupported = {
      GetDiagnostics: { location: 'ftp://files.example/' },
      UpdateFirmware: { location: 'ftp://files.example/a', retrieveDate: later },
    };
    for (const [action, params] of Object.entries(unsupported)) await central.refused(action, params, 'NotSupported');
    const unknown = {
      ExtendedTriggerMessage: { requestedMessage: 'Heartbeat' },
      CertificateSigned: { certificateChain: 'x' },
      DeleteCertificate: { certificateHashData: hash },
      GetInstalledCertificateIds: { certificateType: 'CentralSystemRootCertificate' },
      GetLog: { logType: 'SecurityLog', requestId: 1, log },
      InstallCertificate: { certificateType: 'CentralSystemRootCertificate', certificate: 'x' },
      SignedUpdateFirmware: { requestId: 1, firmware },
    };
    for (const [action, params] of Object.entries(unknown)) await central.refused(action, params, 'NotImplemented');
  });

  it('restarts when it is reset', async () => {
    const from = central.calls.length;
    assert.equal((await central.ask('Reset', { type: 'Hard' })).status, 'Accepted');
    await central.seen('BootNotification', () => true, from);
    await central.seen('StatusNotification', p => p.connectorId === 2, from);
  });

  it('has sent no frame that the schemas refuse', () => {
    assert.ok(central.calls.length > 20);
    assert.deepEqual(central.invalid, []);
  });
});
