// SPDX-License-Identifier: GPL-3.0-or-later
// The strict ocpp-rpc client goes through every message of the Core profile, in both directions. It validates each
// frame; what the central system made of it is read back over the API at once: reading knows no lag.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { Daemon } from './lib/daemon.mjs';
import { energyAt, Station, utc } from './lib/station.mjs';
import { until } from './lib/until.mjs';
import { connectorOf, energies } from './lib/views.mjs';

const bootFacts = {
  chargePointSerialNumber: 'CP-0815', chargeBoxSerialNumber: 'CB-4711', firmwareVersion: '2.7.1',
  iccid: '8949020000012345678', imsi: '262011234567890', meterType: 'three-phase', meterSerialNumber: 'M-99',
};
const configuration = [
  { key: 'HeartbeatInterval', value: '300' },
  { key: 'NumberOfConnectors', value: '2', readonly: true },
  { key: 'MeterValueSampleInterval', value: '60', needsReboot: true },
];

describe('Core profile', () => {
  let daemon, api, station;

  before(async () => {
    daemon = await Daemon.start({ acceptUnknown: false });
    api = daemon.api;
    await api.register('CORE-1', { description: 'Yard' });
    await api.tag('CORETAG', { parentIdTag: 'FLEET' });
    station = new Station(daemon, 'CORE-1', { configuration });
    await station.client.connect();
  });
  after(async () => {
    await station.close();
    await daemon.stop();
  });

  it('BootNotification', async () => {
    const answer = await station.bootNotification(bootFacts);
    assert.equal(answer.status, 'Accepted');
    assert.ok(answer.interval > 0);
    assert.match(answer.currentTime, /Z$/);
    assert.ok(Math.abs(Date.parse(answer.currentTime) - Date.now()) < 5000, answer.currentTime);
    const seen = await api.station('CORE-1');
    assert.equal(seen.online, true);
    const told = JSON.stringify(seen);
    for (const fact of [...Object.values(bootFacts), 'Interop', 'Strict', 'Yard']) assert.ok(told.includes(`"${fact}"`), `${fact} in ${told}`);
  });

  it('Heartbeat', async () => {
    const { currentTime } = await station.call('Heartbeat');
    assert.ok(Math.abs(Date.parse(currentTime) - Date.now()) < 5000, currentTime);
    const { lastHeard } = await api.station('CORE-1');
    assert.ok(Math.abs(Date.parse(lastHeard) - Date.now()) < 5000, lastHeard);
  });

  it('StatusNotification', async () => {
    await station.status(0, 'Available');
    await station.status(1, 'Available');
    await station.status(2, 'Faulted', { errorCode: 'GroundFailure', info: 'relay stuck', vendorId: 'interop', vendorErrorCode: 'E17' });
    const seen = await api.station('CORE-1');
    assert.deepEqual([0, 1, 2].map((number) => connectorOf(seen, number).status), ['Available', 'Available', 'Faulted']);
    assert.equal(connectorOf(seen, 2).errorCode, 'GroundFailure');
  });

  it('Authorize', async () => {
    assert.deepEqual(await station.call('Authorize', { idTag: 'CORETAG' }), { idTagInfo: { status: 'Accepted', parentIdTag: 'FLEET' } });
    assert.equal((await station.call('Authorize', { idTag: 'STRANGER' })).idTagInfo.status, 'Invalid');
  });

  it('StartTransaction, MeterValues, StopTransaction', async () => {
    await station.status(1, 'Preparing');
    const startedAt = utc(-60);
    const { transactionId, idTagInfo } = await station.start('CORETAG', { meterStart: 1000, timestamp: startedAt });
    assert.deepEqual(idTagInfo, { status: 'Accepted', parentIdTag: 'FLEET' });
    assert.ok(transactionId > 0);
    await station.status(1, 'Charging');
    const open = await api.transaction(transactionId);
    assert.deepEqual(
      [open.id, open.station, open.connector, open.idTag, Date.parse(open.startedAt), open.stoppedAt, open.meterStartWh],
      [transactionId, 'CORE-1', 1, 'CORETAG', Date.parse(startedAt), null, 1000]);
    assert.equal(connectorOf(await api.station('CORE-1'), 1).status, 'Charging');
    assert.deepEqual((await api.transactions('CORE-1', '&state=open')).map(({ id }) => id), [transactionId]);

    for (const [index, wattHours] of [1500, 2000, 2500].entries()) {
      await station.meter(transactionId, wattHours, { meterValue: [energyAt(wattHours, utc(-50 + index))] });
      assert.deepEqual(energies(await api.meterValues(transactionId)), [1500, 2000, 2500].slice(0, index + 1));
    }

    const stoppedAt = utc();
    const end = await station.stop(transactionId, 3100, {
      idTag: 'CORETAG', reason: 'EVDisconnected', timestamp: stoppedAt, transactionData: [energyAt(3100, stoppedAt)] });
    assert.deepEqual(end, { idTagInfo: { status: 'Accepted', parentIdTag: 'FLEET' } });
    const closed = await api.transaction(transactionId);
    assert.deepEqual(
      [closed.meterStopWh, closed.energyWh, closed.stopReason, Date.parse(closed.stoppedAt)],
      [3100, 2100, 'EVDisconnected', Date.parse(stoppedAt)]);
    assert.ok(closed.energySource, 'how the energy was derived is kept');
    assert.deepEqual(closed.flags, []);
    assert.deepEqual(energies(await api.meterValues(transactionId)), [1500, 2000, 2500, 3100]);
    assert.deepEqual((await api.transactions('CORE-1', '&state=closed')).map(({ id }) => id), [transactionId]);
    assert.deepEqual(await api.transactions('CORE-1', '&state=open'), []);
    await station.status(1, 'Available');
  });

  it('MeterValues outside a transaction', async () => {
    await station.meter(undefined, 77, { connectorId: 0 });
    const kept = (await api.messages('CORE-1')).filter(({ action, type }) => action === 'MeterValues' && type === 2);
    assert.equal(kept.at(-1).payload.connectorId, 0);
  });

  it('DataTransfer from the station', async () => {
    const { status } = await station.call('DataTransfer', { vendorId: 'interop.example', messageId: 'hello', data: '{"a":1}' });
    assert.equal(status, 'UnknownVendorId'); // 4.3: nobody has taught the central system this vendor
  });

  // action, payload, what the station answers (undefined: what a willing one says), the state that this means
  const commands = [
    ['ChangeAvailability', { connectorId: 2, type: 'Inoperative' }, undefined, 'accepted'],
    ['ChangeAvailability', { connectorId: 1, type: 'Inoperative' }, { status: 'Rejected' }, 'rejected'],
    ['ChangeConfiguration', { key: 'HeartbeatInterval', value: '120' }, undefined, 'accepted'],
    ['ChangeConfiguration', { key: 'NumberOfConnectors', value: '3' }, undefined, 'rejected'],
    ['ClearCache', {}, undefined, 'accepted'],
    ['ClearCache', {}, { status: 'Rejected' }, 'rejected'],
    ['DataTransfer', { vendorId: 'interop.example', messageId: 'ping', data: 'x' }, undefined, 'accepted'],
    ['DataTransfer', { vendorId: 'interop.example' }, { status: 'UnknownVendorId' }, 'rejected'],
    ['GetConfiguration', { key: ['NumberOfConnectors', 'NoSuchKey'] }, undefined, 'accepted'],
    ['GetConfiguration', {}, undefined, 'accepted'],
    ['RemoteStopTransaction', { transactionId: 424242 }, { status: 'Rejected' }, 'rejected'],
    ['RemoteStartTransaction', { idTag: 'CORETAG', connectorId: 1 }, { status: 'Rejected' }, 'rejected'],
    ['UnlockConnector', { connectorId: 1 }, undefined, 'accepted'],
    ['UnlockConnector', { connectorId: 1 }, { status: 'UnlockFailed' }, 'rejected'],
    ['Reset', { type: 'Soft' }, undefined, 'accepted'],
    ['Reset', { type: 'Hard' }, { status: 'Rejected' }, 'rejected'],
  ];
  for (const [action, payload, special, state] of commands) {
    it(`${action} ${JSON.stringify(payload)} to the station: ${state}`, async () => {
      const willing = station.answers[action];
      let said;
      station.answers[action] = (request) => (said = special ?? willing(request));
      try {
        station.calls = [];
        const command = await api.command('CORE-1', action, payload, { wait: 10 });
        assert.deepEqual(await station.received(action), payload);
        assert.equal(command.state, state);
        assert.deepEqual(command.answer, said);
        assert.deepEqual([command.station, command.action, command.payload], ['CORE-1', action, payload]);
        assert.ok(Date.parse(command.sentAt) <= Date.parse(command.finishedAt), JSON.stringify(command));
        assert.deepEqual(await api.commandState(command.id), command);
      } finally {
        station.answers[action] = willing;
      }
    });
  }

  it('RemoteStartTransaction and RemoteStopTransaction, followed to the transaction', async () => {
    const start = await api.command('CORE-1', 'RemoteStartTransaction', { idTag: 'CORETAG', connectorId: 1 }, { wait: 10 });
    assert.equal(start.state, 'accepted');
    assert.deepEqual(await station.received('RemoteStartTransaction'), { idTag: 'CORETAG', connectorId: 1 });
    const { transactionId } = await station.start('CORETAG', { meterStart: 5000 });
    const stop = await api.command('CORE-1', 'RemoteStopTransaction', { transactionId }, { wait: 10 });
    assert.equal(stop.state, 'accepted');
    assert.deepEqual(await station.received('RemoteStopTransaction'), { transactionId });
    await station.stop(transactionId, 5600, { reason: 'Remote' });
    const closed = await api.transaction(transactionId);
    assert.deepEqual([closed.stopReason, closed.energyWh], ['Remote', 600]);
  });

  // The other profiles' messages go out as given, if they satisfy the schema.
  const others = [
    ['CancelReservation', { reservationId: 7 }],
    ['ClearChargingProfile', { id: 3 }],
    ['GetLocalListVersion', {}],
    ['ReserveNow', { connectorId: 1, expiryDate: '2040-01-01T00:00:00Z', idTag: 'CORETAG', reservationId: 7 }],
    ['SendLocalList', { listVersion: 1, updateType: 'Full', localAuthorizationList: [] }],
    ['SetChargingProfile', { connectorId: 1, csChargingProfiles: { chargingProfileId: 3, stackLevel: 0,
      chargingProfilePurpose: 'TxDefaultProfile', chargingProfileKind: 'Absolute',
      chargingSchedule: { chargingRateUnit: 'A', chargingSchedulePeriod: [{ startPeriod: 0, limit: 16.1 }] } } }],
    ['TriggerMessage', { requestedMessage: 'MeterValues', connectorId: 1 }],
  ];
  it('messages of the other profiles', async () => {
    for (const [action, payload] of others) {
      const command = await api.command('CORE-1', action, payload, { wait: 10 });
      assert.deepEqual(await station.received(action), payload);
      assert.equal(command.state, 'accepted', JSON.stringify(command));
    }
  });

  it('every frame is in the message log, in order, and none is a finding', async () => {
    const log = await api.messages('CORE-1');
    const count = (action, direction, type) => log.filter((frame) => frame.action === action && frame.direction === direction && frame.type === type).length;
    for (const action of ['Authorize', 'BootNotification', 'Heartbeat', 'MeterValues', 'StartTransaction', 'StatusNotification', 'StopTransaction', 'DataTransfer'])
      assert.ok(count(action, 'in', 2) > 0 && count(action, 'out', 3) === count(action, 'in', 2), `${action} of the station`);
    for (const action of new Set(commands.map(([name]) => name)))
      assert.ok(count(action, 'out', 2) > 0 && count(action, 'in', 3) === count(action, 'out', 2), `${action} to the station`);
    const times = log.map(({ time }) => Date.parse(time));
    assert.deepEqual(times, [...times].sort((a, b) => a - b));
    const since = log[Math.floor(log.length / 2)].time;
    const later = await api.get(`/stations/CORE-1/messages?limit=500&since=${encodeURIComponent(since)}`);
    assert.deepEqual(later.items[0], log.find(({ time }) => time === since));
    assert.deepEqual(await api.findings('CORE-1'), []);
    assert.equal(log.find(({ finding }) => finding), undefined);
  });

  it('goes offline and keeps its last status', async () => {
    await station.close();
    const seen = await until('offline', async () => {
      const now = await api.station('CORE-1');
      return !now.online && now;
    });
    assert.equal(connectorOf(seen, 2).status, 'Faulted');
    assert.deepEqual(station.violations, []);
  });
});
