// SPDX-License-Identifier: GPL-3.0-or-later
// The control API as its clients see it: tokens, errors, lists, documents, events.
import assert from 'node:assert/strict';
import { stat } from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';

import { Daemon } from './lib/daemon.mjs';
import { databaseKind } from './lib/database.mjs';
import { RawSocket } from './lib/rawsocket.mjs';
import { Station, utc } from './lib/station.mjs';
import { until, within } from './lib/until.mjs';

const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

let daemon, api;
before(async () => {
  daemon = await Daemon.start();
  api = daemon.api;
});
after(() => daemon.stop());

// Server-sent events: {events: [{event, data}], close()}.
function listen() {
  const feed = { events: [], type: undefined };
  feed.opened = new Promise((resolve, reject) => {
    feed.request = http.get(`${api.base}/events`, { agent: false, headers: { Authorization: `Bearer ${api.token}`, Accept: 'text/event-stream' } }, (response) => {
      feed.type = response.headers['content-type'];
      let text = '';
      response.setEncoding('utf8').on('data', (chunk) => {
        text += chunk;
        for (let end; (end = text.indexOf('\n\n')) >= 0; text = text.slice(end + 2)) {
          const fields = text.slice(0, end).split('\n').filter((line) => !line.startsWith(':')).map((line) => line.match(/^(\w+): ?(.*)$/));
          if (fields.length > 0) feed.events.push(Object.fromEntries(fields.map(([, name, value]) => [name, value])));
        }
      });
      response.on('error', () => {});
      resolve(response.statusCode);
    });
    feed.request.on('error', reject);
  });
  feed.close = () => feed.request.destroy();
  return feed;
}

function errorOf(answer, status) {
  assert.equal(answer.status, status, answer.text);
  assert.match(answer.headers['content-type'], /application\/json/);
  assert.deepEqual(Object.keys(answer.body), ['error']);
  const { code, message } = answer.body.error;
  assert.ok(code && typeof code === 'string' && message.length > 10, answer.text);
  return answer.body.error;
}

describe('tokens', { concurrency: true }, () => {
  it('health needs none', async () => {
    const { status, body } = await api.request('GET', '/health', { token: null });
    assert.equal(status, 200);
    assert.deepEqual([body.status, body.database, typeof body.stationsOnline], ['ok', databaseKind, 'number']);
    assert.match(body.version, /^\d+\.\d+\.\d+/);
  });

  it('everything else does', async () => {
    for (const route of ['/stations', '/transactions', '/metrics', '/events', '/id-tags', '/commands/1'])
      for (const token of [null, 'wrong', `${api.token}x`, api.token.slice(0, -1)])
        errorOf(await api.request('GET', route, { token, agent: false }), 401);
    errorOf(await api.request('PUT', '/id-tags/X', { token: 'wrong', body: { status: 'Accepted' } }), 401);
    for (const Authorization of ['Basic x', 'Bearer', `bearer  ${api.token}x`])
      errorOf(await api.request('GET', '/stations', { token: null, headers: { Authorization } }), 401);
  });

  it('the token file is for its owner only', async () => {
    const { mode } = await stat(path.join(daemon.dataDir, 'api-token'));
    assert.equal(mode & 0o777, 0o600);
    assert.ok(api.token.length >= 24);
  });

  it('a token of the role read reads and changes nothing', async () => {
    const own = await Daemon.start({ tokens: ['control:the-token-that-may-do-all', 'read:the-token-that-only-reads'] });
    await own.api.register('ROLES');
    const token = 'the-token-that-only-reads';
    assert.equal((await own.api.request('GET', '/stations/ROLES', { token })).status, 200);
    assert.equal((await own.api.request('GET', '/metrics', { token })).status, 200);
    const changes = [['PUT', '/stations/ROLES', {}], ['DELETE', '/stations/ROLES'], ['PUT', '/id-tags/X', { status: 'Accepted' }],
      ['POST', '/stations/ROLES/commands', { action: 'ClearCache', payload: {} }], ['POST', '/transactions/1/close', { reason: 'x' }]];
    for (const [method, route, body] of changes) errorOf(await own.api.request(method, route, { token, body }), 403);
    assert.equal((await own.api.request('GET', '/id-tags/X')).status, 404);
    await own.stop();
  });

  it('the token survives a restart, and is not in the log', async () => {
    const own = await Daemon.start();
    const { token } = own;
    await own.terminate();
    await own.restart();
    assert.equal(own.token, token);
    assert.ok(!own.log.join('\n').includes(token));
    await own.stop();
  });
});

