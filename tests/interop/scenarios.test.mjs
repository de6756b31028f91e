// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of local lists, charging profiles, reservations and Plug & Charge, whatever the station answers, or does not: a
// table of features by a table of endings, with the strict ocpp-rpc client.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';

import { Daemon } from './lib/daemon.mjs';
import { Station, utc } from './lib/station.mjs';
import { until } from './lib/until.mjs';

const { createRPCError } = createRequire(import.meta.url)('ocpp-rpc');

const configuration = [
  { key: 'SupportedFeatureProfiles', value: 'Core,LocalAuthListManagement,Reservation,SmartCharging', readonly: true },
  { key: 'LocalAuthListEnabled', value: 'true' },
  { key: 'ReserveConnectorZeroSupported', value: 'true', readonly: true },
];
const profile = {
  stackLevel: 0, chargingProfilePurpose: 'TxDefaultProfile', chargingProfileKind: 'Relative',
  chargingSchedule: { chargingRateUnit: 'A', chargingSchedulePeriod: [{ startPeriod: 0, limit: 16 }] },
};

// A feature: the CALL that matters, how it is brought about, and what is so when it was accepted. `topic`: it is tried again by
// itself. `isInside`: the answer is the data of a DataTransfer.
const features = {
  'a local list': {
    action: 'SendLocalList', topic: 'localList', refusal: 'Failed',
    ask: (api, id) => api.put(`/stations/${id}/local-list`, { entries: [{ idTag: 'ADA', idTagInfo: { status: 'Accepted' } }] }),
    isDone: async (api, id) => (await api.get(`/stations/${id}/local-list`)).committedVersion > 0,
  },
  'a charging profile': {
    action: 'SetChargingProfile', topic: 'chargingProfiles', refusal: 'Rejected',
    ask: (api, id) => api.put(`/stations/${id}/charging-profiles`, { connectorId: 1, profile }),
    isDone: async (api, id) => (await api.all(`/stations/${id}/charging-profiles`))[0]?.state === 'installed',
  },
  'a reservation': {
    action: 'ReserveNow', refusal: 'Occupied',
    ask: (api, id) => api.command(id, 'ReserveNow', { connectorId: 1, expiryDate: utc(3600), idTag: 'ADA', reservationId: 5 }),
    isDone: async (api, id) => (await api.all(`/stations/${id}/reservations`)).some(({ status }) => status === 'Active'),
  },
  'the end of a reservation': {
    action: 'CancelReservation', refusal: 'Rejected',
    prepare: (api, id) => api.command(id, 'ReserveNow', { connectorId: 1, expiryDate: utc(3600), idTag: 'ADA', reservationId: 5 }, { wait: 10 }),
    ask: (api, id) => api.command(id, 'CancelReservation', { reservationId: 5 }),
    isDone: async (api, id) => (await api.get(`/reservations/${id}/5`)).status === 'Cancelled',
  },
  'a root of Plug & Charge': {
    action: 'DataTransfer', isInside: true, refusal: 'Rejected',
    ask: (api, id) => api.post(`/stations/${id}/plug-and-charge`, { messageId: 'InstallCertificate', payload: { certificateType: 'V2GRootCertificate', certificate: 'pem' } }),
    isDone: async (api, id) => (await api.all(`/stations/${id}/commands`)).find(({ action }) => action === 'DataTransfer').outcome === 'Accepted',
  },
};

// How it ends: `answer` gives the station's answer, or throws a CALLERROR; `state` is what the command says then.
const never = () => new Promise(() => {});
const endings = {
  accepted: { answer: () => ({ status: 'Accepted' }), state: 'accepted', done: true },
  rejected: { answer: ({ refusal }) => ({ status: refusal }), state: 'rejected' },
  'not supported': { answer: () => { throw createRPCError('NotSupported', 'what?'); }, state: 'error' },
  CALLERROR: { answer: () => { throw createRPCError('InternalError', 'memory'); }, state: 'error' },
  'no answer': { answer: never, state: 'timeout' },
  'a late answer': { answer: (_, late) => late, state: 'timeout', isLate: true, done: true },
  'disconnect while waiting': { answer: never, state: 'unknown', then: ({ station }) => station.drop() },
  'restart while waiting': { answer: never, state: 'unknown', then: ({ restart }) => restart() },
};

const said = (feature, answer) => (feature.isInside ? { status: 'Accepted', data: JSON.stringify(answer) } : answer);

