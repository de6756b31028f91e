// SPDX-License-Identifier: GPL-3.0-or-later
// What a correct central system does and a toy forgets: one test per line of the project's list, named by its number.
// Every test has stations of its own, so that all run side by side against the same two daemons.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { Daemon } from './lib/daemon.mjs';
import { framesIn, RawSocket, upgradeHead } from './lib/rawsocket.mjs';
import { energyAt, Station, utc } from './lib/station.mjs';
import { until, within } from './lib/until.mjs';
import { connectorOf, energies } from './lib/views.mjs';
import { Wire } from './lib/wire.mjs';

const settings = { pingIntervalSeconds: 5, missedPongs: 1, statusTriggerAfterSeconds: 1 };

let open; // lets every station in
let closed; // knows its stations
before(async () => {
  [open, closed] = await Promise.all([Daemon.start({ settings }), Daemon.start({ acceptUnknown: false })]);
});
after(async () => {
  await Promise.all([open?.stop(), closed?.stop()]);
});

// A strict station that is closed, and checked, at the end of the test.
async function strict(t, id, options) {
  const station = await Station.boot(open, id, options);
  t.after(() => station.close());
  return station;
}

async function loose(t, id, options) {
  const wire = await Wire.boot(open, id, options);
  t.after(() => wire.drop());
  return wire;
}

const answered = ([type, , payload], what) => {
  assert.equal(type, 3, `${what} gets a CALLRESULT, not ${JSON.stringify(payload)}`);
  return payload;
};
const refusedWith = ([type, , code], expected, what) => assert.deepEqual([type, code], [4, expected], what);

