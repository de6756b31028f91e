// SPDX-License-Identifier: GPL-3.0-or-later
// Bad input of every kind is answered or closed, while another station is served as if nothing happened.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { setImmediate as turn, setTimeout as delay } from 'node:timers/promises';

import { Daemon } from './lib/daemon.mjs';
import { frame, framesIn, RawSocket, upgradeHead } from './lib/rawsocket.mjs';
import { slow, until, within } from './lib/until.mjs';
import { Wire } from './lib/wire.mjs';

const settings = { handshakeTimeoutSeconds: 2, pingIntervalSeconds: 5, missedPongs: 1 };
const heartbeat = (id) => JSON.stringify([2, id, 'Heartbeat', {}]);
const textOf = (raw) => framesIn(raw.received).filter(({ opcode }) => opcode === 1).map(({ payload }) => JSON.parse(payload.toString()));

let daemon;
let bystander;

// A station that sends a heartbeat as soon as the last one was answered, all the time.
class Bystander {
  beats = 0;
  worstMs = 0;
  stopped = false;

  async run() {
    this.wire = await Wire.boot(daemon, 'BYSTANDER');
    while (!this.stopped) {
      const since = performance.now();
      await this.wire.alive();
      this.worstMs = Math.max(this.worstMs, performance.now() - since);
      this.beats += 1;
      await delay(5); // leaves the processor to those that misbehave
    }
  }
}

before(async () => {
  daemon = await Daemon.start({ settings });
  await daemon.api.register('LOCKED', { securityProfile: 1, password: 'right-password-123' });
  bystander = new Bystander();
  bystander.done = bystander.run();
  bystander.done.catch(() => {});
});

after(async () => {
  bystander.stopped = true;
  try {
    await bystander.done;
    assert.ok(bystander.beats > 100, `${bystander.beats} heartbeats of the bystander`);
    // Not a measurement, the machine may be busy: what is waited for everywhere else.
    assert.ok(bystander.worstMs < 10_000 * slow, `the bystander waited up to ${bystander.worstMs} ms`);
    assert.ok(bystander.wire.isOpen);
    assert.equal((await daemon.api.station('BYSTANDER')).findingsCount, 0);
    await bystander.wire.close();
  } finally {
    await daemon.stop();
  }
});

describe('text that is no OCPP message', { concurrency: true }, () => {
  // [text, the id that the CALLERROR must carry, or nothing if it need not be answered]
  const malformed = [
    ['not JSON at all'], ['{"action":"Heartbeat"}'], ['[]'], ['null'], ['42'], ['"text"'], ['[2'], ['[[[[]]]]'],
    ['[2]'], ['[2,"A1"]'], ['[2,"A2",7,{}]', 'A2'], ['[2,"A3","Heartbeat",{}'], ['["2","A4","Heartbeat",{}]'],
    ['[2.5,"A5","Heartbeat",{}]'], ['[1e400,"A6","Heartbeat",{}]'], ['[3]'], ['[4,"A7"]'], ['[3,{},{}]'], ['[-1,"A8"]'],
    ['[2,"A9","Heartbeat","payload"]', 'A9'], ['[2,"A10","Heartbeat",[{}]]', 'A10'], ['[2,"A11",null,{}]', 'A11'],
    ['[2,null,"Heartbeat",{}]'], ['[2,{"a":1},"Heartbeat",{}]'], ['[2,"A12","Heartbeat",{},"more","and more"]'],
    ['[2,"A13","Heart\\u0000beat",{}]', 'A13'], ['\u0000'], ['[2,"A14","",{}]', 'A14'], [' \t\r\n '],
    ['[2,"A15","StatusNotification",{"connectorId":1e99,"errorCode":"NoError","status":"Available"}]', 'A15'],
    ['[2,"A16","Heartbeat",' + '{"a":'.repeat(5000) + '1' + '}'.repeat(5000) + ']'], ['['.repeat(20000)],
    ['[2,"A17","Authorize",{"idTag":"\\ud800"}]'],
  ];
  for (const [index, [text, id]] of malformed.entries()) {
    it(text.length > 60 ? `${text.slice(0, 40)}... (${text.length} characters)` : JSON.stringify(text), async () => {
      const wire = await Wire.boot(daemon, `TEXT-${index}`);
      wire.send(text);
      if (id) {
        const [type, , code] = await wire.answerTo(id);
        assert.equal(type, 4, `CALLERROR ${code}`);
      }
      await wire.alive();
      assert.ok(wire.frames.every(([type]) => type === 4 || type === 3), JSON.stringify(wire.frames));
      await wire.close();
    });
  }

  it('an empty text frame, a binary frame', async () => {
    const wire = await Wire.boot(daemon, 'EMPTY');
    wire.send('');
    await wire.alive();
    wire.send(Buffer.from(heartbeat('binary')));
    wire.send(Buffer.from([0, 1, 2, 255]));
    wire.send(Buffer.alloc(0));
    await wire.alive();
    await wire.close();
  });
});

