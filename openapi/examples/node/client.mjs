// A client of Tongban: a token by private_key_jwt, signed requests over HTTP/2 or HTTP/1.1, answers verified before
// anybody reads them. Node's own modules alone.
import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import { clientAssertion, sign, SignatureError, values, verify, verifyReceipt } from './signatures.mjs';

const TIMEOUT = 30_000;

/** One exchange, signed or not. Over https this is HTTP/2, unless version says 1.1. */
export class Transport {
  #sessions = new Map();
  /** Which version of HTTP was spoken with whom, as it was negotiated. */
  spoken = new Map();

  constructor({ ca, version } = {}) {
    this.ca = ca;
    this.version = version;
  }

  send({ method, targetUri, fields, body }) {
    const url = new URL(targetUri);
    const target = targetUri.slice(url.protocol.length + 2 + url.host.length) || '/';
    return url.protocol === 'https:' && this.version !== '1.1'
      ? this.#overHttp2(url, method, target, fields, body)
      : this.#overHttp1(url, method, target, fields, body);
  }

  #overHttp1(url, method, path, fields, body) {
    return new Promise((resolve, reject) => {
      const module = url.protocol === 'https:' ? https : http;
      const headers = body.length ? [...fields, ['Content-Length', String(body.length)]] : fields;
      const request = module.request(
        { host: url.hostname, port: url.port, method, path, ca: this.ca, timeout: TIMEOUT,
          headers: [['Host', url.host], ...headers].flat() },
        (answer) => {
          this.spoken.set(url.origin, answer.httpVersion);
          collect(answer, answer.statusCode, pairs(answer.rawHeaders), resolve, reject);
        });
      request.on('error', reject).on('timeout', () => request.destroy(new Error('no answer in time')));
      request.end(body);
    });
  }

  #overHttp2(url, method, path, fields, body) {
    return new Promise((resolve, reject) => {
      const headers = { ':method': method, ':path': path };
      for (const [name, value] of fields) headers[name.toLowerCase()] = value;
      const stream = this.#session(url.origin).request(headers, { endStream: !body.length });
      stream.setTimeout(TIMEOUT, () => stream.destroy(new Error('no answer in time')));
      stream.on('error', reject).on('response', (answer, flags, raw) =>
        collect(stream, answer[':status'], pairs(raw).filter(([name]) => !name.startsWith(':')), resolve, reject));
      if (body.length) stream.end(body);
    });
  }

  #session(origin) {
    const open = this.#sessions.get(origin);
    if (open && !open.closed && !open.destroyed) return open;
    const session = http2.connect(origin, { ca: this.ca });
    session.on('error', () => session.destroy()).on('goaway', () => session.close())
      .on('connect', () => this.spoken.set(origin, { h2: '2' }[session.alpnProtocol]));
    this.#sessions.set(origin, session);
    return session;
  }

  close() {
    this.#sessions.forEach((session) => session.close());
  }
}

const pairs = (raw) => raw.flatMap((name, at) => (at % 2 ? [] : [[name, raw[at + 1]]]));

function collect(stream, status, fields, resolve, reject) {
  const parts = [];
  stream.on('data', (part) => parts.push(part)).on('error', reject)
    .on('end', () => resolve({ status, fields, body: Buffer.concat(parts) }));
}

/** The API's refusal, as a problem document (RFC 9457) says it. */
export class RefusedError extends Error {
  constructor(answer) {
    super(`${answer.status} ${answer.json.code}: ${answer.json.title} (trace id ${answer.json.traceId})`);
    this.answer = answer;
  }
}

export class Client {
  #keys = new Map();
  #token = { value: '', until: 0 };

  constructor({ baseUrl, issuer, clientId, jwk, transport }) {
    Object.assign(this, { baseUrl, issuer, clientId, jwk, transport });
  }

