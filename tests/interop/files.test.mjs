// SPDX-License-Identifier: GPL-3.0-or-later
// Firmware, diagnostics and logs: the messages with the strict client, the files with a client of another hand.
import assert from 'node:assert/strict';
import { createHash, createSign, generateKeyPairSync } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { Daemon } from './lib/daemon.mjs';
import { databaseKind } from './lib/database.mjs';
import { Station } from './lib/station.mjs';
import { until } from './lib/until.mjs';

const tlsFolder = mkdtempSync(path.join(tmpdir(), 'stationmaster-tls-'));
const [tlsCertificate, tlsKey, otherKey] = ['cert.pem', 'key.pem', 'other.pem'].map((name) => path.join(tlsFolder, name));
const filesOver = (key) => ['--file-port', 'auto', '--file-tls-port', 'auto', '--file-certificate', tlsCertificate, '--file-key', key];

let daemon;
before(async () => {
  const newKey = () => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' });
  for (const key of [tlsKey, otherKey]) writeFileSync(key, newKey());
  execFileSync('openssl', ['req', '-x509', '-new', '-key', tlsKey, '-subj', '/CN=Files', '-addext', 'subjectAltName=IP:127.0.0.1',
    '-days', '10', '-out', tlsCertificate], { stdio: 'ignore' });
  daemon = await Daemon.start({ args: filesOver(tlsKey) });
});
after(async () => {
  rmSync(tlsFolder, { recursive: true });
  await daemon.stop();
});

const firmware = Buffer.alloc(300_000, 'firmware ');

function transfer(method, url, { body, headers = {} } = {}) {
  return new Promise((resolve, reject) => {
    const client = url.startsWith('https:') ? https : http;
    const call = client.request(url, { method, headers, agent: false, ca: readFileSync(tlsCertificate) }, (answer) => {
      const chunks = [];
      answer.on('data', (chunk) => chunks.push(chunk));
      answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, bytes: Buffer.concat(chunks) }));
    });
    call.on('error', reject);
    call.end(body);
  });
}

