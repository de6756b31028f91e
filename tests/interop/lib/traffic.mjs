// SPDX-License-Identifier: GPL-3.0-or-later
// Stations that charge without a pause and keep a ledger of what the central system acknowledged. A message without
// an answer is repeated on the next connection with the same content, as real stations do it.
import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';

import { willingAnswers } from './answers.mjs';
import { energyAt } from './station.mjs';
import { until, within } from './until.mjs';

const require = createRequire(import.meta.url);
const { WebSocket } = createRequire(require.resolve('ocpp-rpc'))('ws');

const valuesPerSession = 3;

export class TrafficStation {
  ledger = []; // {start, id, values: [{payload, answered}], stop, stopAnswered}; id is 0 until the start was answered
  answers = willingAnswers();
  #story = this.#charge();
  #pending; // {action, payload, book}: sent, or to be sent
  #messageId;
  #clock = Date.now() - 24 * 3600 * 1000;
  #wattHours = 0;
  #socket;
  #resting = false;

  // `onAnswer` is called for each CALLRESULT that was booked.
  constructor(number, onAnswer) {
    this.id = `CRASH-${number}`;
    this.number = number;
    this.onAnswer = onAnswer;
  }

  // Connects and goes on where it stood. Every other station boots first; the others only lost their connection.
  async connect(url) {
    this.#socket = new WebSocket(url + this.id, ['ocpp1.6'], { perMessageDeflate: false });
    this.closed = new Promise((resolve) => this.#socket.once('close', resolve));
    this.#socket.on('error', () => {});
    this.#socket.on('message', (data) => this.#arrived(JSON.parse(data.toString())));
    const opened = new Promise((resolve, reject) => this.#socket.once('open', resolve).once('error', reject));
    await within(`${this.id} connected`, opened, 30);
    if (this.number % 2 === 0 || !this.#pending) this.#send('BootNotification', { chargePointVendor: 'Interop', chargePointModel: 'Crash' });
    else this.#sendPending();
  }

  // From now on it only brings the session that runs to its end.
  rest() { this.#resting = true; }

  get isAtRest() { return this.#resting && !this.#pending; }

  async close() {
    this.#socket.close();
    await within(`${this.id} closed`, this.closed);
  }

  #send(action, payload, id = randomUUID()) {
    this.#messageId = id;
    this.#socket.send(JSON.stringify([2, id, action, payload]));
  }

  // Repetitions carry the old message id or a new one: stations do either.
  #sendPending() {
    this.#pending.id = this.number % 3 === 0 && this.#pending.id ? this.#pending.id : randomUUID();
    this.#send(this.#pending.action, this.#pending.payload, this.#pending.id);
  }

  #arrived([type, id, third, payload]) {
    if (type === 2) {
      this.#socket.send(JSON.stringify([3, id, this.answers[third](payload)]));
    } else if (id === this.#messageId) {
      if (type !== 3) throw new Error(`${this.id}: ${this.#pending?.action} got ${third} ${payload}`);
      if (this.#pending?.id === id) this.#booked(third);
      if (!this.#pending && this.#resting) return;
      this.#pending ??= this.#story.next().value;
      this.#sendPending();
    }
  }

  #booked(answer) {
    this.#pending.book(answer);
    this.#pending = undefined;
    this.onAnswer();
    const between = this.ledger.length === 0 || this.ledger.at(-1).stopAnswered;
    if (!this.#resting || !between) this.#pending = this.#story.next().value;
  }

  #time() { return new Date(this.#clock += 1000).toISOString(); }

  *#charge() {
    for (;;) {
      const session = { id: 0, values: [], stopAnswered: false };
      this.ledger.push(session);
      session.start = { connectorId: 1, idTag: `TAG-${this.number}`, meterStart: this.#wattHours, timestamp: this.#time() };
      yield { action: 'StartTransaction', payload: session.start, book: ({ transactionId }) => { session.id = transactionId; } };
      for (let count = 0; count < valuesPerSession; ++count) {
        const value = { answered: false, reading: energyAt(this.#wattHours += 100, this.#time()) };
        session.values.push(value);
        const payload = { connectorId: 1, transactionId: session.id, meterValue: [value.reading] };
        yield { action: 'MeterValues', payload, book: () => { value.answered = true; } };
      }
      const timestamp = this.#time();
      const last = { answered: false, reading: energyAt(this.#wattHours += 100, timestamp) };
      session.values.push(last);
      session.stop = { transactionId: session.id, meterStop: this.#wattHours, timestamp, reason: 'Local',
        transactionData: [session.values[0].reading, last.reading] }; // one is known already: it must not double
      yield { action: 'StopTransaction', payload: session.stop, book: () => { session.stopAnswered = last.answered = true; } };
    }
  }
}

// All stations connected at once.
export function connectAll(stations, url) {
  return Promise.all(stations.map((station) => station.connect(url)));
}

// Connected to end the sessions that run, and no more.
export async function finishAll(stations, url) {
  stations.forEach((station) => station.rest());
  await connectAll(stations, url);
  await until('every station at rest', () => stations.every(({ isAtRest }) => isAtRest), 60);
}