describe('transactions never get lost', { concurrency: true }, () => {
  it('1 nonsense is answered with a CALLRESULT', async (t) => {
    const wire = await loose(t, 'L1');
    const numbers = new Set();
    const starts = [{}, { connectorId: 'x' }, { connectorId: 1, idTag: 'A', meterStart: 'much', timestamp: 'yesterday' }, { connectorId: 2 }];
    for (const payload of starts) {
      const { transactionId, idTagInfo } = answered(await wire.call('StartTransaction', payload), JSON.stringify(payload));
      assert.ok(Number.isInteger(transactionId) && transactionId > 0, `transactionId ${transactionId}`);
      assert.ok(idTagInfo.status);
      numbers.add(transactionId);
    }
    assert.equal(numbers.size, starts.length);
    for (const payload of [{}, { transactionId: 'x' }, { transactionId: [...numbers][0], meterStop: {}, timestamp: 7 }])
      answered(await wire.call('StopTransaction', payload), JSON.stringify(payload));
    for (const payload of [{}, { connectorId: 1, meterValue: [] }, { connectorId: 1, meterValue: 'x' }, { connectorId: 1, meterValue: [{ timestamp: 'x', sampledValue: [{}] }] }])
      answered(await wire.call('MeterValues', payload), JSON.stringify(payload));
    const parked = await open.api.all('/attention?station=L1');
    assert.ok(parked.length >= starts.length && parked.every(({ payload }) => payload), 'what could not be booked is kept apart');
    assert.deepEqual(await open.api.transactions('L1'), []);
    await wire.alive();
  });

  it('2 an unknown, blocked or expired idTag still gets a transaction', async (t) => {
    await open.api.tag('L2-BLOCKED', { status: 'Blocked' });
    await open.api.tag('L2-EXPIRED', { expiryDate: '2020-01-01T00:00:00Z' });
    const station = await strict(t, 'L2');
    const expected = [['L2-UNKNOWN', 'Invalid'], ['L2-BLOCKED', 'Blocked'], ['L2-EXPIRED', 'Expired']];
    const numbers = [];
    for (const [connector, [tag, status]] of expected.entries()) {
      const { transactionId, idTagInfo } = await station.start(tag, { connectorId: connector + 1 });
      assert.equal(idTagInfo.status, status);
      assert.ok(transactionId > 0);
      assert.equal((await open.api.transaction(transactionId)).idTag, tag);
      numbers.push(transactionId);
    }
    assert.equal(new Set(numbers).size, expected.length);
  });

  it('3 the same start gives the same transaction, on any connection and after a restart', async (t) => {
    const own = await Daemon.start();
    t.after(() => own.stop());
    const start = { connectorId: 1, idTag: 'L3TAG', meterStart: 10, timestamp: utc() };
    let wire = await Wire.boot(own, 'L3');
    const first = answered(await wire.call('StartTransaction', start), 'the start').transactionId;
    assert.equal((await wire.call('StartTransaction', start))[2].transactionId, first);
    await wire.drop();
    wire = await Wire.open(own, 'L3'); // reconnected without a boot
    assert.equal((await wire.call('StartTransaction', start))[2].transactionId, first);
    await own.terminate();
    await own.restart();
    wire = await Wire.boot(own, 'L3');
    assert.equal((await wire.call('StartTransaction', start))[2].transactionId, first);
    assert.notEqual((await wire.call('StartTransaction', { ...start, meterStart: 11 }))[2].transactionId, first);
    assert.equal((await own.api.transactions('L3')).length, 2);
    await wire.close();
  });

  it('4 a second stop is answered and not booked twice', async (t) => {
    const station = await strict(t, 'L4');
    const { transactionId } = await station.start('L4TAG', { meterStart: 100, timestamp: utc(-60) });
    const stop = { timestamp: utc(-10), reason: 'Local' };
    await station.stop(transactionId, 600, stop);
    const once = await open.api.transaction(transactionId);
    await station.stop(transactionId, 600, stop);
    await station.stop(transactionId, 9999, { timestamp: utc() });
    const twice = await open.api.transaction(transactionId);
    assert.deepEqual([twice.meterStopWh, twice.energyWh, twice.stoppedAt], [once.meterStopWh, once.energyWh, once.stoppedAt]);
    assert.deepEqual([once.meterStopWh, once.energyWh], [600, 500]);
    assert.equal((await open.api.transactions('L4')).length, 1);
    const recorded = await open.api.all('/attention?station=L4');
    assert.ok(recorded.some(({ kind, payload }) => kind === 'repeatedStop' && payload.meterStop === 9999), JSON.stringify(recorded));
  });

  it("4 what an operator closed is corrected by the station's own stop", async (t) => {
    const station = await strict(t, 'L4B');
    const { transactionId } = await station.start('L4TAG', { meterStart: 100, timestamp: utc(-60) });
    await open.api.post(`/transactions/${transactionId}/close`, { reason: 'cable is gone' });
    assert.deepEqual((await open.api.transactions('L4B', '&state=open')), []);
    const stoppedAt = utc(-5);
    await station.stop(transactionId, 700, { timestamp: stoppedAt });
    const corrected = await open.api.transaction(transactionId);
    assert.deepEqual([corrected.meterStopWh, corrected.energyWh, Date.parse(corrected.stoppedAt)], [700, 600, Date.parse(stoppedAt)]);
  });

  for (const number of [-1, 0]) {
    it(`5 transactionId ${number} is matched by connector, time and meter`, async (t) => {
      const station = await strict(t, `L5${number}`);
      const { transactionId } = await station.start('L5TAG', { connectorId: 2, meterStart: 1000, timestamp: utc(-60) });
      await station.meter(number, 1200, { connectorId: 2, meterValue: [energyAt(1200, utc(-30))] });
      assert.deepEqual(energies(await open.api.meterValues(transactionId)), [1200]);
      await station.stop(number, 1500, { idTag: 'L5TAG' });
      const closedOne = await open.api.transaction(transactionId);
      assert.deepEqual([closedOne.meterStopWh, closedOne.energyWh], [1500, 500]);
      assert.equal((await open.api.transactions(`L5${number}`)).length, 1);
    });
  }

  it('6 a stop of an unknown transaction is answered and invents none', async (t) => {
    const station = await strict(t, 'L6');
    await station.stop(777777, 500);
    await station.stop(-1, 500);
    assert.deepEqual(await open.api.transactions('L6'), []);
    assert.equal((await open.api.request('GET', '/transactions/777777')).status, 404);
    const parked = await open.api.all('/attention?station=L6');
    assert.deepEqual(parked.map(({ kind }) => kind), ['unmatchedStop', 'unmatchedStop']);
  });

  it('7 MeterValues after the stop do not revive a session', async (t) => {
    const station = await strict(t, 'L7');
    const { transactionId } = await station.start('L7TAG', { meterStart: 0, timestamp: utc(-60) });
    await station.meter(transactionId, 100, { meterValue: [{ timestamp: utc(-40), sampledValue: [{ value: '11000', measurand: 'Power.Active.Import', unit: 'W' }] }] });
    assert.equal(connectorOf(await open.api.station('L7'), 1).powerW, 11000);
    await station.stop(transactionId, 300, { timestamp: utc(-10) });
    await station.meter(transactionId, 300, { meterValue: [{ timestamp: utc(), sampledValue: [{ value: '11000', measurand: 'Power.Active.Import', unit: 'W' }] }] });
    const after = await open.api.transaction(transactionId);
    assert.deepEqual([after.meterStopWh, after.energyWh], [300, 300]);
    assert.ok(after.stoppedAt);
    assert.deepEqual(await open.api.transactions('L7', '&state=open'), []);
    assert.ok(!connectorOf(await open.api.station('L7'), 1).powerW, 'the live power is zero');
  });

  it('8 transactionData merges with the MeterValues that are there', async (t) => {
    const station = await strict(t, 'L8');
    const { transactionId } = await station.start('L8TAG', { meterStart: 0, timestamp: utc(-100) });
    const values = [100, 200, 300].map((wattHours, index) => energyAt(wattHours, utc(-90 + 10 * index)));
    await station.meter(transactionId, 0, { meterValue: [values[0]] });
    await station.meter(transactionId, 0, { meterValue: [values[1]] });
    await station.stop(transactionId, 300, { timestamp: utc(-50), transactionData: values });
    assert.deepEqual(energies(await open.api.meterValues(transactionId)), [100, 200, 300]);
  });

  it("9 what was queued offline is booked by the station's time and overwrites nothing newer", async (t) => {
    const station = await strict(t, 'L9');
    await station.status(1, 'Charging', { timestamp: utc(-10) });
    await station.status(1, 'Preparing', { timestamp: utc(-3600) });
    assert.equal(connectorOf(await open.api.station('L9'), 1).status, 'Charging');
    const startedAt = utc(-3600);
    const { transactionId } = await station.start('L9TAG', { timestamp: startedAt });
    const booked = await open.api.transaction(transactionId);
    assert.equal(Date.parse(booked.startedAt), Date.parse(startedAt));
    assert.ok(Date.now() - Date.parse(booked.startReceived) < 10000, 'the receive time is kept, too');
  });

  // [name, meterStart, readings, meterStop, energy from, energy to, is doubtful]
  const registers = [
    ['a plain run', 1000, [1100, 1200], 1500, 500, 500, false],
    ['a register that resets on the way', 5000, [5400, 100, 500], 700, 1000, 1100, true],
    ['a register that begins with a false 0', 0, [250000, 251000], 252000, 2000, 2000, true],
  ];
  for (const [index, [name, meterStart, readings, meterStop, least, most, doubtful]] of registers.entries()) {
    it(`10 energy: ${name}`, async (t) => {
      const station = await strict(t, `L10-${index}`);
      const { transactionId } = await station.start('L10TAG', { meterStart, timestamp: utc(-600) });
      for (const [at, wattHours] of readings.entries())
        await station.meter(transactionId, wattHours, { meterValue: [energyAt(wattHours, utc(-500 + 60 * at))] });
      await station.stop(transactionId, meterStop);
      const { energyWh, energySource, flags } = await open.api.transaction(transactionId);
      assert.ok(energyWh >= least && energyWh <= most, `${energyWh} Wh`);
      assert.ok(energySource);
      assert.equal(flags.length > 0, doubtful, `flags ${flags}`);
    });
  }

  it('10 energy of a lost stop: the last reading, else the next start', async (t) => {
    const station = await strict(t, 'L10L');
    const forgotten = await station.start('L10TAG', { meterStart: 1000, timestamp: utc(-600) });
    await station.start('L10TAG', { meterStart: 2500, timestamp: utc(-500) });
    assert.equal((await open.api.transaction(forgotten.transactionId)).energyWh, 1500);
    const { transactionId } = await station.start('L10TAG', { connectorId: 2, meterStart: 1000, timestamp: utc(-60) });
    await station.meter(transactionId, 1800, { connectorId: 2, meterValue: [energyAt(1800, utc(-30))] });
    await open.api.post(`/transactions/${transactionId}/close`, { reason: 'lost' });
    assert.equal((await open.api.transaction(transactionId)).energyWh, 800);
  });
});

