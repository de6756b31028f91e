// SPDX-License-Identifier: GPL-3.0-or-later
// A central system as one writes it in an hour with the npm package ocpp-rpc: it validates every message, answers with
// constants and stores nothing. What Node needs for that is the measure for stationmasterd. See run.sh.   node peer.mjs PORT
import { createRequire } from 'node:module';

const { RPCServer } = createRequire(new URL('../interop/package.json', import.meta.url))('ocpp-rpc');

const now = () => new Date().toISOString();
const idTagInfo = { status: 'Accepted' };
const answers = {
  Authorize: () => ({ idTagInfo }),
  BootNotification: () => ({ status: 'Accepted', currentTime: now(), interval: 300 }),
  DataTransfer: () => ({ status: 'UnknownVendorId' }),
  Heartbeat: () => ({ currentTime: now() }),
  MeterValues: () => ({}),
  StartTransaction: () => ({ transactionId: (transactions += 1), idTagInfo }),
  StatusNotification: () => ({}),
  StopTransaction: () => ({ idTagInfo }),
};
let transactions = 0;

const server = new RPCServer({ protocols: ['ocpp1.6'], strictMode: true });
server.on('client', (client) => Object.entries(answers).forEach(([action, answer]) => client.handle(action, answer)));
await server.listen(Number(process.argv[2]), '127.0.0.1');
