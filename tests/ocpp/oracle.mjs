// SPDX-License-Identifier: GPL-3.0-or-later
// The official OCPP 1.6 schemas as a test oracle: for each schema prints valid samples and systematic mutations,
// one JSON object a line {schema, payload, valid, mutation}, with the verdict of ajv as ocpp-rpc configures it.
//
//   node oracle.mjs <node_modules>            cases, for tst_schemaoracle
//   node oracle.mjs <node_modules> <folder>   valid samples as frames, one file each: a corpus for the fuzzer
import {mkdirSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join, resolve} from 'node:path';

import {casesOf} from './cases.mjs';

const modules = resolve(process.argv[2]);
const corpus = process.argv[3];
const schemas = createRequire(import.meta.url)(`${modules}/ocpp-rpc/lib/schemas/ocpp1_6.json`);

// fuzz_codec.cpp expects the action of a result in its message id.
function frame({schema, payload}) {
    const [action, kind] = schema.slice('urn:'.length).split('.');
    return JSON.stringify(kind === 'req' ? [2, '1', action, payload] : [3, action, payload]);
}

const cases = casesOf(modules, schemas, !corpus);
if (corpus) {
    mkdirSync(corpus, {recursive: true});
    cases.forEach((sample, i) => writeFileSync(join(corpus, `sample-${i}`), frame(sample)));
} else {
    process.stdout.write(cases.map(one => JSON.stringify(one)).join('\n') + '\n');
}