describe('authorization', { concurrency: true }, () => {
  it('11 the limit of concurrent transactions is for starts, never for Authorize', async (t) => {
    await open.api.tag('L11TAG', { maxConcurrent: 1 });
    const station = await strict(t, 'L11');
    const { transactionId, idTagInfo } = await station.start('L11TAG', { connectorId: 1 });
    assert.equal(idTagInfo.status, 'Accepted');
    assert.equal((await station.call('Authorize', { idTag: 'L11TAG' })).idTagInfo.status, 'Accepted');
    const second = await station.start('L11TAG', { connectorId: 2 });
    assert.equal(second.idTagInfo.status, 'ConcurrentTx');
    await station.stop(second.transactionId, 0);
    await station.stop(transactionId, 0);
    assert.equal((await station.start('L11TAG', { connectorId: 1, meterStart: 5 })).idTagInfo.status, 'Accepted');
  });

  it('12 the parent is in every idTagInfo, and relatives may stop', async (t) => {
    await Promise.all([
      open.api.tag('L12A', { parentIdTag: 'L12P' }), open.api.tag('L12B', { parentIdTag: 'L12P' }), open.api.tag('L12P'),
      open.api.tag('L12X'), open.api.tag('L12Y')]);
    const station = await strict(t, 'L12');
    const withParent = { status: 'Accepted', parentIdTag: 'L12P' };
    assert.deepEqual((await station.call('Authorize', { idTag: 'L12A' })).idTagInfo, withParent);
    const stopOf = async (starter, stopper) => {
      const { transactionId, idTagInfo } = await station.start(starter, { timestamp: utc() });
      const { idTagInfo: end } = await station.stop(transactionId, 0, { idTag: stopper });
      assert.ok((await open.api.transaction(transactionId)).stoppedAt);
      return [idTagInfo, end];
    };
    assert.deepEqual(await stopOf('L12A', 'L12A'), [withParent, withParent]);
    assert.deepEqual(await stopOf('L12A', 'L12B'), [withParent, withParent]);
    assert.equal((await stopOf('L12A', 'L12P'))[1].status, 'Accepted');
    assert.notEqual((await stopOf('L12X', 'L12Y'))[1].status, 'Accepted');
  });

  it('12 a tag that expires on the way may still stop its session', async (t) => {
    await open.api.tag('L12E', { expiryDate: '2040-01-01T00:00:00Z' });
    const station = await strict(t, 'L12E');
    const { transactionId, idTagInfo } = await station.start('L12E');
    assert.equal(idTagInfo.status, 'Accepted');
    await open.api.tag('L12E', { expiryDate: '2020-01-01T00:00:00Z' });
    assert.equal((await station.stop(transactionId, 0, { idTag: 'L12E' })).idTagInfo.status, 'Accepted');
    assert.ok((await open.api.transaction(transactionId)).stoppedAt);
  });

  it('13 idTags: any case, 20 characters, colons', async (t) => {
    await open.api.tag('AB:cd:EF:01:23:45:67');
    const station = await strict(t, 'L13');
    for (const idTag of ['AB:cd:EF:01:23:45:67', 'ab:CD:ef:01:23:45:67', 'AB:CD:EF:01:23:45:67'])
      assert.equal((await station.call('Authorize', { idTag })).idTagInfo.status, 'Accepted');
    const { transactionId } = await station.start('ab:cd:ef:01:23:45:67');
    const found = await open.api.all(`/transactions?idTag=${encodeURIComponent('AB:CD:EF:01:23:45:67')}`);
    assert.deepEqual(found.map(({ id }) => id), [transactionId]);
  });
});