describe('lists, profiles, reservations and Plug & Charge, however it ends', () => {
  let daemon, number = 0;

  before(async () => {
    daemon = await Daemon.start();
    await daemon.api.tag('ADA');
  });
  after(() => daemon.stop());

  const restart = async () => {
    await daemon.kill();
    await daemon.restart();
  };
  const last = async (id, action) => (await daemon.api.all(`/stations/${id}/commands`)).filter((command) => command.action === action).at(0);
  const topicOf = async (id, topic) => (await daemon.api.all(`/stations/${id}/reconciliations`)).find((row) => row.topic === topic);

  async function play(feature, ending) {
    const id = `SCENE-${++number}`;
    await daemon.api.register(id, { callTimeout: ending.state === 'timeout' ? 1 : 30 });
    let reply;
    const late = new Promise((resolve) => { reply = () => resolve({ status: 'Accepted' }); });
    const station = await Station.boot(daemon, id, { configuration, answers: {
      [feature.action]: async () => said(feature, await ending.answer(feature, late)),
    } });
    await feature.prepare?.(daemon.api, id);
    await feature.ask(daemon.api, id);
    await station.received(feature.action, 20);
    await ending.then?.({ station, restart });
    await until(`${feature.action} ${ending.state}`, async () => (await last(id, feature.action))?.state === ending.state, 20);
    if (ending.isLate) {
      reply();
      await until('the late answer taken', async () => (await last(id, feature.action)).late);
    }
    if (ending.done) await until('it is so', () => feature.isDone(daemon.api, id));
    else assert.equal(await feature.isDone(daemon.api, id), false);
    if (feature.topic && ending.done) await until('in sync', async () => (await topicOf(id, feature.topic)).state === 'inSync');
    else if (feature.topic) assert.notEqual((await topicOf(id, feature.topic)).state, 'inSync');
    if (feature.topic && !ending.done) await itComesGood(id, feature, ending, station);
    else await station.drop(); // in good order it would wait for the answer that never comes
    assert.deepEqual(station.violations, []);
  }

  // The station is well again, and a person does not want to wait.
  async function itComesGood(id, feature, ending, before) {
    await before.drop();
    await daemon.untilOnline(id, false);
    const station = await Station.boot(daemon, id, { configuration });
    await until('it is so at last', async () => {
      const { state } = await topicOf(id, feature.topic);
      if (['waiting', 'gaveUp'].includes(state)) await daemon.api.post(`/stations/${id}/reconciliations/${feature.topic}/retry`);
      return feature.isDone(daemon.api, id);
    }, 30);
    await until('in sync at last', async () => (await topicOf(id, feature.topic)).state === 'inSync');
    await station.close();
  }

  for (const [what, feature] of Object.entries(features)) {
    describe(what, () => {
      for (const [how, ending] of Object.entries(endings)) it(how, () => play(feature, ending));
    });
  }
});

describe('paused by a person', () => {
  let daemon, station;

  before(async () => {
    daemon = await Daemon.start();
    station = await Station.boot(daemon, 'PAUSE-1', { configuration });
    await until('its configuration read', async () => (await daemon.api.all('/stations/PAUSE-1/configuration')).length >= 3);
  });
  after(async () => {
    await station.close();
    await daemon.stop();
  });

  const row = async (topic) => (await daemon.api.all('/stations/PAUSE-1/reconciliations')).find((each) => each.topic === topic);
  const post = (topic, deed) => daemon.api.post(`/stations/PAUSE-1/reconciliations/${topic}/${deed}`);

  it('shows what differs, and leaves it so until it is resumed', async () => {
    assert.equal((await post('chargingProfiles', 'pause')).paused, true);
    await daemon.api.put('/stations/PAUSE-1/charging-profiles', { connectorId: 1, profile });
    await until('shown', async () => (await row('chargingProfiles')).difference === 1);
    await daemon.api.command('PAUSE-1', 'ClearCache', {}, { wait: 10 });
    assert.equal(station.calls.some(({ action }) => action === 'SetChargingProfile'), false);
    await post('chargingProfiles', 'resume');
    await station.received('SetChargingProfile');
    await until('in sync', async () => (await row('chargingProfiles')).state === 'inSync');
  });

  it('configuration is a topic like the others', async () => {
    await post('configuration', 'pause');
    await daemon.api.put('/stations/PAUSE-1/configuration/LocalAuthListEnabled', { value: 'false' });
    await until('shown', async () => (await row('configuration')).difference === 1);
    await daemon.api.command('PAUSE-1', 'ClearCache', {}, { wait: 10 });
    assert.equal(station.calls.some(({ action }) => action === 'ChangeConfiguration'), false);
    await post('configuration', 'resume');
    assert.deepEqual(await station.received('ChangeConfiguration'), { key: 'LocalAuthListEnabled', value: 'false' });
    await until('in sync', async () => (await row('configuration')).state === 'inSync');
  });

  it('taking back what waits pauses its topic', async () => {
    let go;
    const free = new Promise((resolve) => { go = () => resolve({ status: 'Accepted' }); });
    station.answers.ClearCache = () => free;
    await daemon.api.command('PAUSE-1', 'ClearCache', {});
    await station.received('ClearCache');
    await daemon.api.delete('/stations/PAUSE-1/charging-profiles?connectorId=1');
    const waiting = await until('queued', async () => (await daemon.api.all('/stations/PAUSE-1/commands'))
      .find(({ action, state }) => action === 'ClearChargingProfile' && state === 'queued'));
    await daemon.api.delete(`/commands/${waiting.id}`);
    const { paused, state, reason } = await row('chargingProfiles');
    assert.deepEqual([paused, state], [true, 'waiting']);
    assert.match(reason, /cancelled/);
    go();
    await post('chargingProfiles', 'resume');
    await station.received('ClearChargingProfile');
    await until('in sync', async () => (await row('chargingProfiles')).state === 'inSync');
  });
});
