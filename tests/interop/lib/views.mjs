// SPDX-License-Identifier: GPL-3.0-or-later
// How the tests read what the API gives out.
import assert from 'node:assert/strict';

export function connectorOf(station, number) {
  const found = station.connectors.find(({ connector }) => connector === number);
  assert.ok(found, `connector ${number} in ${JSON.stringify(station.connectors)}`);
  return found;
}

// The readings of the import register in Wh, in order.
export function energies(samples) {
  return samples.filter(({ measurand }) => measurand === 'Energy.Active.Import.Register').map(({ value }) => Number(value));
}