describe('the wire', { concurrency: true }, () => {
  it('14 one CALL is outstanding, and the other direction stays free', async (t) => {
    const wire = await loose(t, 'L14');
    wire.hold('ClearCache', 'Reset', 'UnlockConnector');
    const first = await open.api.command('L14', 'ClearCache', {});
    const second = await open.api.command('L14', 'Reset', { type: 'Soft' });
    const third = await open.api.command('L14', 'UnlockConnector', { connectorId: 1 });
    const [, firstId] = await wire.nextCall('ClearCache');
    for (let beat = 0; beat < 5; ++beat) await wire.alive();
    assert.deepEqual(wire.frames, [], 'nothing else is sent before the answer');
    assert.equal((await open.api.commandState(second.id)).state, 'queued');
    wire.send([3, firstId, { status: 'Accepted' }]);
    const [, secondId] = await wire.nextCall('Reset');
    wire.send([3, secondId, { status: 'Accepted' }]);
    const [, thirdId] = await wire.nextCall('UnlockConnector');
    wire.send([3, thirdId, { status: 'Unlocked' }]);
    for (const { id } of [first, second, third])
      await until('accepted', async () => (await open.api.commandState(id)).state === 'accepted');
  });

  it('15 a late answer still counts and is marked', async (t) => {
    await open.api.register('L15', { callTimeout: 1 });
    const wire = await loose(t, 'L15');
    wire.hold('ClearCache');
    const { id } = await open.api.command('L15', 'ClearCache', {});
    const [, messageId] = await wire.nextCall('ClearCache');
    await until('timeout', async () => (await open.api.commandState(id)).state === 'timeout');
    wire.send([3, messageId, { status: 'Accepted' }]);
    const late = await until('the late answer', async () => {
      const command = await open.api.commandState(id);
      return command.state === 'accepted' && command;
    });
    assert.equal(late.late, true);
    assert.deepEqual(late.answer, { status: 'Accepted' });
  });

  it('15 a CALLERROR is a result to show', async (t) => {
    const wire = await loose(t, 'L15E');
    wire.hold('UnlockConnector');
    const { id } = await open.api.command('L15E', 'UnlockConnector', { connectorId: 1 });
    const [, messageId] = await wire.nextCall('UnlockConnector');
    wire.send([4, messageId, 'NotSupported', 'no lock here', { why: 'fixed cable' }]);
    const command = await until('the error', async () => {
      const now = await open.api.commandState(id);
      return now.state === 'error' && now;
    });
    const shown = JSON.stringify(command.error);
    assert.ok(shown.includes('NotSupported') && shown.includes('no lock here'), shown);
  });

  it('15 when the socket drops, an unanswered call is unknown', async (t) => {
    const wire = await loose(t, 'L15U');
    wire.hold('ClearCache');
    const { id } = await open.api.command('L15U', 'ClearCache', {});
    await wire.nextCall('ClearCache');
    await wire.drop();
    await until('unknown', async () => (await open.api.commandState(id)).state === 'unknown');
  });

  it('16 the newest socket of a station wins', async (t) => {
    const old = await loose(t, 'L16');
    const newer = await loose(t, 'l16'); // ids are matched case-insensitively
    await within('the old socket closed', old.closed);
    await newer.alive();
    assert.equal((await open.api.station('L16')).online, true);
    const command = await open.api.command('L16', 'ClearCache', {}, { wait: 10 });
    assert.equal(command.state, 'accepted');
    assert.ok(newer.isOpen);
  });

  it('17 the server pings, and closes a peer that does not answer', async (t) => {
    const wire = await loose(t, 'L17');
    const pinged = new Promise((resolve) => wire.socket.once('ping', resolve));
    const mute = await RawSocket.upgraded(open, 'L17MUTE');
    t.after(() => mute.close());
    await open.untilOnline('L17MUTE');
    await within('a ping', pinged, 15);
    await mute.untilClosed('a dead peer', 30);
    assert.ok(framesIn(mute.received).some(({ opcode }) => opcode === 9), 'it was pinged first');
    await open.untilOnline('L17MUTE', false);
    await wire.alive();
    const { lastHeard } = await open.api.station('L17');
    assert.ok(Date.now() - Date.parse(lastHeard) < 10000, lastHeard);
  });

  it('18 pending: some may be asked, nothing may be done', async (t) => {
    await open.api.register('L18', { registration: 'pending' });
    const wire = await Wire.open(open, 'L18');
    t.after(() => wire.drop());
    const boot = { chargePointVendor: 'Interop', chargePointModel: 'Wire' };
    const answer = answered(await wire.call('BootNotification', boot), 'BootNotification');
    assert.equal(answer.status, 'Pending');
    assert.ok(answer.interval > 0);
    for (const [action, payload] of [['Heartbeat', {}], ['Authorize', { idTag: 'X' }], ['StartTransaction', { connectorId: 1, idTag: 'X', meterStart: 0, timestamp: utc() }]])
      refusedWith(await wire.call(action, payload), 'SecurityError', action);
    assert.ok(wire.isOpen);
    assert.equal((await open.api.command('L18', 'GetConfiguration', {}, { wait: 10 })).state, 'accepted');
    assert.equal((await open.api.command('L18', 'TriggerMessage', { requestedMessage: 'BootNotification' }, { wait: 10 })).state, 'accepted');
    wire.hold('RemoteStartTransaction', 'RemoteStopTransaction');
    const remote = await open.api.request('POST', '/stations/L18/commands?wait=1', {
      body: { action: 'RemoteStartTransaction', payload: { idTag: 'X' } }, agent: false });
    assert.ok(remote.status >= 400 || !['sent', 'accepted'].includes(remote.body.state), remote.text);
    assert.deepEqual(wire.frames, []);
    await open.api.register('L18');
    assert.equal((await wire.call('BootNotification', boot))[2].status, 'Accepted');
    await wire.alive();
  });

  it('18 rejected: nothing is sent', async (t) => {
    await open.api.register('L18R', { registration: 'rejected' });
    const wire = await Wire.open(open, 'L18R');
    t.after(() => wire.drop());
    wire.answers = {};
    const answer = answered(await wire.call('BootNotification', { chargePointVendor: 'I', chargePointModel: 'W' }), 'BootNotification');
    assert.equal(answer.status, 'Rejected');
    assert.ok(answer.interval > 0);
    await open.api.request('POST', '/stations/L18R/commands?wait=1', { body: { action: 'ClearCache', payload: {} }, agent: false });
    refusedWith(await wire.call('Heartbeat', {}), 'SecurityError', 'Heartbeat');
    assert.deepEqual(wire.frames, []);
  });

  it('19 a station that reports no status after boot is asked for it', async (t) => {
    const wire = await loose(t, 'L19');
    wire.hold('TriggerMessage');
    const [, , , payload] = await wire.nextCall('TriggerMessage', 15);
    assert.equal(payload.requestedMessage, 'StatusNotification');
  });

  it('20 unknown stations get 404 and knock', async () => {
    const { status } = await Wire.refusal(closed, 'L20-STRANGER');
    assert.equal(status, 404);
    assert.equal((await closed.api.request('GET', '/stations/L20-STRANGER')).status, 404);
    const knock = () => closed.api.all('/knocks').then((knocks) => knocks.find(({ station }) => station === 'L20-STRANGER'));
    const { reason, httpStatus, last } = await until('the knock', knock);
    assert.deepEqual([reason, httpStatus], ['unknownStation', 404]);
    assert.ok(Date.now() - Date.parse(last) < 10000);
    await closed.api.register('L20-STRANGER'); // accepted with one click
    const wire = await Wire.boot(closed, 'L20-STRANGER');
    assert.equal(await knock(), undefined);
    await wire.close();
  });

  it('20 ids in any case, with slashes and percent-encoding', async () => {
    await closed.api.register('L20:Yard');
    for (const path of ['/ocpp/L20:Yard', '/L20:Yard', '/ocpp/l20%3ayard', '/ocpp//L20%3AYard/', '//ocpp/%4C20:Yard', '/OCPP/L20:YARD?x=1']) {
      const wire = await Wire.boot(closed, 'L20:Yard', { path });
      assert.equal((await closed.api.station('L20:Yard')).online, true, path);
      await wire.close();
    }
  });

  it('20 a wrong or missing password gets 401, no WebSocket 4xx', async () => {
    await closed.api.register('L20P', { securityProfile: 1, password: 'correct-horse-battery' });
    assert.equal((await Wire.refusal(closed, 'L20P')).status, 401);
    assert.equal((await Wire.refusal(closed, 'L20P', { password: 'wrong' })).status, 401);
    const wire = await Wire.boot(closed, 'L20P', { password: 'correct-horse-battery' });
    await wire.close();
    assert.ok(!JSON.stringify(await closed.api.station('L20P')).includes('correct-horse'), 'the password is write only');
    for (const request of ['GET /ocpp/L20P HTTP/1.1\r\nHost: x\r\n\r\n', 'POST /ocpp/L20P HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n', 'no HTTP at all\r\n\r\n']) {
      const raw = await RawSocket.open(closed.port);
      raw.write(request);
      const status = await raw.status();
      assert.ok(status >= 400 && status < 500, `${status} for ${request}`);
      await raw.untilClosed(request);
    }
  });

  it('21 subprotocol: exactly one is echoed', async (t) => {
    const both = await loose(t, 'L21', { protocols: ['ocpp2.0.1', 'ocpp1.6', 'ocpp1.5'] });
    assert.equal(both.socket.protocol, 'ocpp1.6');
  });

  it('21 subprotocol: a missing header is tolerated with a warning', async (t) => {
    const none = await loose(t, 'L21N', { protocols: [] });
    assert.equal(none.socket.protocol, '');
    await none.alive();
    assert.ok((await open.api.findings('L21N')).length > 0);
  });

  it('21 subprotocol: unknown ones only are not accepted', async () => {
    const raw = await RawSocket.open(open.port);
    raw.write(upgradeHead('/ocpp/L21U', { 'Sec-WebSocket-Protocol': 'ocpp2.0.1, soap' }));
    const head = await raw.head();
    assert.match(head, /^HTTP\/1.1 (400|101)/); // J 3.2: the handshake may be completed, but the socket is closed
    assert.doesNotMatch(head, /Sec-WebSocket-Protocol/i);
    await raw.untilClosed('an unknown subprotocol');
  });

  it('22 times without zone, with fractions and offsets, before the clock is set', async (t) => {
    const wire = await loose(t, 'L22');
    const cases = [
      ['2026-01-05T10:00:00', '2026-01-05T10:00:00Z'], ['2026-01-05T10:00:00.123456789Z', '2026-01-05T10:00:00.123Z'],
      ['2026-01-05T10:00:00+02:00', '2026-01-05T08:00:00Z'], ['2026-01-05T10:00:00-0330', '2026-01-05T13:30:00Z'],
      ['1970-01-01T00:00:12Z', '1970-01-01T00:00:12Z']];
    for (const [index, [said, meant]] of cases.entries()) {
      const start = { connectorId: index + 1, idTag: 'L22TAG', meterStart: 0, timestamp: said };
      const { transactionId } = answered(await wire.call('StartTransaction', start), said);
      assert.equal(Date.parse((await open.api.transaction(transactionId)).startedAt), Date.parse(meant), said);
    }
    const findings = JSON.stringify(await open.api.findings('L22'));
    assert.match(findings, /timestamp/);
    const { currentTime } = answered(await wire.call('Heartbeat', {}), 'Heartbeat');
    assert.match(currentTime, /Z$/);
  });

  const lenient = [
    ['an over-long string', 'BootNotification', { chargePointVendor: 'V'.repeat(60), chargePointModel: 'M' }],
    ['a number as string', 'StatusNotification', { connectorId: '1', errorCode: 'NoError', status: 'Available' }],
    ['an unknown extra field', 'Heartbeat', { vendorExtra: { deep: true } }],
    ['a null payload', 'Heartbeat', null],
    ['a null member', 'StatusNotification', { connectorId: 1, errorCode: 'NoError', status: 'Available', info: null, timestamp: null }],
  ];
  for (const [index, [name, action, payload]] of lenient.entries()) {
    it(`23 lenient in, with a finding: ${name}`, async (t) => {
      const wire = await loose(t, `L23-${index}`);
      answered(await wire.call(action, payload), name);
      const findings = await open.api.findings(`L23-${index}`);
      assert.ok(findings.some((finding) => finding.action === action), JSON.stringify(findings));
      assert.ok((await open.api.messages(`L23-${index}`)).some(({ finding }) => finding), 'the frame is marked');
      await wire.alive();
    });
  }

  const unclear = [
    ['an unknown action', 'MakeCoffee', {}, 'NotImplemented'],
    ['an action of the other direction', 'RemoteStartTransaction', { idTag: 'X' }, 'NotSupported'],
    ['a payload that is a list', 'Authorize', ['X'], 'FormationViolation'],
    ['a missing member', 'Authorize', {}, 'OccurenceConstraintViolation'],
    ['a member of another type', 'StatusNotification', { connectorId: 1, errorCode: 'NoError', status: ['Available'] }, 'TypeConstraintViolation'],
    ['a value that is none', 'StatusNotification', { connectorId: 1, errorCode: 'NoError', status: 'Sleeping' }, 'PropertyConstraintViolation'],
  ];
  for (const [index, [name, action, payload, code]] of unclear.entries()) {
    it(`23 unclear: ${name} gets ${code}`, async (t) => {
      const wire = await loose(t, `L23E-${index}`);
      const answer = await wire.call(action, payload);
      refusedWith(answer, code, name);
      assert.equal(typeof answer[3], 'string');
      assert.equal(typeof answer[4], 'object');
      await wire.alive();
    });
  }

  it('24 odd message ids are answered as they came', async (t) => {
    const wire = await loose(t, 'L24');
    const long = 'x'.repeat(80);
    for (const id of [long, '', 'ümläut "quoted"', 42]) {
      wire.send(JSON.stringify([2, id, 'Heartbeat', {}]));
      const [type] = await wire.next(`the answer to ${id}`, (frame) => frame[0] !== 2 && String(frame[1]) === String(id));
      assert.ok(type === 3 || id === '', `id ${JSON.stringify(id)}`); // an empty id cannot be told from none
    }
    for (let time = 0; time < 2; ++time) answered(await wire.call('Heartbeat', {}, 'twice'), 'a repeated id');
    await wire.alive();
  });

  it('24 answers that nobody waits for and unknown types are harmless', async (t) => {
    const wire = await loose(t, 'L24B');
    wire.send([3, 'nobody', { status: 'Accepted' }]);
    wire.send([4, 'nobody', 'GenericError', '', {}]);
    wire.send([3, 'nobody']);
    wire.send([5, 'x', {}]);
    wire.send([9]);
    await wire.alive();
    assert.equal((await open.api.station('L24B')).online, true);
  });
});

