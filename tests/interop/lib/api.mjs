// SPDX-License-Identifier: GPL-3.0-or-later
// A client of the control API (docs: the OpenAPI document that the server itself gives out).
import http from 'node:http';

export class ApiError extends Error {
  constructor(method, path, answer) {
    super(`${method} ${path}: HTTP ${answer.status} ${JSON.stringify(answer.body)}`);
    this.status = answer.status;
    this.body = answer.body;
  }
}

export class Api {
  #agent = new http.Agent({ keepAlive: true, maxSockets: 4 });

  constructor(base, token) {
    this.base = base; // http://127.0.0.1:PORT/api/v1
    this.token = token;
  }

  // Whatever the answer is: {status, headers, text, body}; body is the parsed JSON if it is JSON.
  request(method, path, { body, token = this.token, headers = {}, agent = this.#agent } = {}) {
    const text = body === undefined || typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
    const all = { ...headers };
    if (token) all.Authorization = `Bearer ${token}`;
    if (text !== undefined) {
      all['Content-Type'] ??= 'application/json';
      all['Content-Length'] ??= Buffer.byteLength(text);
    }
    return new Promise((resolve, reject) => {
      const call = http.request(this.base + path, { method, headers: all, agent }, (answer) => {
        const chunks = [];
        answer.on('data', (chunk) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () => {
          const bytes = Buffer.concat(chunks);
          const isJson = /\bjson\b/.test(answer.headers['content-type'] ?? '');
          const content = bytes.toString('utf8');
          resolve({ status: answer.statusCode, headers: answer.headers, text: content, bytes,
            body: isJson && content ? JSON.parse(content) : undefined });
        });
      });
      call.on('error', (error) => { // the server may close an idle connection just when it is used again
        const wasIdle = call.reusedSocket && error.code === 'ECONNRESET';
        if (wasIdle) resolve(this.request(method, path, { body, token, headers, agent: false }));
        else reject(error);
      });
      call.end(text);
    });
  }

  async #expect2xx(method, path, options) {
    const answer = await this.request(method, path, options);
    if (answer.status < 200 || answer.status > 299) throw new ApiError(method, path, answer);
    return answer.body;
  }

  get(path) { return this.#expect2xx('GET', path); }
  put(path, body) { return this.#expect2xx('PUT', path, { body }); }
  post(path, body) { return this.#expect2xx('POST', path, { body, agent: path.includes('wait=') ? false : undefined }); }
  delete(path) { return this.#expect2xx('DELETE', path); }

  // All items of a list, page by page.
  async all(path, limit = 500) {
    const items = [];
    for (let after; ; ) {
      const query = new URLSearchParams({ limit, ...(after === undefined ? {} : { after }) });
      const page = await this.get(`${path}${path.includes('?') ? '&' : '?'}${query}`);
      items.push(...page.items);
      if (page.next === null || page.next === undefined) return items;
      after = page.next;
    }
  }

  station(id) { return this.get(`/stations/${encodeURIComponent(id)}`); }
  register(id, facts = {}) { return this.put(`/stations/${encodeURIComponent(id)}`, { registration: 'accepted', securityProfile: 0, ...facts }); }
  tag(tag, facts = {}) { return this.put(`/id-tags/${encodeURIComponent(tag)}`, { status: 'Accepted', ...facts }); }
  transaction(id) { return this.get(`/transactions/${id}`); }
  transactions(station, query = '') { return this.all(`/transactions?station=${encodeURIComponent(station)}${query}`); }
  meterValues(transaction) { return this.all(`/transactions/${transaction}/meter-values`); }
  findings(station) { return this.all(`/stations/${encodeURIComponent(station)}/findings`); }
  messages(station) { return this.all(`/stations/${encodeURIComponent(station)}/messages`); }

  // Queues a command; `wait` in seconds asks the server to answer when it is finished.
  command(station, action, payload, { wait, ...more } = {}) {
    return this.post(`/stations/${encodeURIComponent(station)}/commands${wait ? `?wait=${wait}` : ''}`, { action, payload, ...more });
  }

  commandState(id) { return this.get(`/commands/${id}`); }

  close() { this.#agent.destroy(); }
}