describe('broken WebSocket frames', { concurrency: true }, () => {
  it('text that is not UTF-8 closes the connection', async () => {
    const raw = await RawSocket.upgraded(daemon, 'UTF8');
    raw.write(frame(1, Buffer.from([0x5b, 0xff, 0xfe, 0x5d])));
    raw.write(frame(1, heartbeat('utf8')));
    await raw.untilClosed('invalid UTF-8');
    assert.deepEqual(textOf(raw).filter(([, id]) => id === 'utf8'), []);
  });

  const violations = [
    ['reserved bits', frame(1, 'x', { reserved: 4 })], ['an unknown data opcode', frame(3, 'x')], ['an unknown control opcode', frame(11, 'x')],
    ['a continuation of nothing', frame(0, 'x')], ['a fragmented ping', frame(9, 'x', { fin: false })],
    ['a ping of 126 bytes', frame(9, 'x'.repeat(126))], ['text inside a fragmented message', Buffer.concat([frame(1, '[2', { fin: false }), frame(1, '[2')])],
  ];
  for (const [index, [name, bytes]] of violations.entries()) {
    it(`${name}: closed`, async () => {
      const raw = await RawSocket.upgraded(daemon, `VIOLATION-${index}`);
      raw.write(bytes);
      await raw.untilClosed(name);
    });
  }

  it('a frame that is not masked is answered or closed', async () => {
    const raw = await RawSocket.upgraded(daemon, 'UNMASKED');
    raw.write(frame(1, heartbeat('unmasked'), { mask: false }));
    await until('an answer or the end', () => raw.socket.destroyed || textOf(raw).some(([, id]) => id === 'unmasked'));
    raw.close();
  });

  it('a message in fragments, with a ping between, is answered', async () => {
    const raw = await RawSocket.upgraded(daemon, 'FRAGMENTS');
    const text = heartbeat('parts');
    raw.write(frame(1, text.slice(0, 5), { fin: false }));
    raw.write(frame(9, 'between'));
    raw.write(frame(0, text.slice(5, 9), { fin: false }));
    raw.write(frame(0, text.slice(9)));
    await until('the pong', () => framesIn(raw.received).some(({ opcode, payload }) => opcode === 10 && payload.toString() === 'between'));
    await until('the answer', () => textOf(raw).some(([type, id]) => type === 3 && id === 'parts'));
    raw.close();
  });

  it('a message byte by byte is answered', async () => {
    const raw = await RawSocket.upgraded(daemon, 'BYTES');
    for (const byte of frame(1, heartbeat('slowly'))) {
      raw.write(Buffer.from([byte]));
      await turn();
    }
    await until('the answer', () => textOf(raw).some(([type, id]) => type === 3 && id === 'slowly'));
    raw.close();
  });

  it('an oversized message closes the connection with 1009', async () => {
    const wire = await Wire.boot(daemon, 'OVERSIZED');
    wire.send(JSON.stringify([2, 'big', 'DataTransfer', { vendorId: 'V', data: 'x'.repeat(5_000_000) }]));
    const { code } = await within('closed', wire.closed);
    assert.ok(code === 1009 || code === 1006, `close code ${code}`); // 1006: closed before all was taken
    const again = await Wire.boot(daemon, 'OVERSIZED');
    await again.close();
  });

  it('a frame that announces 2^62 bytes is closed, not waited for', async () => {
    const raw = await RawSocket.upgraded(daemon, 'ANNOUNCED');
    raw.write(frame(1, 'x', { length: 2 ** 62 }));
    await raw.untilClosed('an announced giant');
  });

  it('fragments without an end are closed at the limit', async () => {
    const raw = await RawSocket.upgraded(daemon, 'ENDLESS');
    raw.write(frame(1, '[', { fin: false }));
    const part = frame(0, ' '.repeat(4096), { fin: false });
    for (let count = 0; count < 2000 && !raw.socket.destroyed; ++count) {
      raw.write(part);
      await turn();
    }
    await raw.untilClosed('8 MB of fragments');
  });
});

