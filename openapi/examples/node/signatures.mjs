// Tongban's profile of HTTP Message Signatures (RFC 9421) and Digest Fields (RFC 9530), with node:crypto alone.
// A message is {method, targetUri, fields: [[name, value], …], body: Buffer}; an answer has status in place of the
// first two, and request: the message that it answers, as it was sent.
import crypto from 'node:crypto';
import { FieldError, parseDictionary, serializedList, serializedName } from './structured-fields.mjs';

/** Why a message is not believed; code is that of the problem which the gateway answers for the like. */
export class SignatureError extends Error {
  constructor(code, detail) {
    super(`${code}: ${detail}`);
    this.code = code;
  }
}

export const PROFILES = {
  request: { tag: 'fapi-2-request', past: 60, ahead: 5 },
  response: { tag: 'fapi-2-response', past: 60, ahead: 60 },
  webhook: { tag: 'tongban-webhook', past: 300, ahead: 300 },
};

const PSS = { padding: crypto.constants.RSA_PKCS1_PSS_PADDING, saltLength: 64 };
const ALGORITHMS = {
  ed25519: { hash: null, options: {}, jws: 'EdDSA' },
  'ecdsa-p256-sha256': { hash: 'sha256', options: { dsaEncoding: 'ieee-p1363' }, jws: 'ES256' },
  'rsa-pss-sha512': { hash: 'sha512', options: PSS, jws: 'PS512' },
};

/** The one algorithm of a JWK. */
export function algorithmOf({ kty, crv }) {
  if (kty === 'OKP' && crv === 'Ed25519') return 'ed25519';
  if (kty === 'EC' && crv === 'P-256') return 'ecdsa-p256-sha256';
  if (kty === 'RSA') return 'rsa-pss-sha512';
  throw new Error(`no algorithm for a key ${kty} ${crv ?? ''}`);
}

export const values = (message, name) =>
  message.fields.filter(([each]) => each.toLowerCase() === name.toLowerCase()).map(([, value]) => value.trim());

export const contentDigest = (body, hash = 'sha256') =>
  `${hash.replace('sha', 'sha-')}=:${crypto.createHash(hash).update(body).digest('base64')}:`;

const component = (value, ...flags) => ({ value, parameters: new Map(flags.map((flag) => [flag, true])) });

/** What must be covered. */
export function required(kind, message) {
  const content = message.body.length ? [component('content-digest'), component('content-type')] : [];
  if (kind === 'webhook') {
    return [component('@method'), component('@target-uri'), component('content-digest'), component('content-type')];
  }
  if (kind === 'response') {
    const signed = values(message.request, 'signature').length ? [component('signature', 'req')] : [];
    return [component('@status'), ...content, component('@method', 'req'), component('@target-uri', 'req'), ...signed];
  }
  const key = values(message, 'idempotency-key').length ? [component('idempotency-key')] : [];
  const counter = values(message, 'counter-context').length ? [component('counter-context')] : [];
  return [component('@method'), component('@target-uri'), component('authorization'), ...content, ...key, ...counter];
}

function valueOf(message, { value: name, parameters }) {
  const source = parameters.has('req') ? message.request : message;
  if (!name.startsWith('@')) {
    const lines = values(source, name);
    if (!lines.length) throw new SignatureError('signature-component-missing', `${name} is not in the message`);
    const line = lines.join(', ');
    if (!/^[\t -~]*$/.test(line)) throw new SignatureError('signature-malformed', `${name} is not printable ASCII`);
    return line;
  }
  if (name === '@status') {
    if (!source.status) throw new SignatureError('signature-component-missing', 'a request has no status');
    return String(source.status);
  }
  const target = source.targetUri;
  const [, scheme, authority, path, query] = /^([^:]+):\/\/([^/?]*)([^?]*)(\?.*)?$/.exec(target) ?? [];
  return {
    '@method': source.method, '@target-uri': target, '@scheme': scheme, '@authority': authority, '@path': path || '/',
    '@query': query ?? '?', '@request-target': `${path}${query ?? ''}`,
  }[name];
}

/** The signature base (RFC 9421, section 2.5). */
export function signatureBase(message, member) {
  const lines = member.items.map((item) => `${serializedName(item)}: ${valueOf(message, item)}`);
  return [...lines, `"@signature-params": ${serializedList(member)}`].join('\n');
}

/** @returns the fields to add: Content-Digest with a body, Signature-Input, Signature */
export function sign(kind, message, jwk, changes = {}) {
  const needed = message.body.length && !values(message, 'content-digest').length;
  const digest = needed ? [['Content-Digest', contentDigest(message.body)]] : [];
  const digested = { ...message, fields: [...message.fields, ...digest] };
  const alg = algorithmOf(jwk);
  const parameters = new Map(Object.entries({
    created: Math.floor(Date.now() / 1000), keyid: jwk.kid, alg,
    nonce: crypto.randomBytes(16).toString('base64url'), tag: PROFILES[kind].tag, ...changes,
  }).filter(([, value]) => value !== undefined));
  const member = { items: required(kind, digested), parameters };
  const { hash, options } = ALGORITHMS[alg];
  const key = { key: crypto.createPrivateKey({ format: 'jwk', key: jwk }), ...options };
  const signature = crypto.sign(hash, Buffer.from(signatureBase(digested, member)), key).toString('base64');
  return [...digest, ['Signature-Input', `sig=${serializedList(member)}`], ['Signature', `sig=:${signature}:`]];
}

