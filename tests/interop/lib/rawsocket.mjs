// SPDX-License-Identifier: GPL-3.0-or-later
// A bare TCP connection: hand-made HTTP heads and WebSocket frames, also wrong ones.
import { once } from 'node:events';
import { createConnection } from 'node:net';

import { until, within } from './until.mjs';

export class RawSocket {
  received = Buffer.alloc(0);

  static async open(port) {
    const raw = new RawSocket();
    raw.socket = createConnection({ port, host: '127.0.0.1', noDelay: true });
    raw.socket.on('error', () => {}); // a reset is one of the answers that are looked for
    raw.socket.on('data', (chunk) => { raw.received = Buffer.concat([raw.received, chunk]); });
    raw.closed = new Promise((resolve) => raw.socket.once('close', () => resolve(true)));
    await within('a TCP connection', once(raw.socket, 'connect'));
    return raw;
  }

  // An upgraded connection of station `id`.
  static async upgraded(daemon, id) {
    const raw = await RawSocket.open(daemon.port);
    raw.write(upgradeHead(`/ocpp/${id}`));
    const head = await raw.head();
    if (!head.startsWith('HTTP/1.1 101')) throw new Error(`${id} was not upgraded: ${head}`);
    raw.received = raw.received.subarray(head.length);
    return raw;
  }

  write(bytes) { this.socket.write(bytes); }

  // The response's head, with its blank line.
  async head(seconds) {
    await until('a response head', () => this.received.includes('\r\n\r\n') || this.socket.destroyed, seconds);
    return this.received.subarray(0, this.received.indexOf('\r\n\r\n') + 4).toString('latin1');
  }

  async status(seconds) { return Number((await this.head(seconds)).split(' ')[1]); }

  // Everything that came until the server closed.
  async untilClosed(what, seconds) {
    await within(`${what}: closed by the server`, this.closed, seconds);
    return this.received;
  }

  close() { this.socket.destroy(); }
}

export function upgradeHead(path, headers = {}) {
  const all = {
    Host: '127.0.0.1', Upgrade: 'websocket', Connection: 'Upgrade', 'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==', 'Sec-WebSocket-Protocol': 'ocpp1.6', ...headers,
  };
  const lines = Object.entries(all).filter(([, value]) => value !== undefined).map(([name, value]) => `${name}: ${value}\r\n`);
  return `GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`;
}

// One client frame. `fin`, `mask` and `reserved` are there to be wrong; `length` announces another length than sent.
export function frame(opcode, payload, { fin = true, mask = true, reserved = 0, length } = {}) {
  const data = Buffer.from(payload);
  const size = length ?? data.length;
  const extended = size < 126 ? Buffer.alloc(0) : Buffer.alloc(size < 65536 ? 2 : 8);
  if (extended.length === 2) extended.writeUInt16BE(size);
  if (extended.length === 8) extended.writeBigUInt64BE(BigInt(size));
  const code = size < 126 ? size : extended.length === 2 ? 126 : 127;
  const head = Buffer.from([(fin ? 0x80 : 0) | reserved << 4 | opcode, (mask ? 0x80 : 0) | code]);
  const key = Buffer.from([0x12, 0x34, 0x56, 0x78]);
  if (!mask) return Buffer.concat([head, extended, data]);
  return Buffer.concat([head, extended, key, data.map((byte, index) => byte ^ key[index & 3])]);
}

// The server's frames in `bytes`: [{opcode, payload}].
export function framesIn(bytes) {
  const frames = [];
  for (let at = 0; at + 2 <= bytes.length; ) {
    const code = bytes[at + 1] & 127;
    const head = code === 126 ? 4 : code === 127 ? 10 : 2;
    if (at + head > bytes.length) break;
    const size = code === 126 ? bytes.readUInt16BE(at + 2) : code === 127 ? Number(bytes.readBigUInt64BE(at + 2)) : code;
    if (at + head + size > bytes.length) break;
    frames.push({ opcode: bytes[at] & 15, payload: bytes.subarray(at + head, at + head + size) });
    at += head + size;
  }
  return frames;
}
