// SPDX-License-Identifier: GPL-3.0-or-later
// The scenarios of the bench, each against a fresh server: the floor, a server in Node, then stationmasterd. See run.sh.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { Daemon } from '../interop/lib/daemon.mjs';
import { freePort } from '../interop/lib/ports.mjs';
import { until } from '../interop/lib/until.mjs';

const run = promisify(execFile);
const args = process.argv.slice(2);
const quick = args.includes('--quick'); // tries the tools, measures nothing
const repeats = Number(process.env.SM_BENCH_REPEAT ?? 1);

const scenarios = [
  { name: 'session', kind: 'session', stations: 200, rounds: 5, meterValues: 10 },
  { name: 'storm-2000', kind: 'storm', stations: 2000, waves: 2 },
  { name: 'storm-10000', kind: 'storm', stations: 10000, waves: 2 },
  { name: 'idle', kind: 'idle', stations: 5000, duration: 20 },
  { name: 'open', kind: 'open', stations: 1000, rounds: 2, meterValues: 10, rate: 2000 },
];
const quickScenarios = [
  { name: 'session', kind: 'session', stations: 20, rounds: 1, meterValues: 3 },
  { name: 'storm', kind: 'storm', stations: 50, waves: 2 },
  { name: 'idle', kind: 'idle', stations: 20, duration: 1 },
  { name: 'open', kind: 'open', stations: 20, rounds: 1, meterValues: 2, rate: 200 },
];

// --- the two pairs of tools ------------------------------------------------------------------------------

const own = {
  name: "the project's own stationload and benchfloor",
  tag: 'LOADTAG',
  generator: path.join(process.env.SM_BENCH_TOOLS ?? '', 'stationload'),
  floor: path.join(process.env.SM_BENCH_TOOLS ?? '', 'benchfloor'),
  options: (s, port, pid) => ({ scenario: s.kind, port, pid, stations: s.stations, rounds: s.rounds, waves: s.waves,
    'meter-values': s.meterValues, rate: s.rate, duration: s.duration }),
  read: (o) => ({
    rate: o.messagesPerSecond, latency: o.latencyMs, booted: o.bootedSeconds, cpu: o.server.cpuUsPerMessage, cores: o.server.cores,
    memory: o.server.rssPerConnection / 1024, errors: Object.values(o.errors).reduce((sum, count) => sum + count, 0), kinds: o.errors }),
};

const reference = {
  name: 'ocpp-load and floor-epoll of the reference folder',
  tag: 'TAG0001',
  options: (s, port, pid) => ({ scenario: s.kind === 'open' ? 'session' : s.kind, url: `ws://127.0.0.1:${port}/ocpp/`, pid,
    stations: s.stations, rounds: s.kind === 'storm' ? s.waves : s.rounds, 'meter-values': s.meterValues, rate: s.rate, duration: s.duration }),
  read: (o) => ({
    rate: o.msg_per_s, latency: o.latency_ms, booted: o.waves?.map((wave) => wave.all_booted_s) ?? [], cpu: o.server.cpu_us_per_message,
    cores: o.server.cores_used, memory: o.server.rss_per_connection_bytes / 1024, errors: o.errors, kinds: o.errors_by_kind }),
};

async function compileReference(folder) {
  const out = await mkdtemp(path.join(tmpdir(), 'stationmaster-bench-'));
  const compile = (name) => run('c++', ['-std=c++20', '-O2', '-o', path.join(out, name), path.join(folder, `${name}.cpp`)]);
  await Promise.all(['ocpp-load', 'floor-epoll'].map(compile));
  return { ...reference, generator: path.join(out, 'ocpp-load'), floor: path.join(out, 'floor-epoll'),
    drop: () => rm(out, { recursive: true }) };
}

async function chooseTools() {
  const folder = process.env.SM_BENCH_REFERENCE ?? 'own';
  const there = folder !== 'own' && ['ocpp-load.cpp', 'floor-epoll.cpp'].every((file) => existsSync(path.join(folder, file)));
  return there && !quick ? compileReference(folder) : { ...own, drop: async () => {} };
}

// --- the servers -----------------------------------------------------------------------------------------

