// SPDX-License-Identifier: GPL-3.0-or-later
// Starts `stationmasterd` (SM_DAEMON) in a directory of its own and stops it again.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

import { Api } from './api.mjs';
import { freshDatabase } from './database.mjs';
import { freePort } from './ports.mjs';
import { until, within } from './until.mjs';

export class Daemon {
  // options: args (more of the command line), settings (of settings.ini), acceptUnknown (default true),
  // beside (a Daemon whose database it shares: another node of its cluster; to be stopped first),
  // tokens (the lines of a token file; the first one is ours; without them the daemon makes a token).
  static async start(options = {}) {
    const daemon = new Daemon();
    daemon.options = options;
    daemon.home = await mkdtemp(path.join(tmpdir(), 'stationmaster-interop-'));
    daemon.dataDir = path.join(daemon.home, 'data');
    daemon.database = options.beside ? { url: options.beside.database.url, drop: async () => {} } : await freshDatabase();
    await mkdir(daemon.dataDir);
    if (options.settings) {
      const lines = Object.entries(options.settings).map(([key, value]) => `${key}=${value}\n`);
      await writeFile(path.join(daemon.dataDir, 'settings.ini'), lines.join(''));
    }
    if (options.tokens) {
      daemon.tokenFile = path.join(daemon.home, 'tokens');
      await writeFile(daemon.tokenFile, options.tokens.join('\n'), { mode: 0o600 });
    }
    daemon.port = await freePort();
    await daemon.restart();
    return daemon;
  }

  // Starts the process, also again after kill() or stop(): same data, same port for the stations.
  async restart() {
    const program = process.env.SM_DAEMON;
    assert.ok(program, 'SM_DAEMON names the stationmasterd to test');
    const apiPort = await freePort(); // a new one, so that no kept-alive connection of before is used
    const args = ['--data-dir', this.dataDir, '--port', this.port, '--bind', '127.0.0.1', '--api-port', apiPort,
      '--database', this.database.url, ...(this.options.acceptUnknown ?? true ? ['--accept-unknown'] : []),
      ...(this.tokenFile ? ['--api-token-file', this.tokenFile] : []), ...(this.options.args ?? [])].map(String);
    const environment = { PATH: process.env.PATH, LANG: 'C.UTF-8', HOME: this.home, TZ: 'UTC', ...sanitizerOptions() };
    this.log = [];
    this.process = spawn(...leashed(program, args), { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
    this.exited = once(this.process, 'exit').then(([code, signal]) => ({ code, signal }));
    createInterface(this.process.stderr).on('line', (line) => this.log.push(line));
    const ready = await within('the ready line of stationmasterd', Promise.race([this.#readyLine(), this.#earlyExit()]), 20);
    assert.equal(ready.ready, true);
    this.ocpp = ready.ocpp;
    this.apiBase = ready.api;
    this.token = this.options.tokens?.[0].replace(/^control:/, '') ?? (await readFile(path.join(this.dataDir, 'api-token'), 'utf8')).trim();
    this.api?.close();
    this.api = new Api(ready.api, this.token);
  }

  async #readyLine() {
    for await (const line of createInterface(this.process.stdout)) {
      try {
        const said = JSON.parse(line);
        if (said.ready) return said;
      } catch {
        this.log.push(`stdout is not JSON: ${line}`);
      }
    }
    return this.#earlyExit();
  }

  async #earlyExit() {
    const { code, signal } = await this.exited;
    throw new Error(`stationmasterd ended before it was ready, code ${code} signal ${signal}:\n${this.tail()}`);
  }

  tail(lines = 40) { return this.log.slice(-lines).join('\n'); }

  get pid() { return this.process.pid; }

  get running() { return this.process.exitCode === null && this.process.signalCode === null; }

  // kill -9: nothing is tidied up.
  async kill() {
    this.process.kill('SIGKILL');
    return within('death by SIGKILL', this.exited);
  }

  // SIGTERM, in order, exit code 0.
  async terminate() {
    this.process.kill('SIGTERM');
    const { code, signal } = await within('the orderly end after SIGTERM', this.exited, 15);
    assert.deepEqual({ code, signal }, { code: 0, signal: null }, `stationmasterd did not end in order:\n${this.tail()}`);
  }

  async stop() {
    try {
      assert.ok(this.running, `stationmasterd died on the way:\n${this.tail()}`);
      await this.terminate();
    } finally {
      if (this.running) this.process.kill('SIGKILL');
      this.api.close();
      await this.database.drop();
      await rm(this.home, { recursive: true, force: true });
    }
  }

  // True as soon as the API shows the station as wanted.
  untilOnline(station, online = true) {
    return until(`${station} ${online ? 'online' : 'offline'}`, async () => (await this.api.station(station)).online === online);
  }
}

// A daemon must not outlive its test, even if that is killed for being late.
function leashed(program, args) {
  return process.platform === 'linux' ? ['setpriv', ['--pdeathsig', 'KILL', '--', program, ...args]] : [program, args];
}

function sanitizerOptions() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => /^(ASAN|UBSAN|TSAN|LSAN)_OPTIONS$/.test(name)));
}
