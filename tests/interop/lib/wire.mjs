// SPDX-License-Identifier: GPL-3.0-or-later
// A station without rules: any text, any bytes, any order over a WebSocket. For what the strict client cannot say.
import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';

import { willingAnswers } from './answers.mjs';
import { within } from './until.mjs';

const require = createRequire(import.meta.url);
const { WebSocket } = createRequire(require.resolve('ocpp-rpc'))('ws');

export class Wire {
  frames = []; // parsed, not yet taken by next()
  answers = willingAnswers();
  #waiting = [];
  #held = new Set();

  // options: protocols, headers, password.
  static async open(daemon, id, options = {}) {
    const wire = new Wire(daemon, id, options);
    await within(`${id} connected`, wire.opened);
    return wire;
  }

  // Connected and registered as accepted.
  static async boot(daemon, id, options = {}) {
    const wire = await Wire.open(daemon, id, options);
    const [type, , payload] = await wire.call('BootNotification', { chargePointVendor: 'Interop', chargePointModel: 'Wire' });
    if (type !== 3 || payload.status !== 'Accepted') throw new Error(`${id} was not accepted: ${JSON.stringify(payload)}`);
    return wire;
  }

  // What the server answers instead of the upgrade: {status, headers, body}.
  static refusal(daemon, id, options = {}) {
    const socket = connect(daemon, id, options);
    return within(`the refusal of ${id}`, new Promise((resolve, reject) => {
      socket.on('open', () => { socket.terminate(); reject(new Error(`${id} was let in`)); });
      socket.on('error', reject);
      socket.on('unexpected-response', (request, response) => {
        response.setEncoding('utf8').on('data', () => {});
        response.on('close', () => resolve({ status: response.statusCode, headers: response.headers }));
      });
    }), 30); // a wrong password is hashed slowly on purpose, behind those that came before it
  }

  constructor(daemon, id, options) {
    this.id = id;
    this.socket = connect(daemon, id, options);
    this.opened = new Promise((resolve, reject) => {
      this.socket.once('open', resolve);
      this.socket.once('error', reject);
      this.socket.once('unexpected-response', (request, response) => reject(new Error(`${id}: HTTP ${response.statusCode}`)));
    });
    this.opened.catch(() => {});
    this.socket.on('error', () => {}); // is always followed by "close"
    this.closed = new Promise((resolve) => this.socket.once('close', (code, reason) => {
      this.#wake();
      resolve({ code, reason: String(reason) });
    }));
    this.socket.on('message', (data) => this.#arrived(JSON.parse(data.toString('utf8'))));
  }

  get isOpen() { return this.socket.readyState === WebSocket.OPEN; }

  #arrived(frame) {
    const answer = this.answers[frame[2]];
    if (frame[0] === 2 && answer && !this.#held.has(frame[2])) {
      this.send([3, frame[1], answer(frame[3])]);
      return;
    }
    this.frames.push(frame);
    this.#wake();
  }

  #wake() { this.#waiting.splice(0).forEach((wake) => wake()); }

  // From now on CALLs with this action are not answered by themselves: next() gives them out.
  hold(...actions) { actions.forEach((action) => this.#held.add(action)); }

  send(message) { this.socket.send(typeof message === 'string' || Buffer.isBuffer(message) ? message : JSON.stringify(message)); }

  // The next frame that `wanted` accepts.
  async next(what, wanted, seconds = 10) {
    for (;;) {
      const index = this.frames.findIndex(wanted);
      if (index >= 0) return this.frames.splice(index, 1)[0];
      if (this.socket.readyState > WebSocket.OPEN) throw new Error(`${what} at ${this.id}: the connection is closed`);
      await within(`${what} at ${this.id}`, new Promise((resolve) => this.#waiting.push(resolve)), seconds);
    }
  }

  nextCall(action, seconds) { return this.next(`CALL ${action}`, (frame) => frame[0] === 2 && frame[2] === action, seconds); }

  // The answer, [3, id, payload] or [4, id, code, description, details].
  call(action, payload, id = randomUUID()) {
    this.send([2, id, action, payload]);
    return this.answerTo(id, action);
  }

  answerTo(id, what = id) { return this.next(`the answer to ${what}`, (frame) => frame[0] !== 2 && frame[1] === id); }

  // Proof that this station is being served right now.
  async alive() {
    const [type] = await this.call('Heartbeat', {});
    if (type !== 3) throw new Error(`${this.id}: the heartbeat was not answered with a CALLRESULT`);
  }

  close() {
    this.socket.close();
    return within(`${this.id} closed`, this.closed);
  }

  // As a power cut does it.
  drop() {
    this.socket.terminate();
    return this.closed;
  }
}

function connect(daemon, id, { protocols = ['ocpp1.6'], headers = {}, password, path } = {}) {
  const all = { ...headers };
  if (password !== undefined) all.Authorization = `Basic ${Buffer.from(`${id}:${password}`).toString('base64')}`;
  const url = path === undefined ? daemon.ocpp + encodeURIComponent(id) : new URL(daemon.ocpp).origin + path;
  return new WebSocket(url, protocols, { headers: all, perMessageDeflate: false, handshakeTimeout: 20000 });
}