describe('connections that go wrong', { concurrency: true }, () => {
  it('a half-open socket is found out', async () => {
    const mute = await RawSocket.upgraded(daemon, 'HALFOPEN');
    await daemon.untilOnline('HALFOPEN');
    await mute.untilClosed('a peer that never answers a ping', 30);
    await daemon.untilOnline('HALFOPEN', false);
  });

  it('a half-open socket does not keep its station out', async () => {
    const mute = await RawSocket.upgraded(daemon, 'HALFOPEN-2');
    const wire = await Wire.boot(daemon, 'HALFOPEN-2');
    await mute.untilClosed('the old socket', 5);
    await wire.alive();
    assert.equal((await daemon.api.station('HALFOPEN-2')).online, true);
    await wire.close();
  });

  it('slow handshakes end at the deadline, and others come in meanwhile', async () => {
    const head = upgradeHead('/ocpp/SLOW');
    const silent = await Promise.all(Array.from({ length: 200 }, () => RawSocket.open(daemon.port)));
    const dripping = await RawSocket.open(daemon.port);
    const since = Date.now();
    const drip = (async () => {
      for (let at = 0; at < head.length - 2 && !dripping.socket.destroyed; ++at) {
        dripping.write(head[at]);
        await delay(50);
      }
    })();
    const wire = await Wire.boot(daemon, 'PUNCTUAL');
    await wire.alive();
    await wire.close();
    await Promise.all([dripping, ...silent].map((raw) => raw.untilClosed('a slow handshake', 15)));
    assert.ok(Date.now() - since >= 1000, 'not before the deadline of 2 s');
    await drip;
  });

  it('a wrong password gets 401, however often, and the right one is let in', async () => {
    const attempts = Array.from({ length: 40 }, (_, index) => Wire.refusal(daemon, 'LOCKED', { password: `wrong-${index}` }));
    assert.ok((await Promise.all(attempts)).every(({ status }) => status === 401));
    for (const Authorization of ['Basic', 'Basic !!!!', 'Basic ' + Buffer.from('no colon').toString('base64'), 'Bearer x', 'Basic ' + 'QUFB'.repeat(1000)])
      assert.equal((await Wire.refusal(daemon, 'LOCKED', { headers: { Authorization } })).status, 401, Authorization);
    const wire = await Wire.boot(daemon, 'LOCKED', { password: 'right-password-123' });
    await wire.close();
  });

  it('a duplicate connection replaces the first at once, also many times', async () => {
    const wires = [];
    for (let count = 0; count < 20; ++count) wires.push(await Wire.open(daemon, 'DUPLICATE'));
    const newest = wires.pop();
    await within('the old ones closed', Promise.all(wires.map(({ closed }) => closed)));
    await newest.call('BootNotification', { chargePointVendor: 'I', chargePointModel: 'W' });
    await newest.alive();
    assert.equal((await daemon.api.station('DUPLICATE')).online, true);
    await newest.close();
    await daemon.untilOnline('DUPLICATE', false);
  });

  it('an unknown subprotocol is refused or closed at once', async () => {
    const raw = await RawSocket.open(daemon.port);
    raw.write(upgradeHead('/ocpp/SUBPROTOCOL', { 'Sec-WebSocket-Protocol': 'mqtt' }));
    assert.doesNotMatch(await raw.head(), /Sec-WebSocket-Protocol/i);
    await raw.untilClosed('an unknown subprotocol');
  });

  const heads = [
    ['no upgrade', upgradeHead('/ocpp/HEAD', { Upgrade: undefined }), 400, 426],
    ['no key', upgradeHead('/ocpp/HEAD', { 'Sec-WebSocket-Key': undefined }), 400, 426],
    ['another method', upgradeHead('/ocpp/HEAD').replace('GET', 'DELETE'), 400, 405],
    ['no identity', upgradeHead('/ocpp/'), 400, 404],
    ['only a slash', upgradeHead('/'), 400, 404],
    ['a folder more', upgradeHead('/ocpp/yard/HEAD'), 400, 404],
    ['an identity of 300 characters', upgradeHead(`/ocpp/${'x'.repeat(300)}`), 400, 414],
    ['a NUL in the identity', upgradeHead('/ocpp/a%00b'), 400, 404],
    ['a path of 20 KB', upgradeHead(`/ocpp/${'x'.repeat(20000)}`), 400, 431],
    ['100 KB of headers', upgradeHead('/ocpp/HEAD', { Cookie: 'x'.repeat(100_000) }), 400, 431],
    ['2,000 headers', upgradeHead('/ocpp/HEAD', Object.fromEntries(Array.from({ length: 2000 }, (_, n) => [`X-${n}`, 'y'.repeat(40)]))), 400, 431],
    ['a header without colon', upgradeHead('/ocpp/').replace('Host', 'nonsense\r\nHost'), 400, 404],
    ['an old WebSocket version', upgradeHead('/ocpp/HEAD', { 'Sec-WebSocket-Version': '8' }), 400, 426],
  ];
  for (const [name, head, least, most] of heads) {
    it(`handshake with ${name}: ${least}-${most}`, async () => {
      const raw = await RawSocket.open(daemon.port);
      raw.write(head);
      const status = await raw.status();
      assert.ok(status >= least && status <= most, `HTTP ${status}`);
      await raw.untilClosed(name);
    });
  }

  const garbage = [
    ['random bytes', randomBytes(4096)], ['a TLS hello', Buffer.concat([Buffer.from('16030100f8010000f40303', 'hex'), randomBytes(240)])],
    ['HTTP/2', Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n')], ['SSH', Buffer.from('SSH-2.0-OpenSSH_9.2\r\n')],
    ['zeros', Buffer.alloc(100_000)], ['line feeds', Buffer.alloc(50_000, '\n')], ['MQTT', Buffer.from('101000044d5154540402003c00044d51', 'hex')],
  ];
  for (const [name, bytes] of garbage) {
    it(`garbage on the port: ${name}`, async () => {
      const raw = await RawSocket.open(daemon.port);
      raw.write(bytes);
      const received = await raw.untilClosed(name, 15);
      assert.ok(received.length === 0 || /^HTTP\/1\.1 4/.test(received.toString('latin1')), received.toString('latin1'));
    });
  }

  it('frames before the upgrade was answered are not lost', async () => {
    const raw = await RawSocket.open(daemon.port);
    raw.write(Buffer.concat([Buffer.from(upgradeHead('/ocpp/EAGER')), frame(1, heartbeat('eager'))]));
    const head = await raw.head();
    assert.match(head, /^HTTP\/1.1 101/);
    raw.received = raw.received.subarray(head.length);
    await until('the answer', () => textOf(raw).some(([type, id]) => type === 3 && id === 'eager'));
    raw.close();
  });

  it('a flood of CALLs is answered or closed', async () => {
    const wire = await Wire.boot(daemon, 'FLOOD');
    const ids = Array.from({ length: 5000 }, (_, index) => `flood-${index}`);
    for (const id of ids) wire.send(heartbeat(id));
    await until('all answers, or the end', () => !wire.isOpen || wire.frames.length >= ids.length, 30);
    if (wire.isOpen) assert.deepEqual(wire.frames.map(([, id]) => id), ids);
    await wire.drop();
  });

  it('300 connections that come and go', async () => {
    const wires = await Promise.all(Array.from({ length: 300 }, (_, index) => Wire.open(daemon, `COMEANDGO-${index}`)));
    await Promise.all(wires.map((wire) => wire.drop()));
    await until('none is online', async () => {
      const stations = await daemon.api.all('/stations');
      return stations.every(({ id, online }) => !id.startsWith('COMEANDGO') || !online);
    });
  });
});
