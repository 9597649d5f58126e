// Every refusal of SIGNING.md, provoked; each answer is signed, and tells its code.
import assert from 'node:assert/strict';
import crypto from 'node:crypto';
import fs from 'node:fs';
import { algorithmOf, values } from './signatures.mjs';
import { registration } from './job.mjs';

const replaced = (message, name, change) => ({
  ...message,
  fields: message.fields.flatMap(([each, value]) => {
    if (each.toLowerCase() !== name.toLowerCase()) return [[each, value]];
    const changed = change(value);
    return changed === undefined ? [] : [[each, changed]];
  }),
});
const now = () => Math.floor(Date.now() / 1000);

/** The codes of the table of SIGNING.md. */
export const documented = [...new Set([...fs.readFileSync(new URL('../../SIGNING.md', import.meta.url), 'utf8')
  .matchAll(/^\| `((?:signature|digest)-[a-z-]+)` \|/gm)].map(([, code]) => code))];

/** @param other a client of another partner */
export async function refusals(client, other, check) {
  const target = '/v1/workers';
  const body = registration(crypto.randomBytes(4).toString('hex'), '44');
  const key = () => ['Idempotency-Key', crypto.randomUUID()];
  const signed = (options = {}) => client.signed('POST', target, body, { fields: [key()], ...options });
  const input = async (change) => replaced(await signed(), 'Signature-Input', change);
  const anotherAlgorithm = algorithmOf(client.jwk) === 'ed25519' ? 'ecdsa-p256-sha256' : 'ed25519';

  const messages = {
    'signature-missing': () => client.unsigned('POST', target, body, [key()]),
    'signature-malformed': () => input(() => 'sig=((('),
    'signature-label-duplicate': () => input((value) => `${value}, ${value}`),
    'signature-tag': () => signed({ parameters: { tag: 'fapi-2-response' } }),
    'signature-parameter-unknown': () => signed({ parameters: { colour: 'red' } }),
    'signature-parameter-missing': () => signed({ parameters: { nonce: undefined } }),
    'digest-missing': async () => replaced(await signed(), 'Content-Digest', () => undefined),
    'signature-component-missing': () => input((value) => value.replace(' "@target-uri"', '')),
    'signature-expired': () => signed({ parameters: { created: now() - 61 } }),
    'signature-from-future': () => signed({ parameters: { created: now() + 7 } }),
    'signature-key-unknown': () => signed({ parameters: { keyid: 'nobody-1' } }),
    'signature-key-foreign': () => signed({ jwk: other.jwk }),
    'signature-algorithm': () => input((value) => value.replace(/alg="[^"]*"/, `alg="${anotherAlgorithm}"`)),
    'digest-malformed': async () => replaced(await signed(), 'Content-Digest', () => 'sha-256=42'),
    'digest-mismatch': async () => ({ ...await signed(), body: Buffer.from('{}') }),
    'signature-invalid': async () => replaced(await signed(), 'Idempotency-Key', () => crypto.randomUUID()),
    'signature-nonce-reused': async () => {
      const once = await client.signed('GET', '/v1/withholdings?limit=1');
      assert.equal((await client.exchange(once)).status, 200);
      return once;
    },
    'token-missing': async () => replaced(await signed(), 'Authorization', () => undefined),
    'token-invalid': () => signed({ token: 'a.b.c' }),
    'signature-key-foreign ': async () => signed({ token: await other.token() }),
    'idempotency-key-missing': () => client.signed('POST', target, body),
    'field-unknown': () => client.signed('POST', target, { ...body, nickname: 'x' }, { fields: [key()] }),
    'worker-not-found': () => client.signed('GET', '/v1/workers/wkr_none'),
  };

  await check('every refusal of SIGNING.md is provoked', async () => {
    assert.ok(documented.length > 15);
    assert.deepEqual(documented.filter((code) => !messages[code]), []);
  });
  for (const [code, message] of Object.entries(messages)) {
    await check(`is refused with ${code.trim()}`, async () => {
      const answer = await client.exchange(await message());
      assert.equal(answer.json.code, code.trim());
      assert.equal(answer.json.status, answer.status);
      assert.match(values(answer, 'content-type')[0], /^application\/problem\+json/);
    });
  }

  await check('a key of a refused request is free, and one of an accepted request is not', async () => {
    const again = ['Idempotency-Key', crypto.randomUUID()];
    const wrong = { ...body, province: '99' };
    const refused = await client.call('POST', target, wrong, { fields: [again] });
    assert.equal(refused.json.code, 'province-unknown');
    assert.equal((await client.call('POST', target, body, { fields: [again] })).status, 201);
    const reused = await client.call('POST', target, { ...body, sector: 'other' }, { fields: [again] });
    assert.equal(reused.json.code, 'idempotency-key-reused');
  });
}
