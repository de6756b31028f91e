// SPDX-License-Identifier: GPL-3.0-or-later
// As oracle.mjs, for the payloads of ISO 15118 Plug & Charge inside DataTransfer. They are OCPP 2.0.1's of the same name;
// where the older vendor's form says something else is listed here.
//
//   node pncoracle.mjs <node_modules>   cases, for tst_plugandcharge: schemas urn:<vendor>:<messageId>.req and .conf
import {createRequire} from 'node:module';
import {resolve} from 'node:path';
import {fileURLToPath} from 'node:url';

import {casesOf} from './cases.mjs';

const messages = ['Authorize', 'CertificateSigned', 'DeleteCertificate', 'Get15118EVCertificate', 'GetCertificateStatus',
    'GetInstalledCertificateIds', 'InstallCertificate', 'SignCertificate', 'TriggerMessage'];

// A schema that refers to nothing. customData is left out everywhere: it means nothing here, and is no part of the tables.
function flat(root, node) {
    if (Array.isArray(node))
        return node.map(item => flat(root, item));
    if (node === null || typeof node !== 'object')
        return node;
    if (node.$ref)
        return flat(root, root.definitions[node.$ref.split('/').pop()]);
    const copy = {};
    for (const [key, value] of Object.entries(node)) {
        if (!['definitions', 'customData', 'description', 'javaType', 'comment', '$schema', '$id', 'default'].includes(key))
            copy[key] = flat(root, value);
    }
    return copy;
}

function rename(schema, name, to) {
    schema.properties[to] = schema.properties[name];
    delete schema.properties[name];
    schema.required = schema.required?.map(one => (one === name ? to : one));
}

const drop = (schema, ...names) => names.forEach(name => delete schema.properties[name]);

const chain = {type: 'object', additionalProperties: false, required: ['certificate'], properties: {
    certificate: {type: 'string', maxLength: 800},
    childCertificate: {type: 'array', items: {type: 'string', maxLength: 800}, minItems: 1, maxItems: 4}}};

// What the older form says otherwise. Besides, none of its answers has statusInfo.
const older = {
    'Authorize.req': schema => {
        rename(schema, 'iso15118CertificateHashData', '15118CertificateHashData');
        drop(schema, 'certificate');
        drop(schema.properties.idToken, 'additionalInfo');
        schema.properties.idToken.properties.type.enum = ['eMAID'];
        schema.required = ['idToken', '15118CertificateHashData'];
        const {items} = schema.properties['15118CertificateHashData'];
        items.required = items.required.filter(name => name !== 'responderURL');
    },
    'Authorize.conf': schema => {
        schema.properties.certificateStatus.enum = ['Accepted', 'CertificateRevoked'];
        drop(schema.properties.idTokenInfo, 'chargingPriority', 'evseId', 'groupIdToken', 'language1', 'language2', 'personalMessage');
        schema.required = ['certificateStatus', 'idTokenInfo'];
    },
    'CertificateSigned.req': schema => {
        rename(schema, 'certificateChain', 'cert');
        rename(schema, 'certificateType', 'typeOfCertificate');
        schema.required = ['cert', 'typeOfCertificate'];
    },
    // Its own schema requires iso15118SchemaVersion and knows only 15118SchemaVersion: nothing would satisfy it.
    'Get15118EVCertificate.req': schema => {
        rename(schema, 'iso15118SchemaVersion', '15118SchemaVersion');
        drop(schema, 'action');
        schema.properties.exiRequest.maxLength = 5500;
        schema.required = ['exiRequest'];
    },
    // Its own schema allows more members in the chains; they would mean nothing to us.
    'Get15118EVCertificate.conf': schema => {
        schema.properties.contractSignatureCertificateChain = chain;
        schema.properties.saProvisioningCertificateChain = chain;
    },
    'GetCertificateStatus.req': schema => {
        const data = schema.properties.ocspRequestData;
        data.required = data.required.filter(name => name !== 'responderURL');
    },
    'GetInstalledCertificateIds.req': schema => rename(schema, 'certificateType', 'typeOfCertificate'),
    'GetInstalledCertificateIds.conf': schema => {
        const list = schema.properties.certificateHashDataChain;
        list.items = list.items.properties.certificateHashData;
    },
    'InstallCertificate.req': schema => { schema.properties.certificate.maxLength = 800; },
    'SignCertificate.req': schema => {
        rename(schema, 'certificateType', 'typeOfCertificate');
        schema.properties.csr.maxLength = 800;
    },
    'TriggerMessage.req': schema => {
        drop(schema, 'evse');
        schema.properties.requestedMessage.enum = ['SignChargingStationCertificate', 'SignV2GCertificate'];
    },
};

export function schemasOf(modules) {
    const parents = createRequire(import.meta.url)(`${modules}/ocpp-rpc/lib/schemas/ocpp2_0_1.json`);
    return messages.flatMap(message => ['req', 'conf'].flatMap(kind => {
        const name = `${message}.${kind}`;
        const parent = parents.find(schema => schema.$id === `urn:${name}`);
        const other = flat(parent, parent);
        drop(other, 'statusInfo');
        older[name]?.(other);
        return [{$id: `urn:org.openchargealliance.iso15118pnc:${name}`, ...flat(parent, parent)},
            {$id: `urn:iso15118:${name}`, ...other}];
    }));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
    const modules = resolve(process.argv[2]);
    const lines = casesOf(modules, schemasOf(modules));
    process.stdout.write(lines.map(one => JSON.stringify(one)).join('\n') + '\n');
}