describe('errors', { concurrency: true }, () => {
  it('what is not there: 404', async () => {
    for (const route of ['/nothing', '/stations/NOBODY', '/transactions/99999999', '/commands/99999999', '/id-tags/NOBODY', '/stations/NOBODY/messages', '/transactions/x'])
      errorOf(await api.request('GET', route), 404);
    errorOf(await api.request('POST', '/stations/NOBODY/commands', { body: { action: 'ClearCache', payload: {} } }), 404);
    errorOf(await api.request('DELETE', '/stations/NOBODY'), 404);
  });

  it('bodies that cannot be read: 400 or 422', async () => {
    const bodies = ['{', '[]', '"x"', '{"registration":"maybe"}', '{"securityProfile":9}', '{"callTimeout":"long"}', '{"callTimeout":-1}'];
    for (const body of bodies) {
      const answer = await api.request('PUT', '/stations/BODY', { body });
      errorOf(answer, answer.status === 422 ? 422 : 400);
    }
    for (const body of ['{}', '{"action":"Reset"}', '{"payload":{}}', '{"action":7,"payload":{}}', 'nonsense']) {
      const answer = await api.request('POST', '/stations/BODY2/commands', { body });
      assert.ok([400, 404, 422].includes(answer.status), answer.text);
    }
    assert.equal((await api.request('GET', '/stations/BODY')).status, 404, 'nothing was created');
  });

  it('a wrong method: 404 or 405; a giant body: refused', async () => {
    const wrong = await api.request('DELETE', '/health');
    assert.ok([404, 405].includes(wrong.status), String(wrong.status));
    const giant = await api.request('PUT', '/id-tags/GIANT', { body: `{"status":"Accepted","name":"${'x'.repeat(20_000_000)}"}`, agent: false })
      .catch((error) => ({ status: error.code })); // closed while it is still sending
    assert.ok([400, 413, 422, 'ECONNRESET', 'EPIPE'].includes(giant.status), String(giant.status));
    assert.equal((await api.request('GET', '/health')).status, 200);
  });

  it('garbage and idle connections do not keep clients out', async () => {
    const port = Number(new URL(api.base).port);
    const idle = await Promise.all(Array.from({ length: 64 }, () => RawSocket.open(port)));
    idle.slice(0, 8).forEach((raw) => raw.write('\x16\x03\x01 nonsense\r\n\r\n'));
    const { status } = await within('health beside 64 idle connections', api.request('GET', '/health', { agent: false }), 15);
    assert.equal(status, 200);
    idle.forEach((raw) => raw.close());
  });
});

