// SPDX-License-Identifier: GPL-3.0-or-later
// SM_DATABASE is "sqlite" (the default) or the URL of a PostgreSQL server on which databases may be created.
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { promisify } from 'node:util';

const run = promisify(execFile);

export const databaseKind = (process.env.SM_DATABASE ?? 'sqlite').startsWith('postgresql') ? 'postgresql' : 'sqlite';

// {url for --database, drop()}: an empty database that nobody else uses.
export async function freshDatabase() {
  if (databaseKind === 'sqlite') return { url: 'sqlite', drop: async () => {} };
  const server = process.env.SM_DATABASE;
  const name = `sm_${randomBytes(6).toString('hex')}`;
  const sql = (text) => run('psql', ['--no-psqlrc', '--quiet', '--dbname', server, '--command', text]);
  await sql(`CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => sql(`DROP DATABASE ${name} WITH (FORCE)`) };
}