  async get(target, options) { return this.#accepted(await this.call('GET', target, undefined, options)); }

  /** An effect: every try of it bears the same key. */
  async post(target, json, key, options = {}) {
    const fields = [['Idempotency-Key', key], ...(options.fields ?? [])];
    return this.#accepted(await this.call('POST', target, json, { ...options, fields }));
  }

  async delete(target, key) {
    return this.#accepted(await this.call('DELETE', target, undefined, { fields: [['Idempotency-Key', key]] }));
  }

  /** Signs, sends and verifies; any status is an answer. */
  async call(method, target, json, options = {}) {
    return this.exchange(await this.signed(method, target, json, options));
  }

  async signed(method, target, json, { fields = [], parameters = {}, jwk = this.jwk, token } = {}) {
    const message = await this.unsigned(method, target, json, fields, token);
    return { ...message, fields: [...message.fields, ...sign('request', message, jwk, parameters)] };
  }

  async unsigned(method, target, json, fields = [], token) {
    const body = json === undefined ? Buffer.alloc(0) : Buffer.from(JSON.stringify(json), 'utf8');
    const content = body.length ? [['Content-Type', 'application/json']] : [];
    const authorization = ['Authorization', `Bearer ${token ?? await this.token()}`];
    return { method, targetUri: this.baseUrl + target, body, fields: [authorization, ...content, ...fields] };
  }

  /** Sends a message as it is. An answer that does not verify is no answer. */
  async exchange(request) {
    const answer = { ...await this.transport.send(request), request };
    await this.#knowKeyOf(answer);
    verify('response', answer, (keyid) => this.#keys.get(keyid));
    return { ...answer, json: answer.body.length ? JSON.parse(answer.body) : undefined };
  }

  /** Verifies a webhook as it was received; url as it was registered. */
  async webhook(method, url, rawHeaders, body) {
    const message = { method, targetUri: url, fields: pairs(rawHeaders), body };
    await this.#knowKeyOf(message);
    verify('webhook', message, (keyid) => this.#keys.get(keyid));
    return JSON.parse(body);
  }

  async receipt(withholdingId) {
    const { json } = await this.get(`/v1/withholdings/${withholdingId}/receipt`);
    return verifyReceipt(json.jws, (keyid) => this.#keys.get(keyid));
  }

  /** One token for all calls, until shortly before it ends. */
  async token() {
    if (Date.now() < this.#token.until) return this.#token.value;
    const realm = await this.#fetchJson(`${this.issuer}/.well-known/openid-configuration`);
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: clientAssertion(this.clientId, realm.issuer, this.jwk),
    });
    const answer = await this.transport.send({
      method: 'POST', targetUri: realm.token_endpoint, body: Buffer.from(form.toString()),
      fields: [['Content-Type', 'application/x-www-form-urlencoded']],
    });
    if (answer.status !== 200) throw new Error(`no token: ${answer.status} ${answer.body}`);
    const { access_token: value, expires_in: seconds } = JSON.parse(answer.body);
    this.#token = { value, until: Date.now() + (seconds - 30) * 1000 };
    return value;
  }

  #accepted(answer) {
    if (answer.status >= 400) throw new RefusedError(answer);
    return answer;
  }

  /** A keyid that is not known has the key set fetched again; a real client does so once a minute at most. */
  async #knowKeyOf(message) {
    const keyid = /;keyid="([^"]*)"/.exec(values(message, 'signature-input').join(', '))?.[1];
    if (!keyid) throw new SignatureError('signature-missing', `not signed, status ${message.status}`);
    if (this.#keys.has(keyid)) return;
    const { keys } = await this.#fetchJson(`${this.baseUrl}/.well-known/jwks.json`);
    this.#keys = new Map(keys.map((key) => [key.kid, key]));
  }

  async #fetchJson(url) {
    const answer = await this.transport.send({ method: 'GET', targetUri: url, fields: [], body: Buffer.alloc(0) });
    if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`);
    return JSON.parse(answer.body);
  }
}
