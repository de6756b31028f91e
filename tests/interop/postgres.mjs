// SPDX-License-Identifier: GPL-3.0-or-later
// A private PostgreSQL server in a temporary directory, with the durability that PostgreSQL has by default.
//   node postgres.mjs COMMAND [ARGUMENT...]   runs COMMAND with SM_DATABASE set to the server's URL, then stops it
import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { access, chown, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

import { freePort } from './lib/ports.mjs';
import { until } from './lib/until.mjs';

const run = promisify(execFile);

// Where initdb and postgres live: Debian keeps them out of PATH, one folder per version; the newest is taken.
async function programs() {
  const root = '/usr/lib/postgresql';
  const versions = (await readdir(root).catch(() => [])).filter((name) => /^\d+$/.test(name)).sort((a, b) => b - a);
  const folders = [...versions.map((version) => path.join(root, version, 'bin')), ...process.env.PATH.split(path.delimiter)];
  for (const folder of folders) {
    const found = await access(path.join(folder, 'initdb')).then(() => true, () => false);
    if (found) return folder;
  }
  throw new Error(`no initdb in ${folders.join(', ')}: install the PostgreSQL server, Debian's package "postgresql"`);
}

// PostgreSQL refuses to run as root: then its own account runs it. What is started ends with us, even by SIGKILL.
function asOwner(program, args) {
  const account = process.getuid() === 0 ? ['--reuid', 'postgres', '--regid', 'postgres', '--init-groups'] : [];
  return ['setpriv', [...account, '--pdeathsig', 'INT', '--', program, ...args]];
}

export async function startPostgres() {
  const bin = await programs();
  const folder = await mkdtemp(path.join(tmpdir(), 'stationmaster-pg-'));
  const data = path.join(folder, 'data');
  const password = randomBytes(9).toString('hex');
  const passwordFile = path.join(folder, 'password');
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (process.getuid() === 0) {
    const { stdout } = await run('id', ['-u', 'postgres']);
    await chown(folder, Number(stdout), 0);
    await chown(passwordFile, Number(stdout), 0);
  }
  await run(...asOwner(path.join(bin, 'initdb'), ['--pgdata', data, '--username', 'stationmaster', '--pwfile', passwordFile,
    '--auth', 'scram-sha-256', '--encoding', 'UTF8', '--no-locale', '--no-sync']), { cwd: folder });
  const port = await freePort();
  const server = spawn(...asOwner(path.join(bin, 'postgres'), ['-D', data, '-p', String(port), '-k', folder,
    '-c', 'listen_addresses=127.0.0.1']), { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  let log = '';
  server.stderr.on('data', (chunk) => { log = (log + chunk).slice(-4000); });
  const exited = once(server, 'exit');
  await until('PostgreSQL accepting connections', () => {
    if (server.exitCode !== null) throw new Error(`PostgreSQL ended at once:\n${log}`);
    return log.includes('database system is ready to accept connections');
  }, 30);
  return {
    url: `postgresql://stationmaster:${password}@127.0.0.1:${port}/postgres`,
    async stop() {
      server.kill('SIGINT'); // the fast shutdown
      await exited;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function main([command, ...args]) {
  const server = await startPostgres();
  try {
    const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, SM_DATABASE: server.url } });
    const [code, signal] = await once(child, 'exit');
    process.exitCode = signal ? 1 : code;
  } finally {
    await server.stop();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await main(process.argv.slice(2));
