// SPDX-License-Identifier: GPL-3.0-or-later
// Valid samples of JSON schemas and systematic mutations of them, each with the verdict of ajv as ocpp-rpc configures it.
import {createRequire} from 'node:module';

const cases = [];
let validator;

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
        if (node.maxItems) {
            const item = sample(schema, node.items, true);
            for (const count of [node.maxItems, node.maxItems + 1])
                emit(schema, replaced(full, path, Array(count).fill(item)), `items ${where} ${count}`);
        }
        for (const [kind, value] of values(node))
            emit(schema, replaced(full, path, value), `${kind} ${where} ${JSON.stringify(value)}`);
    }
}

// {schema, payload, valid, mutation} of each schema; without `mutations` only valid samples.
export function casesOf(modules, schemas, mutations = true) {
    const {createValidator} = createRequire(import.meta.url)(`${modules}/ocpp-rpc/lib/validator.js`);
    validator = createValidator('schemas', schemas);
    for (const schema of schemas) {
        emitSamples(schema);
        if (mutations)
            emitMutations(schema);
    }
    return cases;
}
