// SPDX-License-Identifier: GPL-3.0-or-later
// Installs what package-lock.json says, unless this very file was installed before (test.sh leaves the same mark).
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = path.dirname(fileURLToPath(import.meta.url));
const lock = path.join(folder, 'package-lock.json');
const stamp = path.join(folder, 'node_modules', '.installed-lock');

if (!existsSync(stamp) || !readFileSync(stamp).equals(readFileSync(lock))) {
  const npm = spawnSync(process.env.NPM ?? 'npm', ['ci', '--ignore-scripts'], { cwd: folder, stdio: 'inherit' });
  if (npm.error) throw npm.error;
  if (npm.status === 0) copyFileSync(lock, stamp);
  process.exitCode = npm.status;
}