async function withServer(program, words, measure) {
  const port = await freePort();
  const server = spawn(program, [...words, String(port)], { stdio: 'ignore' });
  try {
    await until('the server listening', () => run('bash', ['-c', `: </dev/tcp/127.0.0.1/${port}`]).then(() => true, () => false));
    return await measure(port, server.pid);
  } finally {
    server.kill('SIGKILL');
    await once(server, 'exit');
  }
}

const withFloor = (tools, measure) => withServer(tools.floor, [], measure);

const peer = fileURLToPath(new URL('peer.mjs', import.meta.url));
const withPeer = (tools, measure) => withServer(process.execPath, [peer], measure);

async function withDaemon(tools, measure) {
  const daemon = await Daemon.start();
  try {
    await daemon.api.tag(tools.tag);
    return await measure(daemon.port, daemon.pid);
  } finally {
    await daemon.stop();
  }
}

async function load(tools, scenario, port, pid) {
  const options = Object.entries(tools.options(scenario, port, pid)).filter(([, value]) => value !== undefined);
  const words = options.flatMap(([name, value]) => [`--${name}`, String(value)]);
  const { stdout } = await run(tools.generator, words, { timeout: 400_000, maxBuffer: 1 << 24 })
    .catch((error) => { // it ends with 1 after errors, and says which
      if (error.stdout) return error;
      throw error;
    });
  return tools.read(JSON.parse(stdout));
}

// The run with the median of what the scenario is about.
async function median(scenario, once) {
  const results = [];
  for (let count = 0; count < repeats; ++count) results.push(await once());
  const key = { session: (r) => r.cpu, open: (r) => r.latency.p99, storm: (r) => Math.max(...r.booted), idle: (r) => r.memory }[scenario.kind];
  return results.sort((a, b) => key(a) - key(b))[Math.floor((repeats - 1) / 2)];
}

// --- the table -------------------------------------------------------------------------------------------

const columns = [
  ['msg/s', (r) => r.rate.toFixed(0)], ['CPU us/msg', (r) => r.cpu.toFixed(1)],
  ['p50 ms', (r) => r.latency.p50.toFixed(1)], ['p95 ms', (r) => r.latency.p95.toFixed(1)],
  ['p99 ms', (r) => r.latency.p99.toFixed(1)], ['max ms', (r) => r.latency.max.toFixed(1)],
  ['all booted, s', (r, s) => (s.kind === 'storm' ? r.booted.map((seconds) => seconds.toFixed(2)).join(', ') : '')],
  ['KiB/connection', (r, s) => (s.kind === 'idle' ? r.memory.toFixed(1) : '')], ['cores', (r) => r.cores.toFixed(2)],
  ['errors', (r) => String(r.errors)],
];

function titleOf({ kind, stations, rounds, meterValues, waves, duration, rate }) {
  if (kind === 'session') return `session ${stations} x ${rounds} x ${meterValues}`;
  if (kind === 'storm') return `storm of ${stations}, ${waves} times`;
  if (kind === 'idle') return `idle ${stations}, ${duration} s`;
  return `open loop, ${stations} stations, ${rate} msg/s`;
}

function print(...cells) { console.log(`| ${cells.join(' | ')} |`); }

async function main() {
  const wanted = args.filter((arg) => !arg.startsWith('--'));
  const chosen = (quick ? quickScenarios : scenarios).filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  const tools = await chooseTools();
  const { stdout: filesystem } = await run('stat', ['-f', '-c', '%T', tmpdir()]);
  console.log(`Load: ${tools.name}. ${cpus().length} x ${cpus()[0].model.trim()}, database on ${filesystem.trim()}, ${repeats} run(s) each.\n`);
  print('scenario', 'server', ...columns.map(([title]) => title));
  print('---', '---', ...columns.map(() => '---:'));
  let errors = 0;
  for (const scenario of chosen) {
    for (const [server, within] of [['floor', withFloor], ['ocpp-rpc, strict', withPeer], ['stationmasterd', withDaemon]]) {
      const result = await median(scenario, () => within(tools, (port, pid) => load(tools, scenario, port, pid)));
      print(titleOf(scenario), server, ...columns.map(([, cell]) => cell(result, scenario)));
      if (result.errors > 0) console.error(`${titleOf(scenario)}, ${server}: ${JSON.stringify(result.kinds)}`);
      errors += within === withPeer ? 0 : result.errors; // a storm may be too much for it
    }
  }
  await tools.drop();
  process.exitCode = errors > 0 ? 1 : 0;
}

await main();
