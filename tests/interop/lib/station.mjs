// SPDX-License-Identifier: GPL-3.0-or-later
// A station on the strict ocpp-rpc client: every frame in both directions is checked against the official schemas.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';

import { configurationOf, willingAnswers } from './answers.mjs';
import { until } from './until.mjs';

const { RPCClient } = createRequire(import.meta.url)('ocpp-rpc');

export const utc = (offsetSeconds = 0) => new Date(Date.now() + offsetSeconds * 1000).toISOString();

export class Station {
  violations = []; // what the strict client did not like; must stay empty
  calls = []; // CALLs of the central system: {action, payload}

  // options: password, configuration (array of {key, value, readonly}), answers (functions by action).
  constructor(daemon, id, options = {}) {
    this.id = id;
    this.configuration = configurationOf(options.configuration ?? []);
    this.answers = { ...willingAnswers(this.configuration), ...options.answers };
    this.client = new RPCClient({
      endpoint: daemon.ocpp.replace(/\/$/, ''),
      identity: id,
      password: options.password,
      protocols: ['ocpp1.6'],
      strictMode: true,
      reconnect: false,
      callTimeoutMs: 15000,
    });
    this.client.on('strictValidationFailure', (failure) => this.violations.push(failure.error.message));
    this.client.on('badMessage', (failure) => this.violations.push(failure.error.message));
    this.closed = new Promise((resolve) => this.client.once('close', resolve));
    for (const action of Object.keys(this.answers)) {
      this.client.handle(action, ({ params }) => {
        this.calls.push({ action, payload: params });
        return this.answers[action](params);
      });
    }
  }

  static async boot(daemon, id, options = {}) {
    const station = new Station(daemon, id, options);
    await station.client.connect();
    const answer = await station.bootNotification();
    assert.equal(answer.status, 'Accepted');
    return station;
  }

  call(action, payload = {}) { return this.client.call(action, payload); }

  bootNotification(more = {}) {
    return this.call('BootNotification', { chargePointVendor: 'Interop', chargePointModel: 'Strict', ...more });
  }

  status(connectorId, status, more = {}) {
    return this.call('StatusNotification', { connectorId, status, errorCode: 'NoError', timestamp: utc(), ...more });
  }

  // {transactionId, idTagInfo}
  start(idTag, more = {}) {
    return this.call('StartTransaction', { connectorId: 1, idTag, meterStart: 0, timestamp: utc(), ...more });
  }

  stop(transactionId, meterStop, more = {}) {
    return this.call('StopTransaction', { transactionId, meterStop, timestamp: utc(), ...more });
  }

  meter(transactionId, wattHours, more = {}) {
    return this.call('MeterValues', { connectorId: 1, ...(transactionId === undefined ? {} : { transactionId }),
      meterValue: [energyAt(wattHours, utc())], ...more });
  }

  // The next CALL with this action that was not taken yet.
  async received(action, seconds) {
    const index = await until(`${action} at ${this.id}`, () => {
      const at = this.calls.findIndex((call) => call.action === action);
      return at < 0 ? undefined : { at };
    }, seconds);
    return this.calls.splice(index.at, 1)[0].payload;
  }

  // Drops the connection as a power cut does.
  async drop() {
    await this.client.close({ force: true });
  }

  async close() {
    await this.client.close();
    assert.deepEqual(this.violations, [], `${this.id}: every frame satisfies the official schemas`);
  }
}

export function energyAt(wattHours, timestamp) {
  return { timestamp, sampledValue: [{ value: String(wattHours), measurand: 'Energy.Active.Import.Register', unit: 'Wh' }] };
}