/**
 * Verifies a message before anybody reads it.
 *
 * @param keys a function from keyid to a public JWK; undefined if there is none, null if it is somebody else's
 * @returns {{keyid, nonce, created}} accept each nonce once
 * @throws SignatureError
 */
export function verify(kind, message, keys, now = Date.now() / 1000, profile = PROFILES[kind]) {
  const { member, octets } = signatureOf(message, profile.tag);
  const parameters = checkedParameters(member.parameters);
  checkCovered(kind, message, member.items);
  if (parameters.created < now - profile.past || (parameters.expires ?? Infinity) < now) {
    throw new SignatureError('signature-expired', 'created too long ago, or past its expires');
  }
  if (parameters.created > now + profile.ahead) {
    throw new SignatureError('signature-from-future', 'created too far ahead of this clock');
  }
  const jwk = keys(parameters.keyid);
  if (jwk === null) throw new SignatureError('signature-key-foreign', "the key is somebody else's");
  if (!jwk) throw new SignatureError('signature-key-unknown', 'nobody knows this keyid');
  if (!isGood(jwk, now)) throw new SignatureError('signature-key-unknown', 'the key is over, or has not begun');
  if (parameters.alg !== algorithmOf(jwk)) throw new SignatureError('signature-algorithm', 'not that of the key');
  checkDigest(message);
  const { hash, options } = ALGORITHMS[parameters.alg];
  const base = Buffer.from(signatureBase(message, member));
  const key = { key: crypto.createPublicKey({ format: 'jwk', key: publicPart(jwk) }), ...options };
  if (!crypto.verify(hash, base, key, octets)) throw new SignatureError('signature-invalid', 'does not verify');
  return parameters;
}

/** Whether a key may sign at this second: from its nbf until before its exp, where it names them. */
const isGood = ({ nbf = -Infinity, exp = Infinity }, second) => nbf <= second && second < exp;

const publicPart = ({ kty, crv, x, y, n, e }) => ({ kty, crv, x, y, n, e });

function dictionary(message, name, code = 'signature-malformed') {
  const lines = values(message, name);
  if (!lines.some((line) => line)) throw new SignatureError('signature-missing', `no ${name}`);
  try {
    return parseDictionary(lines);
  } catch (error) {
    if (!(error instanceof FieldError)) throw error;
    throw new SignatureError(error.twice && code !== 'digest-malformed' ? 'signature-label-duplicate' : code, error.message);
  }
}

function signatureOf(message, tag) {
  const inputs = dictionary(message, 'Signature-Input');
  const signatures = dictionary(message, 'Signature');
  for (const member of inputs.values()) {
    if (!member.items) throw new SignatureError('signature-malformed', 'no list of components');
    if (!['undefined', 'string'].includes(typeof member.parameters.get('tag'))) {
      throw new SignatureError('signature-malformed', 'tag is no string');
    }
  }
  const tagged = [...inputs].filter(([, member]) => member.parameters.get('tag') === tag);
  if (tagged.length > 1) throw new SignatureError('signature-label-duplicate', `${tagged.length} signatures with the tag`);
  if (!tagged.length) {
    const untagged = [...inputs.values()].some((member) => !member.parameters.has('tag'));
    throw new SignatureError(untagged ? 'signature-parameter-missing' : 'signature-tag', `no signature with the tag ${tag}`);
  }
  const [[label, member]] = tagged;
  const signature = signatures.get(label);
  if (!signature) throw new SignatureError('signature-missing', `no signature under the label ${label}`);
  if (!Buffer.isBuffer(signature.value) || signature.parameters.size) {
    throw new SignatureError('signature-malformed', 'the signature is no plain byte sequence');
  }
  checkIdentifiers(member.items);
  return { member, octets: signature.value };
}

const DERIVED = ['@method', '@target-uri', '@authority', '@scheme', '@request-target', '@path', '@query', '@query-param', '@status'];
const COMPONENT_PARAMETERS = { sf: true, bs: true, req: true, tr: true, key: 'string', name: 'string' };

