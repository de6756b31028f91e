// SPDX-License-Identifier: GPL-3.0-or-later
// Smart charging with the strict ocpp-rpc client: what is desired over the API reaches the station by frames that satisfy
// the official schemas, and comes back after a boot.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { Daemon } from './lib/daemon.mjs';
import { Station } from './lib/station.mjs';
import { until } from './lib/until.mjs';

const night = {
  stackLevel: 1, chargingProfilePurpose: 'TxDefaultProfile', chargingProfileKind: 'Relative',
  chargingSchedule: { chargingRateUnit: 'A', chargingSchedulePeriod: [{ startPeriod: 0, limit: 16 }, { startPeriod: 3600, limit: 6.1 }] },
};
const limits = [
  { key: 'ChargeProfileMaxStackLevel', value: '3', readonly: true },
  { key: 'ChargingScheduleAllowedChargingRateUnit', value: 'Current', readonly: true },
];

describe('Smart charging', () => {
  let daemon, api, station;
  const path = '/stations/PROFILE-1/charging-profiles';
  const places = async () => (await api.all(path)).map(({ connectorId, stackLevel, state }) => `${connectorId}/${stackLevel} ${state}`);
  const reach = (states) => until(states.join(), async () => JSON.stringify(await places()) === JSON.stringify(states), 20);

  before(async () => {
    daemon = await Daemon.start({ acceptUnknown: false });
    api = daemon.api;
    await api.register('PROFILE-1');
    await api.tag('PROFILETAG');
    station = await Station.boot(daemon, 'PROFILE-1', { configuration: limits, answers: {
      GetCompositeSchedule: ({ connectorId }) => ({ status: 'Accepted', connectorId, scheduleStart: '2026-11-22T12:00:00Z',
        chargingSchedule: { duration: 600, chargingRateUnit: 'A', chargingSchedulePeriod: [{ startPeriod: 0, limit: 16 }] } }),
    } });
  });
  after(async () => {
    await station.close();
    await daemon.stop();
  });

  it('installs a profile of the library', async () => {
    await api.put('/charging-profiles/Night', night);
    assert.deepEqual((await api.get('/charging-profiles/night')).profile, night);
    const desired = await api.put(path, { connectorId: 1, profile: 'Night' });
    assert.deepEqual([desired.name, desired.chargingProfileId, desired.problems], ['Night', 1, []]);
    assert.deepEqual(await station.received('SetChargingProfile'), { connectorId: 1, csChargingProfiles: { chargingProfileId: 1, ...night } });
    await reach(['1/1 installed']);
    const [{ reported }] = await api.all(path);
    assert.deepEqual(reported, { chargingProfileId: 1, ...night });
  });

  it('brings a change of the library to the station', async () => {
    const later = { ...night, stackLevel: 2 };
    await api.put('/charging-profiles/Night', later);
    const { csChargingProfiles } = await station.received('SetChargingProfile');
    assert.deepEqual(csChargingProfiles, { ...later, chargingProfileId: csChargingProfiles.chargingProfileId });
    assert.deepEqual(await station.received('ClearChargingProfile'), { id: 1 });
    await reach(['1/2 installed']);
  });

  it('refuses what the station could not take, with the path', async () => {
    await until('limits', async () => (await api.all('/stations/PROFILE-1/configuration')).length >= 2, 20);
    const high = await api.request('PUT', path, { body: { connectorId: 1, profile: { ...night, stackLevel: 4 } } });
    assert.deepEqual([high.status, high.body.error.code, high.body.error.path], [422, 'unfitProfile', '/profile/stackLevel']);
    const max = await api.request('PUT', path, { body: { connectorId: 1, profile: { ...night, chargingProfilePurpose: 'ChargePointMaxProfile' } } });
    assert.deepEqual([max.status, max.body.error.path], [422, '/connectorId']);
  });

  it('ends a TxProfile with its transaction', async () => {
    const { transactionId } = await station.start('PROFILETAG', { connectorId: 2 });
    await api.put(path, { connectorId: 2, profile: { ...night, chargingProfilePurpose: 'TxProfile' } });
    const { csChargingProfiles } = await station.received('SetChargingProfile');
    assert.equal(csChargingProfiles.transactionId, transactionId);
    await reach(['1/2 installed', '2/1 installed']);
    await station.stop(transactionId, 10);
    assert.deepEqual(await places(), ['1/2 installed']);
  });

  it('gives the composite schedule that the station tells', async () => {
    const told = await api.get('/stations/PROFILE-1/composite-schedule?source=station&connectorId=1&duration=600');
    assert.deepEqual(await station.received('GetCompositeSchedule'), { connectorId: 1, duration: 600 });
    assert.deepEqual([told.scheduleStart, told.chargingSchedule.chargingSchedulePeriod], ['2026-11-22T12:00:00Z', [{ startPeriod: 0, limit: 16 }]]);
    assert.deepEqual(await api.get('/stations/PROFILE-1/composite-schedule?source=kept&connectorId=1&chargingRateUnit=A'), told);
    const computed = await api.get('/stations/PROFILE-1/composite-schedule?connectorId=1&duration=600');
    assert.equal(computed.chargingSchedule.chargingSchedulePeriod[0].source.chargingProfilePurpose, 'TxDefaultProfile');
  });

  it('takes no old schedule for a new one', async () => {
    const ask = (unit) => api.request('GET', `/stations/PROFILE-1/composite-schedule?source=station&connectorId=1&chargingRateUnit=${unit}`);
    const other = await ask('W'); // the station chooses its own unit
    assert.deepEqual([other.status, other.body.chargingSchedule.chargingRateUnit], [200, 'A']);
    const table = await api.request('GET', '/stations/PROFILE-1/composite-schedule?source=station&connectorId=1&format=csv');
    assert.match(table.text, /^start,end,[^]*,0,600,16,A,/);
    station.answers.GetCompositeSchedule = () => ({ status: 'Accepted' }); // it may leave the schedule out (6.22)
    const none = await ask('A');
    assert.deepEqual([none.status, none.body.error.code], [409, 'noCompositeSchedule']);
    station.calls = [];
  });

  it('installs everything again after a boot', async () => {
    station.calls = [];
    assert.equal((await station.bootNotification()).status, 'Accepted');
    assert.equal((await station.received('SetChargingProfile', 20)).csChargingProfiles.stackLevel, 2);
    await reach(['1/2 installed']);
  });

  it('clears what is no longer desired', async () => {
    await api.delete(`${path}?connectorId=1`);
    const { id } = await station.received('ClearChargingProfile');
    assert.ok(id > 0);
    await reach([]);
    await api.delete('/charging-profiles/Night');
    assert.deepEqual(station.violations, []);
  });
});
