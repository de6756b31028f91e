// SPDX-License-Identifier: GPL-3.0-or-later
// The official OCPP 1.6 schemas as a test oracle: for each schema prints valid samples and systematic mutations,
// one JSON object a line {schema, payload, valid, mutation}, with the verdict of ajv as ocpp-rpc configures it.
//
//   node oracle.mjs <node_modules>            cases, for tst_schemaoracle
//   node oracle.mjs <node_modules> <folder>   valid samples as frames, one file each: a corpus for the fuzzer
import {mkdirSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join, resolve} from 'node:path';

const modules = resolve(process.argv[2]);
const corpus = process.argv[3];
const require = createRequire(import.meta.url);
const {createValidator} = require(`${modules}/ocpp-rpc/lib/validator.js`);
const schemas = require(`${modules}/ocpp-rpc/lib/schemas/ocpp1_6.json`);
const validator = createValidator('ocpp1.6', schemas);

const cases = [];

function isValid(schema, payload) {
    try {
        validator.validate(schema.$id, payload);
        return true;
    } catch {
        return false;
    }
}

function emit(schema, payload, mutation) {
    cases.push({schema: schema.$id, payload, valid: isValid(schema, payload), mutation});
}

// ---- the schema as a tree ---------------------------------------------------------------------------------

function resolved(root, node) {
    return node.$ref ? root.definitions[node.$ref.split('/').pop()] : node;
}

function sampleText(node) {
    if (node.enum)
        return node.enum[0];
    if (node.format === 'date-time')
        return '2026-01-31T12:34:56.789Z';
    if (node.format === 'uri')
        return 'https://user@files.example.org:8443/a%20b/?x=1#top';
    return 'Text-1'.slice(0, node.maxLength ?? 6);
}

// A valid value; `full` with every optional member, else with the required ones only.
function sample(root, schemaNode, full) {
    const node = resolved(root, schemaNode);
    switch (node.type) {
    case 'string': return sampleText(node);
    case 'integer': return 3; // also within the ranges that only the specification knows
    case 'number': return 16.5;
    case 'boolean': return true;
    case 'array': return [sample(root, node.items, full), sample(root, node.items, true)];
    default: {
        const object = {};
        for (const [name, member] of Object.entries(node.properties ?? {})) {
            if (full || node.required?.includes(name))
                object[name] = sample(root, member, full);
        }
        return object;
    }
    }
}

// Every place of the full sample: {path, node}, the root included.
function* places(root, schemaNode, path = []) {
    const node = resolved(root, schemaNode);
    yield {path, node};
    if (node.type === 'array')
        yield* places(root, node.items, [...path, 1]);
    for (const [name, member] of Object.entries(node.properties ?? {}))
        yield* places(root, member, [...path, name]);
}

function changed(payload, path, change) {
    const copy = structuredClone(payload);
    let parent = copy;
    for (const step of path.slice(0, -1))
        parent = parent[step];
    change(parent, path.at(-1));
    return copy;
}

const replaced = (payload, path, value) => changed(payload, path, (parent, key) => { parent[key] = value; });
const removed = (payload, path) => changed(payload, path, (parent, key) => { delete parent[key]; });

// ---- what is put in a place -------------------------------------------------------------------------------

const dates = [
    '2026-01-31T12:34:56Z', '2026-01-31T12:34:56.1Z', '2026-01-31T12:34:56.123456789Z', '2026-01-31t12:34:56z',
    '2026-01-31T12:34:56+02:00', '2026-01-31T12:34:56.5-11:30', '1970-01-01T00:00:00Z', '2024-02-29T00:00:00Z',
    '2023-02-29T00:00:00Z', '2026-02-30T00:00:00Z', '2026-13-01T00:00:00Z', '2026-00-10T00:00:00Z',
    '2026-01-00T00:00:00Z', '2026-01-31T24:00:00Z', '2026-01-31T23:60:00Z', '2026-01-31T23:59:61Z',
    '2016-12-31T23:59:60Z', '2016-12-31T12:59:60Z', '2016-12-31T15:59:60-08:00', '2016-12-31T23:59:60+05:00',
    '2026-01-31T12:34:56', '2026-01-31T12:34:56.789', '2026-01-31 12:34:56Z', '2026-01-31\t12:34:56Z',
    '2026-01-31T12:34:56+0200', '2026-01-31T12:34:56+02', '2026-01-31T12:34:56+24:00', '2026-01-31T12:34:56+02:60',
    '2026-01-31T12:34Z', '2026-01-31T12:34:56,5Z', '2026-01-31T12:34:56.Z', '2026-01-31T12:34:56ZZ',
    '2026-01-31', '12:34:56Z', '26-01-31T12:34:56Z', '2026-1-31T12:34:56Z', '20260131T123456Z', '', 'now', 'Z',
    ' 2026-01-31T12:34:56Z', '2026-01-31T12:34:56Z ', '2026-01-31TT12:34:56Z', '0000-01-01T00:00:00Z',
    '9999-12-31T23:59:59.999Z', '-2026-01-31T12:34:56Z', '+2026-01-31T12:34:56Z', '2026-01-31T1２:34:56Z',
];