describe('meter values', { concurrency: true }, () => {
  const started = async (t, id, meterStart = 0) => {
    const wire = await loose(t, id);
    const start = { connectorId: 1, idTag: 'L25TAG', meterStart, timestamp: utc(-600) };
    return [wire, (await wire.call('StartTransaction', start))[2].transactionId];
  };
  const sample = async (wire, transactionId, seconds, ...sampledValue) =>
    answered(await wire.call('MeterValues', { connectorId: 1, transactionId, meterValue: [{ timestamp: utc(seconds), sampledValue }] }), 'MeterValues');

  it('25 defaults, Wh and kWh', async (t) => {
    const [wire, transactionId] = await started(t, 'L25', 1000);
    await sample(wire, transactionId, -500, { value: '1500' });
    await sample(wire, transactionId, -400, { value: '1.75', unit: 'kWh' });
    const values = await open.api.meterValues(transactionId);
    assert.deepEqual(values.map(({ value, measurand }) => [value, measurand]),
      [['1500', 'Energy.Active.Import.Register'], ['1.75', 'Energy.Active.Import.Register']]);
    await open.api.post(`/transactions/${transactionId}/close`, { reason: 'read it off' });
    assert.equal((await open.api.transaction(transactionId)).energyWh, 750);
  });

  it('25 phases are summed only when there is no total', async (t) => {
    const phases = (each) => ['L1', 'L2', 'L3'].map((phase) => ({ value: String(each), phase, measurand: 'Energy.Active.Import.Register' }));
    const [wire, summed] = await started(t, 'L25P');
    await sample(wire, summed, -500, ...phases(100));
    await open.api.post(`/transactions/${summed}/close`, { reason: 'read it off' });
    assert.equal((await open.api.transaction(summed)).energyWh, 300);
    const [other, total] = await started(t, 'L25T');
    await sample(other, total, -500, ...phases(100), { value: '310', measurand: 'Energy.Active.Import.Register' });
    await open.api.post(`/transactions/${total}/close`, { reason: 'read it off' });
    assert.equal((await open.api.transaction(total)).energyWh, 310);
  });

  it('25 signed data is kept verbatim, unknown measurands and units are kept', async (t) => {
    const signed = 'OCMF|{"FV":"1.0","RD":[{"RV":12.5}]}|{"SD":"3045"}';
    const [wire, transactionId] = await started(t, 'L25S');
    await sample(wire, transactionId, -500, { value: signed, format: 'SignedData', context: 'Transaction.Begin' });
    await sample(wire, transactionId, -400, { value: '7', measurand: 'Vendor.Magic', unit: 'furlong' });
    const values = await open.api.meterValues(transactionId);
    assert.equal(values[0].value, signed);
    assert.deepEqual([values[1].value, values[1].measurand, values[1].unit], ['7', 'Vendor.Magic', 'furlong']);
    await open.api.post(`/transactions/${transactionId}/close`, { reason: 'read it off' });
    assert.equal((await open.api.transaction(transactionId)).energyWh, 0);
  });
});