describe('documents', { concurrency: true }, () => {
  it('openapi.json lists the routes', async () => {
    const document = await api.get('/openapi.json');
    assert.match(document.openapi, /^3\./);
    const routes = Object.keys(document.paths).map((route) => route.replace(/^\/api\/v1/, '').replace(/\{[^}]*\}/g, '{}'));
    for (const route of ['/health', '/metrics', '/events', '/stations', '/stations/{}', '/stations/{}/messages', '/stations/{}/findings',
      '/stations/{}/commands', '/commands/{}', '/transactions', '/transactions/{}', '/transactions/{}/meter-values', '/transactions/{}/close',
      '/id-tags', '/id-tags/{}', '/stations/{}/configuration', '/stations/{}/configuration/{}'])
      assert.ok(routes.includes(route), `${route} in ${routes}`);
    const methods = Object.values(document.paths).flatMap((operations) => Object.keys(operations));
    assert.ok(methods.every((method) => ['get', 'put', 'post', 'delete', 'parameters', 'summary', 'description'].includes(method)), String(methods));
  });

  it('every GET route without parameters answers as documented', async () => {
    const document = await api.get('/openapi.json');
    for (const [route, operations] of Object.entries(document.paths)) {
      if (!operations.get || route.includes('{') || route.endsWith('/events')) continue;
      const { status } = await api.request('GET', route.replace(/^\/api\/v1/, ''));
      assert.equal(status, 200, route);
    }
  });

  it('metrics are Prometheus text', async () => {
    const station = await Station.boot(daemon, 'METRICS');
    const { status, headers, text } = await api.request('GET', '/metrics');
    assert.equal(status, 200);
    assert.match(headers['content-type'], /^text\/plain/);
    const samples = text.split('\n').filter((line) => line && !line.startsWith('#'));
    assert.ok(samples.length >= 5, text);
    for (const line of samples)
      assert.match(line, /^[a-zA-Z_:][a-zA-Z0-9_:]*(\{([a-zA-Z_]\w*="([^"\\\n]|\\.)*",?)*\})? (-?\d+(\.\d+)?([eE][+-]?\d+)?|NaN|[+-]Inf)( \d+)?$/);
    const online = samples.find((line) => /online/.test(line));
    assert.ok(Number(online.split(' ').at(-1)) >= 1, online);
    assert.ok(text.endsWith('\n'));
    await station.close();
  });
});

describe('resources', { concurrency: true }, () => {
  it('stations: PUT, GET, DELETE', async () => {
    const facts = { registration: 'pending', securityProfile: 1, password: 'secret-password-1', description: 'Gate 4', site: 'North', callTimeout: 17 };
    await api.put('/stations/CRUD-1', facts);
    const station = await api.station('crud-1'); // matched in any case
    const { password, ...shown } = facts;
    for (const [name, value] of Object.entries(shown)) assert.equal(station[name], value, name);
    assert.equal(station.hasPassword, true);
    assert.deepEqual([station.id, station.online, station.connectors, station.findingsCount], ['CRUD-1', false, [], 0]);
    assert.ok(!JSON.stringify(station).includes(password));
    await api.put('/stations/CRUD-1', { ...facts, registration: 'accepted', description: 'Gate 5' });
    assert.deepEqual([(await api.station('CRUD-1')).registration, (await api.station('CRUD-1')).description], ['accepted', 'Gate 5']);
    assert.equal((await api.all('/stations')).filter(({ id }) => id === 'CRUD-1').length, 1);
    await api.delete('/stations/CRUD-1');
    errorOf(await api.request('GET', '/stations/CRUD-1'), 404);
  });

  it('id-tags: PUT, GET, DELETE', async () => {
    const facts = { status: 'Accepted', expiryDate: '2020-05-01T00:00:00Z', parentIdTag: 'FAMILY', maxConcurrent: 2, name: 'Ann', stations: ['GATE'] };
    await api.put('/id-tags/Crud:1', facts);
    const tag = await api.get('/id-tags/CRUD:1');
    for (const [name, value] of Object.entries(facts)) assert.deepEqual(tag[name], value, name);
    await api.put('/id-tags/Crud:1', { status: 'Blocked' });
    assert.equal((await api.get('/id-tags/Crud:1')).status, 'Blocked');
    const same = (await api.all('/id-tags')).filter(({ tag: spelled }) => spelled.toLowerCase() === 'crud:1');
    assert.equal(same.length, 1);
    for (const body of [{ status: 'Splendid' }, { status: 'Accepted', expiryDate: 'tomorrow' }, {}])
      assert.ok([400, 422].includes((await api.request('PUT', '/id-tags/BAD', { body })).status), JSON.stringify(body));
    const tooLong = await api.request('PUT', `/id-tags/${'x'.repeat(21)}`, { body: { status: 'Accepted' } });
    assert.ok([400, 422].includes(tooLong.status), tooLong.text);
    await api.delete('/id-tags/crud:1');
    errorOf(await api.request('GET', '/id-tags/Crud:1'), 404);
  });

  it('lists are paged by limit and after, newest transactions first', async () => {
    const station = await Station.boot(daemon, 'PAGES');
    const numbers = [];
    for (let count = 0; count < 7; ++count) {
      const { transactionId } = await station.start('PAGETAG', { meterStart: count, timestamp: utc(-100 + count) });
      numbers.unshift(transactionId);
      await station.stop(transactionId, count + 1, { timestamp: utc(-100 + count) });
    }
    await station.close();
    const first = await api.get('/transactions?station=PAGES&limit=3');
    assert.deepEqual(first.items.map(({ id }) => id), numbers.slice(0, 3));
    assert.ok(first.next);
    const pages = await api.all('/transactions?station=PAGES', 3);
    assert.deepEqual(pages.map(({ id }) => id), numbers);
    for (const size of [1, 2, 7, 100]) assert.equal((await api.all('/stations/PAGES/messages', size)).length, 15 * 2);
    for (const size of [1, 2]) {
      const ids = (await api.all('/stations', size)).map(({ id }) => id);
      assert.equal(new Set(ids).size, ids.length, 'no station twice');
      assert.ok(ids.includes('PAGES'));
    }
    for (const transaction of pages) assert.match(transaction.startedAt, rfc3339);
    for (const query of ['limit=x', 'limit=-1', 'after=x', 'state=maybe'])
      errorOf(await api.request('GET', `/transactions?${query}`), 400);
  });

  it('shows every message that was answered, also a Heartbeat, which leaves nothing else behind', async () => {
    const station = await Station.boot(daemon, 'NOLAG');
    for (let count = 1; count <= 30; ++count) {
      await station.call('Heartbeat');
      const beats = (await api.all('/stations/NOLAG/messages')).filter(({ action }) => action === 'Heartbeat');
      assert.equal(beats.length, 2 * count);
    }
    await station.close();
  });

  it('transactions are found by station, tag, state and time', async () => {
    const station = await Station.boot(daemon, 'FILTER');
    const older = (await station.start('FILTERTAG', { timestamp: '2026-03-01T10:00:00Z' })).transactionId;
    await station.stop(older, 10, { timestamp: '2026-03-01T11:00:00Z' });
    const newer = (await station.start('OTHERTAG', { timestamp: '2026-03-02T10:00:00Z' })).transactionId;
    const found = async (query) => (await api.all(`/transactions?station=filter&${query}`)).map(({ id }) => id);
    assert.deepEqual(await found('idTag=filtertag'), [older]);
    assert.deepEqual(await found('state=open'), [newer]);
    assert.deepEqual(await found('state=closed'), [older]);
    assert.deepEqual(await found('from=2026-03-02T00:00:00Z'), [newer]);
    assert.deepEqual(await found('to=2026-03-02T00:00:00Z'), [older]);
    assert.deepEqual(await found('from=2026-03-01T00:00:00Z&to=2026-03-03T00:00:00Z'), [newer, older]);
    errorOf(await api.request('GET', '/transactions?from=yesterday'), 400);
    await station.close();
  });
});

describe('events', { concurrency: true }, () => {
  it('show a change as soon as it is committed', async () => {
    const feed = listen();
    assert.equal(await feed.opened, 200);
    assert.match(feed.type, /^text\/event-stream/);
    const station = await Station.boot(daemon, 'EVENTS');
    await station.status(1, 'Charging');
    const shown = (table) => feed.events.some(({ data }) => data && JSON.parse(data).table === table && JSON.parse(data).station === 'EVENTS');
    for (const table of ['stations', 'connectors']) await until(`an event of ${table}`, () => shown(table));
    feed.close();
    await station.close();
  });

  it('many listeners do not keep requests out', async () => {
    const feeds = Array.from({ length: 12 }, () => listen());
    await feeds[0].opened;
    const { status } = await within('health beside 12 listeners', api.request('GET', '/health', { agent: false }));
    assert.equal(status, 200);
    feeds.forEach((feed) => {
      feed.opened.catch(() => {});
      feed.close();
    });
  });
});