const uris = [
    'ftp://host', 'ftp://user:secret@host/dir/', 'http://[2001:db8::1]:80/x', 'http://host:port/', 'http://host:',
    'sftp://h/%zz', 'sftp://h/%2F', 'http://h/a b', 'http://h/ü', 'host/path', '//host/path', 'host', '', ':', 'http:',
    'http://', 'http:///x', 'mailto:a@b', 'file:/x', '1http://h', 'h+t.t-p://h', 'http://h?q?/', 'http://h#f#g',
    'http://h/[x]', 'http://h/"x"', 'http://h\\x', 'http://a@b@c/', 'http://[::1', 'http://h/<x>', 'urn:a:b', 'a:?q',
];

const decimals = [0, 0.1, 0.3, 0.30000000000000004, 8.1, 16.55, 0.05, 0.15, -3.2, 32, 1e6, 99999.9, 1e8, 1e-7, 1e300];
const wrongTypes = ['text', '12', 'true', '', 12, 12.5, -1, 0, true, false, null, {}, [], [[]], {a: 1}, 1e10, 1e300];

function* texts(node) {
    for (const value of node.enum ?? [])
        yield ['enum', value];
    for (const value of node.enum?.slice(0, 2) ?? [])
        yield* [['case', value.toLowerCase()], ['case', value.toUpperCase()], ['blank', ` ${value}`]];
    if (node.enum)
        yield ['enum', 'Nonsense'];
    if (node.maxLength) {
        for (const character of ['x', 'ü', '😀'])
            yield* [['longest', character.repeat(node.maxLength)], ['long', character.repeat(node.maxLength + 1)]];
    }
    if (node.format === 'date-time')
        yield* dates.map(value => ['date', value]);
    if (node.format === 'uri')
        yield* uris.map(value => ['uri', value]);
}

function* values(node) {
    if (node.type === 'string')
        yield* texts(node);
    if (node.type === 'number')
        yield* decimals.map(value => ['decimal', value]);
    if (node.type === 'array')
        yield ['empty', []];
    yield* wrongTypes.map(value => ['type', value]);
}

// ---- cases ------------------------------------------------------------------------------------------------

function emitSamples(schema) {
    const full = sample(schema, schema, true);
    emit(schema, full, 'sample full');
    emit(schema, sample(schema, schema, false), 'sample minimal');
    for (const {path, node} of places(schema, schema)) {
        if (path.length > 0 && typeof path.at(-1) === 'string') {
            const without = removed(full, path);
            if (isValid(schema, without))
                emit(schema, without, `sample without ${path.join('/')}`);
        }
        for (const value of node.enum ?? [])
            emit(schema, replaced(full, path, value), `sample ${path.join('/')}=${value}`);
    }
}

function emitMutations(schema) {
    const full = sample(schema, schema, true);
    for (const {path, node} of places(schema, schema)) {
        const where = `/${path.join('/')}`;
        if (node.type === 'object')
            emit(schema, changed(full, [...path, 'extraField'], (parent, key) => { parent[key] = 1; }),
                 `extra ${where}`);
        if (path.length === 0)
            continue;
        if (typeof path.at(-1) === 'string')
            emit(schema, removed(full, path), `missing ${where}`);
        for (const [kind, value] of values(node))
            emit(schema, replaced(full, path, value), `${kind} ${where} ${JSON.stringify(value)}`);
    }
}

// fuzz_codec.cpp expects the action of a result in its message id.
function frame({schema, payload}) {
    const [action, kind] = schema.slice('urn:'.length).split('.');
    return JSON.stringify(kind === 'req' ? [2, '1', action, payload] : [3, action, payload]);
}

for (const schema of schemas) {
    emitSamples(schema);
    if (!corpus)
        emitMutations(schema);
}
if (corpus) {
    mkdirSync(corpus, {recursive: true});
    cases.forEach((sample, i) => writeFileSync(join(corpus, `sample-${i}`), frame(sample)));
} else {
    process.stdout.write(cases.map(one => JSON.stringify(one)).join('\n') + '\n');
}
