// SPDX-License-Identifier: GPL-3.0-or-later
// Many stations are updated and bring their log at the same time: what that takes of stationmasterd, and how fast
// it goes. Every download breaks off in the middle and is resumed. See run.sh; --quick takes few stations and small files, which
// together are still more than it may hold in memory.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import http from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { Daemon } from '../interop/lib/daemon.mjs';
import { Station } from '../interop/lib/station.mjs';
import { until } from '../interop/lib/until.mjs';

const quick = process.argv.includes('--quick');
const count = Number(process.env.SM_FILE_STATIONS ?? (quick ? 8 : 50));
const mebibytes = Number(process.env.SM_FILE_MIB ?? (quick ? 16 : 64));
const mostAboveIdle = Number(process.env.SM_FILE_MOST_MIB ?? 100);
const size = mebibytes * 1024 * 1024;
const piece = Buffer.alloc(256 * 1024, 'a line of a file that nobody reads\n');

const pieces = function* pieces() { for (let left = size; left > 0; left -= piece.length) yield piece.subarray(0, Math.min(left, piece.length)); };
const wholeHash = (() => {
  const hash = createHash('sha256');
  for (const one of pieces()) hash.update(one);
  return hash.digest('hex');
})();

// VmRSS or VmHWM, in MiB.
async function memory(pid, what) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(new RegExp(`^${what}:\\s+(\\d+) kB`, 'm').exec(status)[1]) / 1024;
}

async function bring(url) {
  const call = http.request(url, { method: 'PUT', agent: false, headers: { 'Content-Length': size } });
  const answered = once(call, 'response');
  await pipeline(Readable.from(pieces()), call);
  const [answer] = await answered;
  answer.resume();
  assert.equal(answer.statusCode, 201);
}

// From `at`, to the end or until the line breaks at `breaksAt`: how far it came.
async function fetchPart(url, hash, at, etag, breaksAt = Infinity) {
  const headers = at > 0 ? { Range: `bytes=${at}-`, 'If-Range': etag } : {};
  const call = http.request(url, { agent: false, headers }).end();
  const [answer] = await once(call, 'response');
  assert.equal(answer.statusCode, at > 0 ? 206 : 200);
  answer.on('error', () => {}); // the break
  answer.on('data', (chunk) => {
    if (answer.destroyed) return;
    hash.update(chunk);
    at += chunk.length;
    if (at >= breaksAt) answer.destroy();
  });
  await new Promise((resolve) => answer.once('close', resolve));
  return { at, etag: answer.headers.etag };
}

async function fetchImage(url) {
  const hash = createHash('sha256');
  const first = await fetchPart(url, hash, 0, '', size / 2);
  assert.ok(first.at < size, 'it broke off');
  const { at } = await fetchPart(url, hash, first.at, first.etag);
  assert.equal(at, size);
  assert.equal(hash.digest('hex'), wholeHash);
}

async function timed(work) {
  const begin = performance.now();
  await work();
  return (performance.now() - begin) / 1000;
}

const daemon = await Daemon.start({ args: ['--file-port', 'auto'] });
try {
  const ids = Array.from({ length: count }, (_, index) => `FILE-${index + 1}`);
  const answers = { UpdateFirmware: () => ({}), GetLog: () => ({ status: 'Accepted', filename: 'log.txt' }) };
  const stations = await Promise.all(ids.map((id) => Station.boot(daemon, id, { answers })));
  const image = await daemon.api.post('/firmware', { name: 'image.bin', version: '2.0' });
  await bring(image.uploadUrl);
  assert.equal((await daemon.api.get(`/firmware/${image.id}`)).sha256, wholeHash);

  // What the upload took is not what is measured.
  await writeFile(`/proc/${daemon.pid}/clear_refs`, '5');
  const idle = await memory(daemon.pid, 'VmRSS');

  const rollout = await daemon.api.post('/rollouts', { firmware: image.id, waves: [ids] });
  const asked = await Promise.all(ids.map((id) => daemon.api.post(`/stations/${id}/files`, { kind: 'diagnosticsLog' })));
  const down = await Promise.all(stations.map((station) => station.received('UpdateFirmware', 60)));
  const up = await Promise.all(stations.map((station) => station.received('GetLog', 60)));
  let downSeconds = 0;
  let upSeconds = 0;
  const seconds = await timed(() => Promise.all([
    timed(() => Promise.all(down.map(({ location }) => fetchImage(location)))).then((took) => { downSeconds = took; }),
    timed(() => Promise.all(up.map(({ log }) => bring(`${log.remoteLocation}log.txt`)))).then((took) => { upSeconds = took; }),
  ]));
  const peak = await memory(daemon.pid, 'VmHWM');

  for (const [index, station] of stations.entries()) {
    await station.call('FirmwareStatusNotification', { status: 'Installed' });
    await station.call('LogStatusNotification', { status: 'Uploaded', requestId: up[index].requestId });
  }
  await until('the end of the roll-out', async () => (await daemon.api.get(`/rollouts/${rollout.id}`)).state === 'finished');
  for (const [index, { id }] of asked.entries()) {
    const file = await daemon.api.get(`/stations/${ids[index]}/files/${id}`);
    assert.deepEqual([file.state, file.size], ['received', size]);
  }
  const after = await memory(daemon.pid, 'VmRSS');
  for (const station of stations) await station.close();

  const rate = (took) => (count * mebibytes / took).toFixed(0);
  console.log('| stations | MiB each way | idle MiB | peak MiB | above idle | afterwards | seconds | down MiB/s | up MiB/s |');
  console.log('| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
  console.log(`| ${[count, mebibytes, idle.toFixed(1), peak.toFixed(1), (peak - idle).toFixed(1), after.toFixed(1), seconds.toFixed(1),
    rate(downSeconds), rate(upSeconds)].join(' | ')} |`);
  assert.ok(peak - idle < mostAboveIdle, `more than ${mostAboveIdle} MiB above idle`);
} finally {
  await daemon.stop();
}
