// SPDX-License-Identifier: GPL-3.0-or-later
// Waiting with a deadline. SM_SLOW stretches every deadline, for sanitizers and busy machines.
import { setTimeout as delay } from 'node:timers/promises';

export const slow = Number(process.env.SM_SLOW ?? 1);

// The first truthy value that `probe` gives, asked again and again; fails after `seconds` with the last value seen.
export async function until(what, probe, seconds = 10) {
  const deadline = Date.now() + seconds * slow * 1000;
  for (let last; ; ) {
    last = await probe();
    if (last) return last;
    if (Date.now() > deadline) throw new Error(`${what}: did not happen within ${seconds * slow} s, last seen: ${last}`);
    await delay(15);
  }
}

// `promise`, unless it takes longer than `seconds`.
export async function within(what, promise, seconds = 10) {
  const abort = new AbortController();
  const late = delay(seconds * slow * 1000, null, { signal: abort.signal })
    .then(() => { throw new Error(`${what}: did not happen within ${seconds * slow} s`); });
  late.catch(() => {}); // the abort below
  return Promise.race([promise, late]).finally(() => abort.abort());
}
