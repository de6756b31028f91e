// SPDX-License-Identifier: GPL-3.0-or-later
// Local lists and reservations, told by the strict ocpp-rpc client and read back over the API.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { Daemon } from './lib/daemon.mjs';
import { Station, utc } from './lib/station.mjs';
import { until } from './lib/until.mjs';

const limits = [
  { key: 'SupportedFeatureProfiles', value: 'Core,LocalAuthListManagement,Reservation', readonly: true },
  { key: 'LocalAuthListEnabled', value: 'true' },
  { key: 'LocalAuthListMaxLength', value: '4', readonly: true },
  { key: 'SendLocalListMaxLength', value: '2', readonly: true },
  { key: 'ReserveConnectorZeroSupported', value: 'true', readonly: true },
];

// A station's side of its list.
function localList() {
  const list = { version: 0, tags: new Map() };
  list.answers = {
    GetLocalListVersion: () => ({ listVersion: list.version }),
    SendLocalList: ({ listVersion, updateType, localAuthorizationList = [] }) => {
      if (updateType === 'Differential' && listVersion <= list.version) return { status: 'VersionMismatch' };
      if (updateType === 'Full') list.tags.clear();
      for (const { idTag, idTagInfo } of localAuthorizationList) {
        if (idTagInfo) list.tags.set(idTag, idTagInfo);
        else list.tags.delete(idTag);
      }
      list.version = listVersion;
      return { status: 'Accepted' };
    },
  };
  return list;
}

describe('local lists', () => {
  let daemon, api, station, list;
  const shown = () => api.get('/stations/LIST-1/local-list');
  const inSync = () => until('the list in sync', async () => (await shown()).state === 'inSync' && (await shown()).drift === 0);

  before(async () => {
    daemon = await Daemon.start();
    api = daemon.api;
    for (const tag of ['A1', 'A2', 'A3']) await api.tag(tag, { parentIdTag: 'GROUP' });
    list = localList();
    station = await Station.boot(daemon, 'LIST-1', { configuration: limits, answers: list.answers });
    await until('its configuration read', async () =>
      (await api.all('/stations/LIST-1/configuration')).some(({ key }) => key === 'SendLocalListMaxLength'));
  });
  after(async () => {
    await station.close();
    await daemon.stop();
  });

  it('a list of a group goes out in parts', async () => {
    await api.put('/local-lists/Depot', { source: 'tags', groups: ['GROUP'] });
    await api.put('/stations/LIST-1/local-list', { list: 'depot' });
    const full = await station.received('SendLocalList');
    assert.deepEqual([full.updateType, full.listVersion, full.localAuthorizationList.map(({ idTag }) => idTag)], ['Full', 1, ['A1', 'A2']]);
    const rest = await station.received('SendLocalList');
    assert.deepEqual([rest.updateType, rest.listVersion, rest.localAuthorizationList.map(({ idTag }) => idTag)], ['Differential', 2, ['A3']]);
    await inSync();
    const { version, committedVersion, list: name, entries } = await shown();
    assert.deepEqual([version, committedVersion, name, entries.length], [2, 2, 'Depot', 3]);
    assert.deepEqual((await api.get('/local-lists/Depot')).stations, ['LIST-1']);
  });

  it('a change of a tag goes out alone', async () => {
    await api.delete('/id-tags/A2');
    const update = await station.received('SendLocalList');
    assert.deepEqual(update, { listVersion: 3, updateType: 'Differential', localAuthorizationList: [{ idTag: 'A2' }] });
    await inSync();
  });

  it('a list that the station lost comes back whole', async () => {
    list.version = 0;
    list.tags.clear();
    await api.post('/stations/LIST-1/local-list/sync');
    assert.equal((await station.received('SendLocalList')).updateType, 'Full');
    await inSync();
    assert.deepEqual([...list.tags.keys()], ['A1', 'A3']);
  });

  it('entries by hand, but not more than it takes', async () => {
    const entry = (idTag) => ({ idTag, idTagInfo: { status: 'Accepted', expiryDate: '2040-01-01T00:00:00Z' } });
    await api.put('/stations/LIST-1/local-list', { entries: ['1', '2', '3', '4', '5'].map(entry) });
    const refused = await until('given up', async () => {
      const now = await shown();
      return now.state === 'gaveUp' ? now : undefined;
    });
    assert.equal(refused.obstacle, 'tooLong');
    assert.match(refused.reason, /LocalAuthListMaxLength/);
    await api.put('/stations/LIST-1/local-list', { entries: [entry('1')] });
    await inSync();
    assert.deepEqual([...list.tags], [['1', { status: 'Accepted', expiryDate: '2040-01-01T00:00:00Z' }]]);
  });

  it('what makes no sense is refused', async () => {
    for (const body of [{}, { list: 'nobody' }, { entries: [{ idTag: 'A' }] }, { entries: [{ idTag: 'A', idTagInfo: { status: 'Fine' } }] }]) {
      assert.equal((await api.request('PUT', '/stations/LIST-1/local-list', { body })).status, 422, JSON.stringify(body));
    }
    assert.equal((await api.request('GET', '/stations/NOBODY/local-list')).status, 404);
    assert.equal((await api.request('GET', '/local-lists/nobody')).status, 404);
  });
});

describe('reservations', () => {
  let daemon, api, station;
  const reserve = (payload) => api.command('RES-1', 'ReserveNow',
    { connectorId: 1, expiryDate: utc(3600), idTag: 'ADA', reservationId: 5, ...payload }, { wait: 10 });
  const status = async (number = 5) => (await api.get(`/reservations/RES-1/${number}`)).status;

  before(async () => {
    daemon = await Daemon.start();
    api = daemon.api;
    await api.tag('ADA');
    await api.tag('VAN', { parentIdTag: 'FLEET' });
    station = await Station.boot(daemon, 'RES-1', { configuration: limits });
  });
  after(async () => {
    await station.close();
    await daemon.stop();
  });

  it('made and cancelled', async () => {
    assert.equal((await reserve()).state, 'accepted');
    const made = await api.get('/reservations/RES-1/5');
    assert.deepEqual([made.status, made.connector, made.idTag], ['Active', 1, 'ADA']);
    await api.command('RES-1', 'CancelReservation', { reservationId: 5 }, { wait: 10 });
    assert.equal(await status(), 'Cancelled');
  });

  it('used by the group', async () => {
    await reserve({ parentIdTag: 'FLEET', reservationId: 6 });
    const { transactionId } = await station.start('VAN');
    const used = await api.get('/reservations/RES-1/6');
    assert.deepEqual([used.status, used.transactionId], ['Used', transactionId]);
    await station.stop(transactionId, 10);
  });

  it('survives a restart, and expires', async () => {
    await reserve({ reservationId: 7, expiryDate: utc(2) });
    await reserve({ reservationId: 8, connectorId: 2 });
    await daemon.terminate();
    await daemon.restart();
    api = daemon.api;
    assert.equal(await status(8), 'Active');
    await until('expired', async () => (await status(7)) === 'Expired');
    const again = await Station.boot(daemon, 'RES-1', { configuration: limits });
    await again.status(2, 'Faulted', { errorCode: 'GroundFailure' });
    assert.equal(await status(8), 'Ended');
    assert.deepEqual((await api.all('/stations/RES-1/reservations?status=Ended')).map(({ reservationId }) => reservationId), [8]);
    assert.equal((await api.all('/stations/RES-1/reservations')).length, 4);
    station = again;
  });

  it('an unknown one', async () => {
    assert.equal((await api.request('GET', '/reservations/RES-1/4711')).status, 404);
  });
});
