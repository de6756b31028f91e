// SPDX-License-Identifier: GPL-3.0-or-later
// `kill -9` in the middle of the traffic of many stations, again and again: what was answered is there, exactly once.
// SM_CRASH_ROUNDS (4; the full run has 20), SM_CRASH_STATIONS (200).
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { databaseKind } from './lib/database.mjs';
import { Daemon } from './lib/daemon.mjs';
import { connectAll, finishAll, TrafficStation } from './lib/traffic.mjs';
import { within } from './lib/until.mjs';
import { energies } from './lib/views.mjs';

const rounds = Number(process.env.SM_CRASH_ROUNDS ?? 4);
const stationCount = Number(process.env.SM_CRASH_STATIONS ?? 200);

describe(`kill -9 on ${databaseKind}`, () => {
  let daemon, answered, killAt, dead;
  const stations = Array.from({ length: stationCount }, (_, index) => new TrafficStation(index, () => {
    answered += 1;
    if (answered === killAt) dead = daemon.kill();
  }));
  const verified = new WeakSet(); // sessions that are over and were read back

  before(async () => { daemon = await Daemon.start(); });
  after(() => daemon.stop());

  for (let round = 1; round <= rounds; ++round) {
    it(`round ${round}`, async (t) => {
      answered = 0;
      dead = undefined;
      killAt = stationCount + Math.floor(Math.random() * 12 * stationCount);
      await connectAll(stations, daemon.ocpp).catch((error) => { if (!dead) throw error; });
      await within('every station has lost its connection', Promise.all(stations.map(({ closed }) => closed)), 60);
      const { signal } = await dead;
      assert.equal(signal, 'SIGKILL');
      t.diagnostic(`killed after ${answered} answers`);
      await daemon.restart();
      await verify(t);
    });
  }

  it('every station finishes, and everything is there exactly once', async (t) => {
    killAt = undefined;
    await finishAll(stations, daemon.ocpp);
    await verify(t);
    const sessions = stations.flatMap(({ ledger }) => ledger);
    assert.ok(sessions.every(({ stopAnswered }) => stopAnswered));
    const booked = await daemon.api.all('/transactions');
    assert.equal(booked.length, sessions.length);
    assert.equal(new Set(sessions.map(({ id }) => id)).size, sessions.length, 'no transactionId is given out twice');
    await Promise.all(stations.map((station) => station.close()));
  });

  async function verify(t) {
    const booked = new Map();
    for (const transaction of await daemon.api.all('/transactions')) {
      const key = `${transaction.station} ${Date.parse(transaction.startedAt)}`;
      assert.ok(!booked.has(key), `started once: ${JSON.stringify(transaction)}`);
      booked.set(key, transaction);
    }
    const doubtful = stations.flatMap((station) => station.ledger.filter((session) => !verified.has(session)).map((session) => [station, session]));
    t.diagnostic(`${booked.size} transactions, ${doubtful.length} of them to read back`);
    const work = doubtful.values();
    const reader = async () => { for (const [station, session] of work) await verifySession(station, session, booked); };
    await Promise.all([reader(), reader(), reader()]);
  }

  async function verifySession(station, session, booked) {
    const transaction = booked.get(`${station.id} ${Date.parse(session.start.timestamp)}`);
    if (!session.id && !transaction) return; // not answered, not booked: the station will repeat it
    assert.ok(transaction, `the answered start ${session.id} of ${station.id} is there`);
    if (!session.id) return;
    assert.equal(transaction.id, session.id);
    const wattHours = energies(await daemon.api.meterValues(session.id));
    for (const { reading, answered: isAnswered } of session.values) {
      const times = wattHours.filter((value) => value === Number(reading.sampledValue[0].value)).length;
      const what = `reading ${reading.sampledValue[0].value} of transaction ${session.id}, ${isAnswered ? '' : 'not '}answered, is there ${times} times`;
      assert.ok(times === 1 || (times === 0 && !isAnswered), what);
    }
    if (!session.stopAnswered) return;
    assert.equal(wattHours.length, session.values.length);
    const { meterStart } = session.start;
    const { meterStop, timestamp } = session.stop;
    assert.deepEqual(
      [transaction.meterStopWh, transaction.energyWh, Date.parse(transaction.stoppedAt)],
      [meterStop, meterStop - meterStart, Date.parse(timestamp)]);
    verified.add(session);
  }
});