function signed() {
  const folder = mkdtempSync(path.join(tmpdir(), 'stationmaster-signing-'));
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const key = path.join(folder, 'key.pem');
  writeFileSync(key, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  const certificate = path.join(folder, 'cert.pem');
  execFileSync('openssl', ['req', '-x509', '-new', '-key', key, '-subj', '/O=Maker/CN=Signing', '-days', '10', '-out', certificate],
    { stdio: 'ignore' });
  return { signature: createSign('sha256').update(firmware).sign(privateKey, 'base64'), signingCertificate: readFileSync(certificate, 'utf8') };
}

async function image(name, more = {}) {
  const entered = await daemon.api.post('/firmware', { name, version: '2.0', ...more });
  const uploaded = await transfer('PUT', entered.uploadUrl, { body: firmware, headers: { 'Content-Length': firmware.length } });
  assert.equal(uploaded.status, 201);
  const known = await daemon.api.get(`/firmware/${entered.id}`);
  assert.equal(known.sha256, createHash('sha256').update(firmware).digest('hex'));
  return known;
}

const updateState = (id, state) => until(`update ${id} ${state}`, async () => (await daemon.api.get(`/firmware-updates/${id}`)).state === state);
const fileState = (station, id, state) => until(`file ${id} ${state}`,
  async () => (await daemon.api.get(`/stations/${station}/files/${id}`)).state === state);

test('UpdateFirmware: fetched in two parts, installed', async () => {
  const station = await Station.boot(daemon, 'FW-1', { answers: { UpdateFirmware: () => ({}) } });
  const { id: wanted } = await image('plain.bin');
  const update = await daemon.api.post('/stations/FW-1/firmware', { firmware: wanted, retries: 1 });
  const { location } = await station.received('UpdateFirmware');
  assert.match(location, /^http:\/\/127\.0\.0\.1:\d+\/files\/[\w-]+\/plain\.bin$/);
  await station.call('FirmwareStatusNotification', { status: 'Downloading' });
  const first = await transfer('GET', location, { headers: { Range: 'bytes=0-99999' } });
  assert.equal(first.status, 206);
  const rest = await transfer('GET', location, { headers: { Range: 'bytes=100000-' } });
  assert.equal(rest.headers['content-range'], 'bytes 100000-299999/300000');
  assert.ok(Buffer.concat([first.bytes, rest.bytes]).equals(firmware));
  assert.equal((await transfer('GET', location, { headers: { Range: 'bytes=299999-' } })).status, 206); // until it is over
  for (const status of ['Downloaded', 'Installing', 'Installed']) await station.call('FirmwareStatusNotification', { status });
  await updateState(update.id, 'installed');
  assert.equal((await transfer('GET', location)).status, 404); // its link died with it
  await station.close();
});

test('SignedUpdateFirmware: verified, followed by its requestId', async () => {
  const station = await Station.boot(daemon, 'FW-2', { answers: { SignedUpdateFirmware: () => ({ status: 'Accepted' }) } });
  const { id: wanted, signatureCheck } = await image('signed.bin', signed());
  assert.equal(signatureCheck, 'valid');
  const update = await daemon.api.post('/stations/FW-2/firmware', { firmware: wanted, kind: 'signed' });
  const { requestId, firmware: sent } = await station.received('SignedUpdateFirmware');
  assert.ok((await transfer('GET', sent.location)).bytes.equals(firmware));
  for (const status of ['DownloadScheduled', 'Downloading', 'DownloadPaused', 'Downloaded', 'SignatureVerified', 'InstallScheduled',
    'Installing', 'InstallRebooting']) await station.call('SignedFirmwareStatusNotification', { status, requestId });
  assert.equal((await daemon.api.get(`/firmware-updates/${update.id}`)).progress, 80);
  await station.bootNotification({ firmwareVersion: '2.0' }); // the last status never comes
  await updateState(update.id, 'installed');
  await station.close();
});

test('SignedUpdateFirmware with a signature of another file is not sent', async () => {
  const station = await Station.boot(daemon, 'FW-3');
  const { id: wanted, signatureCheck } = await image('forged.bin', { ...signed(), signature: Buffer.alloc(70, 1).toString('base64') });
  assert.match(signatureCheck, /signature/);
  const update = await daemon.api.post('/stations/FW-3/firmware', { firmware: wanted, kind: 'signed' });
  await updateState(update.id, 'failed');
  assert.equal(station.calls.filter((call) => call.action === 'SignedUpdateFirmware').length, 0);
  await station.close();
});

test('GetDiagnostics: the link in the command, the file, the status', async () => {
  const station = await Station.boot(daemon, 'FW-4', { answers: { GetDiagnostics: () => ({ fileName: 'diag.log' }) } });
  const asked = await daemon.api.post('/stations/FW-4/files', { kind: 'diagnostics' });
  const { location } = await station.received('GetDiagnostics');
  await station.call('DiagnosticsStatusNotification', { status: 'Uploading' });
  const body = Buffer.alloc(200_000, 'diagnostics\n');
  assert.equal((await transfer('PUT', `${location}diag.log`, { body })).status, 201); // chunked or not
  await station.call('DiagnosticsStatusNotification', { status: 'Uploaded' });
  await fileState('FW-4', asked.id, 'received');
  const stored = await daemon.api.request('GET', `/stations/FW-4/files/${asked.id}/content`, { headers: { Range: 'bytes=100000-' } });
  assert.equal(stored.status, 206);
  assert.ok(stored.bytes.equals(body.subarray(100_000)));
  assert.equal((await transfer('PUT', `${location}diag.log`, { body })).status, 404); // once
  await station.close();
});

test('GetDiagnostics for a station that is away: the link begins when it is back', async () => {
  const away = await Station.boot(daemon, 'FW-6');
  await away.drop();
  await until('the station offline', async () => !(await daemon.api.get('/stations/FW-6')).online);
  const asked = await daemon.api.post('/stations/FW-6/files', { kind: 'diagnostics' });
  const waiting = await daemon.api.get(`/commands/${asked.command}`);
  assert.match(waiting.payload.location, /\/files\/$/); // it leads nowhere yet
  const station = await Station.boot(daemon, 'FW-6', { answers: { GetDiagnostics: () => ({ fileName: 'diag.log' }) } });
  const { location } = await station.received('GetDiagnostics');
  assert.match(location, /\/files\/[\w-]{40,}\/$/);
  assert.equal((await daemon.api.get(`/commands/${asked.command}`)).payload.location, location);
  const body = Buffer.from('diagnostics\n');
  const foreign = location.replace(/[\w-]{40,}/, (token) => token.split('').reverse().join(''));
  assert.equal((await transfer('PUT', `${foreign}diag.log`, { body })).status, 404);
  assert.equal((await transfer('PUT', `${location}diag.log`, { body })).status, 201);
  await fileState('FW-6', asked.id, 'received');
  await station.close();
});

test('SignedUpdateFirmware is called back by a request that leads nowhere', async () => {
  const station = await Station.boot(daemon, 'FW-7', { answers: { SignedUpdateFirmware: () => ({ status: 'Accepted' }) } });
  const { id: wanted } = await image('callback.bin', signed());
  const update = await daemon.api.post('/stations/FW-7/firmware', { firmware: wanted, kind: 'signed' });
  const first = await station.received('SignedUpdateFirmware');
  await updateState(update.id, 'running');
  station.answers.SignedUpdateFirmware = () => ({ status: 'AcceptedCanceled' });
  await daemon.api.request('DELETE', `/firmware-updates/${update.id}`);
  const second = await station.received('SignedUpdateFirmware');
  assert.notEqual(second.requestId, first.requestId);
  await updateState(update.id, 'cancelled');
  for (const { firmware: sent } of [first, second]) assert.equal((await transfer('GET', sent.location)).status, 404);
  await station.close();
});

test('GetLog: as a form, by its requestId', async () => {
  const station = await Station.boot(daemon, 'FW-5', { answers: { GetLog: () => ({ status: 'Accepted', filename: 'security.log' }) } });
  const asked = await daemon.api.post('/stations/FW-5/files', { kind: 'securityLog' });
  const { requestId, log, logType } = await station.received('GetLog');
  assert.equal(logType, 'SecurityLog');
  await station.call('LogStatusNotification', { status: 'Uploading', requestId });
  const form = new FormData();
  form.append('file', new Blob([Buffer.alloc(50_000, 'log\n')]), 'security.log');
  const answer = await fetch(log.remoteLocation, { method: 'POST', body: form });
  assert.equal(answer.status, 201);
  await station.call('LogStatusNotification', { status: 'Uploaded', requestId });
  await fileState('FW-5', asked.id, 'received');
  assert.equal((await daemon.api.get(`/stations/FW-5/files/${asked.id}`)).size, 50_000);
  await station.close();
});

test('files without room are refused and reported, and come when there is room', async () => {
  const full = await Daemon.start({ args: ['--file-port', 'auto'], settings: { fileQuotaMebibytes: 1 } });
  try {
    const station = await Station.boot(full, 'FULL-1', { answers: { GetDiagnostics: () => ({ fileName: 'diag.log' }) } });
    const body = Buffer.alloc(700_000, 'diagnostics\n');
    const ask = async () => {
      const { id } = await full.api.post('/stations/FULL-1/files', { kind: 'diagnostics' });
      const { location } = await station.received('GetDiagnostics');
      const bring = async () => (await transfer('PUT', `${location}diag.log`, { body, headers: { 'Content-Length': body.length } })).status;
      return { bring, row: () => full.api.get(`/stations/FULL-1/files/${id}`), path: `/stations/FULL-1/files/${id}` };
    };
    const first = await ask();
    assert.equal(await first.bring(), 201);
    const second = await ask();
    assert.equal(await second.bring(), 507);
    assert.match(await until('the reason at the file', async () => (await second.row()).reason), /Delete old ones/);
    const matters = await until('what a person is told', async () => {
      const items = await full.api.all('/attention');
      return items.length > 0 ? items : undefined;
    });
    assert.deepEqual(matters.map(({ kind }) => kind), ['filesRefused']);
    assert.deepEqual([(await first.row()).isStored, (await second.row()).isStored], [true, false]);
    await full.api.delete(first.path);
    assert.equal(await second.bring(), 201); // its link is still good
    const { state, size, reason } = await second.row();
    assert.deepEqual([state, size, reason], ['received', body.length, null]);
    await station.close();
  } finally {
    await full.stop();
  }
});

test('HTTPS for a station that names it', async () => {
  const station = await Station.boot(daemon, 'FW-6', {
    configuration: [{ key: 'SupportedFileTransferProtocols', value: 'FTP,HTTP,HTTPS', readonly: true }],
    answers: { UpdateFirmware: () => ({}), GetDiagnostics: () => ({ fileName: 'diag.log' }) },
  });
  await daemon.api.command('FW-6', 'GetConfiguration', {}, { wait: 10 });
  const { id: wanted } = await image('tls.bin');
  await daemon.api.post('/stations/FW-6/firmware', { firmware: wanted });
  const { location } = await station.received('UpdateFirmware');
  assert.match(location, /^https:\/\/127\.0\.0\.1:\d+\/files\/[\w-]+\/tls\.bin$/);
  const first = await transfer('GET', location, { headers: { Range: 'bytes=0-99999' } });
  assert.equal(first.status, 206);
  const rest = await transfer('GET', location, { headers: { Range: 'bytes=100000-' } });
  assert.ok(Buffer.concat([first.bytes, rest.bytes]).equals(firmware));
  const asked = await daemon.api.post('/stations/FW-6/files', { kind: 'diagnostics' });
  const { location: folder } = await station.received('GetDiagnostics');
  assert.match(folder, /^https:/);
  assert.equal((await transfer('PUT', `${folder}diag.log`, { body: Buffer.alloc(200_000, 'diagnostics\n') })).status, 201);
  await fileState('FW-6', asked.id, 'received');
  await station.close();
});

test('a key of another certificate: said at the start, and the rest runs', async () => {
  const odd = await Daemon.start({ args: filesOver(otherKey) });
  await until('the word about it', () => odd.log.some((line) => line.includes(otherKey) && /does not belong to the certificate/.test(line)));
  const told = async () => (await odd.api.all('/attention')).filter(({ kind }) => kind === 'fileTls');
  await until('the word about it for the window', async () => (await told()).length === 1);
  odd.options.args = filesOver(tlsKey);
  await odd.terminate();
  await odd.restart();
  await until('it is settled', async () => (await told()).length === 0);
  await odd.stop();
});

for (const [scheme, taken, other] of [['http', 'fileTlsPort', '--file-port'], ['https', 'filePort', '--file-tls-port']]) {
  test(`another program has the other port: files travel over ${scheme} alone`, async () => {
    const program = net.createServer().listen(0, '127.0.0.1');
    await once(program, 'listening');
    const { port } = program.address();
    const half = await Daemon.start({
      args: [other, 'auto', '--file-certificate', tlsCertificate, '--file-key', tlsKey], settings: { [taken]: port },
    });
    try {
      await until('the word about it', () => half.log.some((line) => line.includes(`cannot use port ${port}:`)));
      const station = await Station.boot(half, 'HALF-1', {
        configuration: [{ key: 'SupportedFileTransferProtocols', value: 'HTTP,HTTPS', readonly: true }],
        answers: { GetDiagnostics: () => ({ fileName: 'diag.log' }) },
      });
      await half.api.command('HALF-1', 'GetConfiguration', {}, { wait: 10 });
      await half.api.post('/stations/HALF-1/files', { kind: 'diagnostics' });
      const { location } = await station.received('GetDiagnostics');
      assert.equal(new URL(location).protocol, `${scheme}:`);
      assert.equal((await transfer('PUT', `${location}diag.log`, { body: Buffer.alloc(1000, 'diagnostics\n') })).status, 201);
      await station.close();
    } finally {
      await half.stop();
      program.close();
    }
  });
}

test('an image on another node: the link leads there', { skip: databaseKind === 'sqlite' && 'SQLite has one node' }, async () => {
  const other = await Daemon.start({ beside: daemon, args: filesOver(tlsKey) });
  const station = await Station.boot(other, 'FW-7', { answers: { UpdateFirmware: () => ({}) } });
  const { id: wanted } = await image('elsewhere.bin');
  await other.api.post('/stations/FW-7/firmware', { firmware: wanted });
  const { location } = await station.received('UpdateFirmware');
  assert.ok((await transfer('GET', location)).bytes.equals(firmware));
  await station.close();
  await other.stop();
});

test('a roll-out stops at the first failure', async () => {
  const stations = [];
  for (const id of ['RO-1', 'RO-2']) stations.push(await Station.boot(daemon, id, { answers: { UpdateFirmware: () => ({}) } }));
  const { id: wanted } = await image('rollout.bin');
  const rollout = await daemon.api.post('/rollouts', { firmware: wanted, waves: [['RO-1'], ['RO-2']] });
  await stations[0].received('UpdateFirmware');
  await stations[0].call('FirmwareStatusNotification', { status: 'InstallationFailed' });
  const end = await until('the end of the roll-out', async () => {
    const now = await daemon.api.get(`/rollouts/${rollout.id}`);
    return now.state === 'stopped' ? now : undefined;
  });
  assert.deepEqual(end.updates.map((update) => update.state), ['failed', 'cancelled']);
  for (const station of stations) await station.close();
});