function checkIdentifiers(items) {
  const seen = new Set();
  for (const item of items) {
    const { value: name, parameters } = item;
    if (typeof name !== 'string') throw new SignatureError('signature-malformed', 'a component is no string');
    for (const [parameter, value] of parameters) {
      const type = COMPONENT_PARAMETERS[parameter];
      if (!type) throw new SignatureError('signature-parameter-unknown', `component parameter ${parameter}`);
      if (type === true ? value !== true : typeof value !== type) {
        throw new SignatureError('signature-malformed', `component parameter ${parameter} has the wrong type`);
      }
    }
    const known = name.startsWith('@') ? DERIVED.includes(name) : /^[!#$%&'*+\-.^_`|~0-9a-z]+$/.test(name);
    if (!known || parameters.has('name') !== (name === '@query-param')) {
      throw new SignatureError('signature-malformed', `no component ${name}`);
    }
    const text = serializedName({ value: name, parameters: new Map([...parameters].sort()) });
    if (seen.has(text)) throw new SignatureError('signature-malformed', `${text} twice`);
    seen.add(text);
  }
}

function checkedParameters(parameters) {
  const types = { created: 'number', expires: 'number', keyid: 'string', alg: 'string', nonce: 'string', tag: 'string' };
  const unknown = [...parameters.keys()].find((name) => !types[name]);
  if (unknown) throw new SignatureError('signature-parameter-unknown', unknown);
  for (const [name, type] of Object.entries(types)) {
    if (!parameters.has(name) && name !== 'expires') throw new SignatureError('signature-parameter-missing', name);
    if (parameters.has(name) && typeof parameters.get(name) !== type) {
      throw new SignatureError('signature-malformed', `${name} has the wrong type`);
    }
  }
  const { keyid, nonce, ...rest } = Object.fromEntries(parameters);
  if (keyid.length < 1 || keyid.length > 256 || nonce.length < 16 || nonce.length > 128) {
    throw new SignatureError('signature-malformed', 'keyid or nonce is too short or too long');
  }
  return { keyid, nonce, ...rest };
}

function checkCovered(kind, message, items) {
  for (const { parameters } of items) {
    const other = [...parameters.keys()].find((name) => !(name === 'req' && kind === 'response'));
    if (other) throw new SignatureError('signature-parameter-unknown', `component parameter ${other}`);
  }
  const covered = new Set(items.map(serializedName));
  for (const each of required(kind, message)) {
    if (each.value === 'content-digest' && !values(message, 'content-digest').length) {
      throw new SignatureError('digest-missing', 'a body without Content-Digest');
    }
    if (!covered.has(serializedName(each))) {
      throw new SignatureError('signature-component-missing', `${serializedName(each)} is not covered`);
    }
  }
}

/** Also without a body: whoever states a digest must state the right one. */
function checkDigest(message) {
  if (!values(message, 'content-digest').length) return;
  if (!values(message, 'content-digest').some((line) => line)) throw new SignatureError('digest-malformed', 'empty');
  const members = [...dictionary(message, 'Content-Digest', 'digest-malformed')];
  if (members.some(([, member]) => !Buffer.isBuffer(member.value))) {
    throw new SignatureError('digest-malformed', 'not a byte sequence');
  }
  const known = members.filter(([name]) => ['sha-256', 'sha-512'].includes(name));
  if (!known.length) throw new SignatureError('digest-malformed', 'neither sha-256 nor sha-512');
  for (const [name, member] of known) {
    const right = crypto.createHash(name.replace('-', '')).update(message.body).digest();
    if (!right.equals(member.value)) throw new SignatureError('digest-mismatch', `${name} is not that of the body`);
  }
}

/** A compact JWS (RFC 7515) by this key: the assertion with which a token is asked for (RFC 7523). */
export function clientAssertion(clientId, issuer, jwk) {
  const alg = { ed25519: 'EdDSA', 'ecdsa-p256-sha256': 'ES256', 'rsa-pss-sha512': 'PS256' }[algorithmOf(jwk)];
  const now = Math.floor(Date.now() / 1000);
  const encoded = (json) => Buffer.from(JSON.stringify(json)).toString('base64url');
  const input = `${encoded({ alg, kid: jwk.kid })}.${encoded({
    iss: clientId, sub: clientId, aud: issuer, iat: now, exp: now + 30, jti: crypto.randomUUID(),
  })}`;
  const options = alg === 'PS256' ? { ...PSS, saltLength: 32 } : ALGORITHMS[algorithmOf(jwk)].options;
  const key = { key: crypto.createPrivateKey({ format: 'jwk', key: jwk }), ...options };
  return `${input}.${crypto.sign(alg === 'EdDSA' ? null : 'sha256', Buffer.from(input), key).toString('base64url')}`;
}

/** Verifies a receipt and returns its claims; the algorithm is the key's, never the header's wish. */
export function verifyReceipt(jws, keys) {
  const [head, claims, signature] = jws.split('.');
  const header = JSON.parse(Buffer.from(head, 'base64url'));
  const jwk = keys(header.kid);
  const { hash, options, jws: alg } = ALGORITHMS[jwk ? algorithmOf(jwk) : 'ed25519'];
  const key = jwk && { key: crypto.createPublicKey({ format: 'jwk', key: publicPart(jwk) }), ...options };
  if (!jwk || header.alg !== alg || header.crit || header.typ !== 'tongban-receipt+jwt'
      || !crypto.verify(hash, Buffer.from(`${head}.${claims}`), key, Buffer.from(signature, 'base64url'))) {
    throw new SignatureError('signature-invalid', 'not a receipt of the gateway');
  }
  const receipt = JSON.parse(Buffer.from(claims, 'base64url'));
  // A receipt outlives its key, but was signed while the key was good.
  if (!isGood(jwk, receipt.iat)) throw new SignatureError('signature-key-unknown', 'its key was not good when it was signed');
  return receipt;
}
