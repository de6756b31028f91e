// SPDX-License-Identifier: GPL-3.0-or-later
// node livestation.mjs ENDPOINT ID: a strict OCPP 1.6 station for tst_livewindow and tst_firstday. It boots, reports its
// connectors, and reboots when it is reset. Each thing that happens is one line on stdout. On stdin: "tap TAG" shows a
// card, "charge TAG" charges 5 kWh within a moment, "quit" ends it.
import { createRequire } from 'node:module';
import readline from 'node:readline';

// The client is installed once, for tests/interop.
const require = createRequire(new URL('../interop/package.json', import.meta.url));
const { RPCClient } = require('ocpp-rpc');

const [endpoint, identity] = process.argv.slice(2);
const say = (line) => process.stdout.write(`${line}\n`);

const client = new RPCClient({
    endpoint,
    identity,
    protocols: ['ocpp1.6'],
    strictMode: true,
    reconnect: true,
    backoff: { initialDelay: 100, maxDelay: 200 },
});

async function boot() {
    const { status } = await client.call('BootNotification', {
        chargePointVendor: 'Strict',
        chargePointModel: 'Client',
        firmwareVersion: '9.9.1',
    });
    say(`boot ${status}`);
    if (status !== 'Accepted')
        return;
    for (const connectorId of [0, 1])
        await client.call('StatusNotification', { connectorId, errorCode: 'NoError', status: 'Available' });
    say('ready');
}

client.handle('Reset', ({ params }) => {
    say(`reset ${params.type}`);
    setTimeout(() => boot().catch(fail), 200);
    return { status: 'Accepted' };
});
client.handle('GetConfiguration', () => ({ configurationKey: [], unknownKey: [] }));
client.handle('TriggerMessage', () => ({ status: 'NotImplemented' }));
client.handle('RemoteStartTransaction', async ({ params }) => {
    say(`start ${params.idTag}`);
    setTimeout(() => charge(params).catch(fail), 100);
    return { status: 'Accepted' };
});

async function charge({ idTag, connectorId = 1 }) {
    const { transactionId } = await client.call('StartTransaction', {
        connectorId, idTag, meterStart: 1000, timestamp: new Date().toISOString(),
    });
    await client.call('StatusNotification', { connectorId, errorCode: 'NoError', status: 'Charging' });
    await client.call('MeterValues', {
        connectorId, transactionId,
        meterValue: [{ timestamp: new Date().toISOString(),
                       sampledValue: [{ value: '7360', measurand: 'Power.Active.Import', unit: 'W' }] }],
    });
    say(`session ${transactionId}`);
}

async function tap(idTag) {
    const { idTagInfo } = await client.call('Authorize', { idTag });
    say(`tapped ${idTagInfo.status}`);
}

async function chargeAtOnce(idTag) {
    const at = () => new Date().toISOString();
    const { transactionId } = await client.call('StartTransaction', {
        connectorId: 1, idTag, meterStart: 1000, timestamp: at(),
    });
    await client.call('StatusNotification', { connectorId: 1, errorCode: 'NoError', status: 'Charging' });
    await client.call('MeterValues', {
        connectorId: 1, transactionId, meterValue: [{ timestamp: at(), sampledValue: [{ value: '3500' }] }],
    });
    await client.call('StopTransaction', { transactionId, idTag, meterStop: 6000, timestamp: at() });
    await client.call('StatusNotification', { connectorId: 1, errorCode: 'NoError', status: 'Available' });
    say(`charged ${transactionId}`);
}

function fail(error) {
    say(`failed ${error}`);
    process.exit(1);
}

const orders = { tap, charge: chargeAtOnce, quit: () => client.close().then(() => process.exit(0)) };
readline.createInterface({ input: process.stdin }).on('line', (line) => {
    const [order, tag] = line.split(' ');
    orders[order](tag).catch(fail);
});
client.on('strictValidationFailure', ({ error }) => fail(error));
client.connect().then(boot).catch((error) => {
    if (error.code !== 404)
        fail(error);
    say('refused');
    process.exit(0);
});