describe('commands', { concurrency: true }, () => {
  it('26 a remote start is followed to the transaction', async (t) => {
    const station = await strict(t, 'L26');
    const command = await open.api.command('L26', 'RemoteStartTransaction', { idTag: 'L26TAG', connectorId: 1 }, { wait: 10 });
    assert.equal(command.state, 'accepted');
    const { transactionId } = await station.start('L26TAG');
    const { outcome } = await open.api.commandState(command.id);
    assert.equal(outcome, `transactionStarted:${transactionId}`);
    const stop = await open.api.command('L26', 'RemoteStopTransaction', { transactionId }, { wait: 10 });
    await station.stop(transactionId, 10, { reason: 'Remote' });
    assert.equal((await open.api.commandState(stop.id)).outcome, `transactionStopped:${transactionId}`);
  });

  it('26 a remote start that leads to nothing says so', async (t) => {
    const station = await strict(t, 'L26N', { configuration: [{ key: 'ConnectionTimeOut', value: '1' }] });
    await open.api.command('L26N', 'GetConfiguration', {}, { wait: 10 });
    const { id } = await open.api.command('L26N', 'RemoteStartTransaction', { idTag: 'L26TAG' }, { wait: 10 });
    assert.equal(await until('the outcome', async () => (await open.api.commandState(id)).outcome, 30), 'notStarted');
    assert.ok(station.calls.length > 0);
  });

  it('26 a remote start may carry a TxProfile without transactionId', async (t) => {
    const station = await strict(t, 'L26P');
    const chargingProfile = { chargingProfileId: 1, stackLevel: 0, chargingProfilePurpose: 'TxProfile', chargingProfileKind: 'Relative',
      chargingSchedule: { chargingRateUnit: 'A', chargingSchedulePeriod: [{ startPeriod: 0, limit: 10 }] } };
    const payload = { idTag: 'L26TAG', connectorId: 1, chargingProfile };
    const command = await open.api.command('L26P', 'RemoteStartTransaction', payload, { wait: 10 });
    assert.equal(command.state, 'accepted');
    assert.deepEqual(await station.received('RemoteStartTransaction'), payload);
  });

  it('27 ChangeAvailability Scheduled is success later', async (t) => {
    await strict(t, 'L27', { answers: { ChangeAvailability: () => ({ status: 'Scheduled' }), UnlockConnector: () => ({ status: 'NotSupported' }) } });
    const command = await open.api.command('L27', 'ChangeAvailability', { connectorId: 1, type: 'Inoperative' }, { wait: 10 });
    assert.deepEqual([command.state, command.answer], ['accepted', { status: 'Scheduled' }]);
    const unlock = await open.api.command('L27', 'UnlockConnector', { connectorId: 9 }, { wait: 10 });
    assert.deepEqual([unlock.state, unlock.answer], ['rejected', { status: 'NotSupported' }]);
  });

  it('28 configuration: desired and reported are kept apart', async (t) => {
    const station = await strict(t, 'L28', { configuration: [
      { key: 'HeartbeatInterval', value: '300' }, { key: 'NumberOfConnectors', value: '2', readonly: true },
      { key: 'MeterValueSampleInterval', value: '60', needsReboot: true }] });
    const keyOf = async (wanted) => (await open.api.all('/stations/L28/configuration')).find(({ key }) => key.toLowerCase() === wanted.toLowerCase());
    await open.api.command('L28', 'GetConfiguration', {}, { wait: 10 });
    assert.deepEqual([(await keyOf('HeartbeatInterval')).value, (await keyOf('NumberOfConnectors')).readonly], ['300', true]);

    await open.api.put('/stations/L28/configuration/heartbeatINTERVAL', { value: '120' });
    const inSync = await until('read back', async () => {
      const now = await keyOf('HeartbeatInterval');
      return now.value === '120' && now;
    });
    assert.equal(inSync.desired, '120');

    // The station forgets: the report changes, what is wanted stays, and is brought about again.
    station.configuration.get('heartbeatinterval').value = '999';
    await open.api.command('L28', 'GetConfiguration', {}, { wait: 10 });
    assert.equal((await keyOf('HeartbeatInterval')).desired, '120');
    await until('worked off again', () => station.configuration.get('heartbeatinterval').value === '120');

    await open.api.put('/stations/L28/configuration/MeterValueSampleInterval', { value: '30' });
    await until('RebootRequired', async () => (await keyOf('MeterValueSampleInterval')).state === 'rebootRequired');
    await open.api.put('/stations/L28/configuration/NumberOfConnectors', { value: '9' });
    await until('Rejected', async () => (await keyOf('NumberOfConnectors')).state === 'rejected');
    assert.equal((await keyOf('NumberOfConnectors')).value, '2');
  });

  it('28 secrets are never shown', async (t) => {
    const station = await strict(t, 'L28S', { configuration: [{ key: 'AuthorizationKey', value: '' }] });
    const secret = '0123456789abcdef0123456789abcdef';
    await open.api.command('L28S', 'ChangeConfiguration', { key: 'AuthorizationKey', value: secret }, { wait: 10 });
    assert.deepEqual(await station.received('ChangeConfiguration'), { key: 'AuthorizationKey', value: secret });
    for (const path of ['/stations/L28S', '/stations/L28S/messages', '/stations/L28S/configuration'])
      assert.ok(!(await open.api.request('GET', path)).text.includes(secret), path);
    assert.ok(!open.log.join('\n').includes(secret), 'the log of the daemon');
  });

  it('a command for an offline station waits for it', async (t) => {
    await open.api.register('OFFLINE-1');
    const answer = await open.api.request('POST', '/stations/OFFLINE-1/commands', { body: { action: 'Reset', payload: { type: 'Soft' }, expiresIn: 60 } });
    assert.deepEqual([answer.status, answer.body.state], [202, 'queued']);
    const station = await strict(t, 'OFFLINE-1');
    assert.deepEqual(await station.received('Reset'), { type: 'Soft' });
    await until('accepted', async () => (await open.api.commandState(answer.body.id)).state === 'accepted');
  });

  it('a queued command expires', async (t) => {
    await open.api.register('OFFLINE-2');
    const { id } = await open.api.command('OFFLINE-2', 'Reset', { type: 'Soft' }, { expiresIn: 1 });
    await until('expired', async () => (await open.api.commandState(id)).state === 'expired');
    const station = await strict(t, 'OFFLINE-2');
    await open.api.command('OFFLINE-2', 'ClearCache', {}, { wait: 10 }); // goes after all that was queued
    assert.ok(!station.calls.some(({ action }) => action === 'Reset'));
  });

  it('a queued command can be cancelled, a sent one cannot', async (t) => {
    await open.api.register('OFFLINE-3');
    const { id } = await open.api.command('OFFLINE-3', 'Reset', { type: 'Hard' }, { expiresIn: 60 });
    await open.api.delete(`/commands/${id}`);
    assert.equal((await open.api.commandState(id)).state, 'cancelled');
    const station = await strict(t, 'OFFLINE-3');
    const { id: done } = await open.api.command('OFFLINE-3', 'ClearCache', {}, { wait: 10 });
    assert.ok(!station.calls.some(({ action }) => action === 'Reset'));
    const late = await open.api.request('DELETE', `/commands/${done}`);
    assert.equal(late.status, 409);
  });

  it('a payload that breaks the schema gets 422 with the path', async (t) => {
    await strict(t, 'INVALID-1');
    for (const [action, payload, path] of [['Reset', { type: 'Gently' }, /type/], ['Reset', {}, /type/], ['UnlockConnector', { connectorId: 'x' }, /connectorId/]]) {
      const answer = await open.api.request('POST', '/stations/INVALID-1/commands', { body: { action, payload } });
      assert.equal(answer.status, 422, answer.text);
      assert.match(answer.text, path);
      assert.ok(answer.body.error.code && answer.body.error.message);
    }
    const unknown = await open.api.request('POST', '/stations/INVALID-1/commands', { body: { action: 'MakeCoffee', payload: {} } });
    assert.ok(unknown.status >= 400 && unknown.status < 500, unknown.text);
  });

  it('an offline station with expiresIn 0 gets 409', async () => {
    await open.api.register('OFFLINE-4');
    const answer = await open.api.request('POST', '/stations/OFFLINE-4/commands', { body: { action: 'ClearCache', payload: {}, expiresIn: 0 } });
    assert.equal(answer.status, 409, answer.text);
    const { items } = await open.api.get('/stations/OFFLINE-4/messages');
    assert.deepEqual(items, []);
  });

  it('?wait answers when it is finished, or with the state after that time', async (t) => {
    const wire = await loose(t, 'WAIT-1');
    wire.hold('ClearCache');
    const since = Date.now();
    const pending = await open.api.command('WAIT-1', 'ClearCache', {}, { wait: 1 });
    assert.equal(pending.state, 'sent');
    assert.ok(Date.now() - since >= 900, `after ${Date.now() - since} ms`);
    const waiting = open.api.command('WAIT-1', 'UnlockConnector', { connectorId: 1 }, { wait: 10 });
    const [, messageId] = await wire.nextCall('ClearCache');
    wire.send([3, messageId, { status: 'Accepted' }]);
    assert.equal((await waiting).state, 'accepted');
  });
});
