// node --test openapi/examples/node: every vector, good and bad, through signatures.mjs.
import assert from 'node:assert/strict';
import crypto from 'node:crypto';
import fs from 'node:fs';
import test from 'node:test';
import { algorithmOf, signatureBase, sign, values, verify, verifyReceipt, PROFILES } from './signatures.mjs';
import { parseDictionary } from './structured-fields.mjs';

const file = JSON.parse(fs.readFileSync(new URL('../../src/main/resources/signature/vectors.json', import.meta.url)));
const all = Object.values(file.keys).flat();
const owned = (owner) => (keyid) => file.keys[owner].find((key) => key.kid === keyid);
const partners = (keyid) => (file.keys.otherPartner.some((key) => key.kid === keyid) ? null : owned('partner')(keyid));

function message({ request, response }) {
  const octets = (part) => ({ ...part, body: Buffer.from(part.body, 'utf8') });
  return response ? { ...octets(response), request: octets(request) } : octets(request);
}

function verified(vector) {
  const profile = { ...PROFILES[vector.kind] };
  if (vector.kind !== 'request') profile.past = profile.ahead = file.toleranceSeconds;
  return verify(vector.kind, message(vector), vector.kind === 'request' ? partners : owned('gateway'), file.now, profile);
}

for (const vector of file.cases) {
  test(`verifies ${vector.name}`, () => assert.equal(verified(vector).keyid, vector.keyid));

  test(`builds the base of ${vector.name}`, () => {
    const inputs = parseDictionary(values(message(vector), 'signature-input'));
    const member = [...inputs.values()].find((each) => each.parameters.get('tag') === PROFILES[vector.kind].tag);
    assert.equal(signatureBase(message(vector), member), vector.signatureBase);
  });
}

for (const vector of file.refusals) {
  test(`refuses ${vector.name}`, () => assert.throws(() => verified(vector), (error) => error.code === vector.code));
}

test('signs what it verifies, with each kind of key', () => {
  for (const vector of file.cases.filter((each) => /^(withhold|read)-(ed25519|p256|rsa)$/.test(each.name))) {
    const unsigned = message(vector);
    unsigned.fields = unsigned.fields.filter(([name]) => !/^(signature|content-digest)/i.test(name));
    const jwk = all.find((key) => key.kid === vector.keyid);
    unsigned.fields.push(...sign('request', unsigned, jwk, { created: file.now }));
    assert.equal(verify('request', unsigned, partners, file.now).keyid, vector.keyid);
    if (vector.deterministic) {
      const nonce = /nonce="([^"]+)"/.exec(vector.signatureBase)[1];
      const again = message(vector);
      again.fields = again.fields.filter(([name]) => !/^(signature|content-digest)/i.test(name));
      assert.deepEqual(sign('request', again, jwk, { created: file.now, nonce }).at(-1)[1], `sig=:${vector.signature}:`);
    }
    assert.equal(algorithmOf(jwk), vector.alg);
  }
});

test('takes a receipt of the time in which its key was good', () => {
  const { publicKey, privateKey } = crypto.generateKeyPairSync('ed25519');
  const part = (json) => Buffer.from(JSON.stringify(json)).toString('base64url');
  const input = `${part({ alg: 'EdDSA', kid: 'gw', typ: 'tongban-receipt+jwt' })}.${part({ sub: 'wh_1', iat: 1000 })}`;
  const jws = `${input}.${crypto.sign(null, Buffer.from(input), privateKey).toString('base64url')}`;
  const under = (validity) => () => verifyReceipt(jws, () => ({ ...publicKey.export({ format: 'jwk' }), ...validity }));

  for (const good of [{}, { nbf: 1000 }, { exp: 1001 }]) assert.equal(under(good)().sub, 'wh_1');
  for (const bad of [{ nbf: 1001 }, { exp: 1000 }]) {
    assert.throws(under(bad), (error) => error.code === 'signature-key-unknown');
  }
});
