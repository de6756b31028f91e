// SPDX-License-Identifier: GPL-3.0-or-later
// Certificates of a mobility operator, its OCSP responder and its EST server: made with the openssl program.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

import { within } from './until.mjs';

export class Operator {
  #servers = [];

  // root, sub, and under it the contracts "good" and "revoked".
  static async make() {
    const operator = new Operator();
    operator.home = await mkdtemp(path.join(tmpdir(), 'stationmaster-pki-'));
    await operator.write('authority', 'basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,digitalSignature\n');
    operator.key('root');
    operator.openssl('req', '-x509', '-new', '-key', 'root.key', '-subj', '/O=Mobility/CN=Root', '-days', '30', '-out', 'root.pem');
    operator.issue('sub', 'root', '-extfile', 'authority');
    for (const name of ['good', 'revoked']) operator.issue(name, 'sub');
    const expiry = '\t991231235959Z\t';
    await operator.write('index', `V${expiry}\t${operator.serial('good')}\tunknown\t/CN=good\nR${expiry}250101000000Z\t${operator.serial('revoked')}\tunknown\t/CN=revoked\n`);
    return operator;
  }

  openssl(...args) { return execFileSync('openssl', args, { cwd: this.home, stdio: ['ignore', 'pipe', 'pipe'] }); }
  write(name, content) { return writeFile(path.join(this.home, name), content); }
  pem(name) { return readFile(path.join(this.home, `${name}.pem`), 'utf8'); }
  serial(name) { return this.openssl('x509', '-in', `${name}.pem`, '-noout', '-serial').toString().trim().split('=')[1]; }
  key(name) { this.openssl('genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256', '-out', `${name}.key`); }

  request(name) {
    this.key(name);
    this.openssl('req', '-new', '-key', `${name}.key`, '-subj', `/O=Mobility/CN=${name}`, '-out', `${name}.csr`);
    return this.openssl('req', '-in', `${name}.csr`).toString();
  }

  sign(name, authority, ...more) {
    this.openssl('x509', '-req', '-in', `${name}.csr`, '-CA', `${authority}.pem`, '-CAkey', `${authority}.key`, '-CAcreateserial', '-days', '30', '-out', `${name}.pem`, ...more);
  }

  issue(name, authority, ...more) {
    this.request(name);
    this.sign(name, authority, ...more);
  }

  // What a station sends about a certificate that "sub" issued.
  hashData(name, responderURL) {
    const asked = this.openssl('ocsp', '-issuer', 'sub.pem', '-sha256', '-cert', `${name}.pem`, '-no_nonce', '-req_text').toString();
    const field = (title) => asked.replaceAll('\\\n', '').match(new RegExp(`${title}: *([0-9A-F]+)`))[1];
    return { hashAlgorithm: 'SHA256', issuerNameHash: field('Issuer Name Hash'), issuerKeyHash: field('Issuer Key Hash'),
      serialNumber: field('Serial Number'), responderURL };
  }

  // The address of a running responder.
  async respond() {
    const process = spawn('openssl', ['ocsp', '-port', '0', '-index', 'index', '-CA', 'sub.pem', '-rsigner', 'sub.pem', '-rkey', 'sub.key', '-ndays', '1'],
      { cwd: this.home, stdio: ['ignore', 'pipe', 'pipe'] });
    const exited = once(process, 'exit');
    this.#servers.push(async () => { process.kill('SIGKILL'); await exited; });
    const port = (async () => {
      for await (const line of createInterface(process.stdout)) {
        const accepted = line.match(/^ACCEPT .*:(\d+) PID/);
        if (accepted) return Number(accepted[1]);
      }
      throw new Error('openssl ocsp ended');
    })();
    return `http://127.0.0.1:${await within('openssl ocsp', port)}`;
  }

  // The address of a web server; `answer` gives {status, type, body} for {method, url, body}.
  async serve(answer) {
    const server = http.createServer(async (request, response) => {
      const chunks = [];
      for await (const chunk of request) chunks.push(chunk);
      const { status = 200, type, body } = await answer({ method: request.method, url: request.url, body: Buffer.concat(chunks).toString() });
      response.writeHead(status, { 'Content-Type': type, Connection: 'close' }).end(body);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    this.#servers.push(() => { server.closeAllConnections(); server.close(); });
    return `http://127.0.0.1:${server.address().port}`;
  }

  // An EST server that signs everything with "sub" (RFC 7030).
  enroll() {
    const bundle = (name) => ({ type: 'application/pkcs7-mime', body: this.openssl('crl2pkcs7', '-nocrl', '-outform', 'DER', '-certfile', `${name}.pem`).toString('base64') });
    return this.serve(async ({ method, url, body }) => {
      if (method === 'GET' && url === '/.well-known/est/cacerts') return bundle('sub');
      if (method !== 'POST' || url !== '/.well-known/est/simpleenroll') return { status: 404, type: 'text/plain', body: '' };
      await this.write('secc.der', Buffer.from(body, 'base64'));
      this.openssl('req', '-inform', 'DER', '-in', 'secc.der', '-out', 'secc.csr');
      this.sign('secc', 'sub');
      return bundle('secc');
    });
  }

  async close() {
    for (const stop of this.#servers) await stop();
    await rm(this.home, { recursive: true, force: true });
  }
}
