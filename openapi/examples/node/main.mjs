// An independent client of Tongban: node main.mjs, with these variables of the environment.
//
//   TONGBAN_BASE_URL   the gateway, http or https; over https this client speaks HTTP/2, negotiated by ALPN
//   TONGBAN_HTTP       1.1 for HTTP/1.1 over https
//   TONGBAN_ISSUER     where tokens come from
//   TONGBAN_PARTNERS   folder of the private keys, CLIENT.jwk.json (the sandbox writes it)
//   TONGBAN_CA         PEM file of the certificate authority, for https
//
// Prints a line a check, then "N passed, N failed"; ends with status 0 if none failed.
import fs from 'node:fs';
import path from 'node:path';
import { Client, Transport } from './client.mjs';
import { mainJob } from './job.mjs';
import { refusals } from './refusals.mjs';

const { TONGBAN_BASE_URL: baseUrl, TONGBAN_ISSUER: issuer, TONGBAN_PARTNERS: partners, TONGBAN_CA: caFile,
  TONGBAN_HTTP: version } = process.env;
if (!baseUrl || !issuer || !partners) {
  console.error('Set TONGBAN_BASE_URL, TONGBAN_ISSUER and TONGBAN_PARTNERS.');
  process.exit(2);
}
const transport = new Transport({ ca: caFile && fs.readFileSync(caFile), version });

const client = (clientId) => {
  const jwk = JSON.parse(fs.readFileSync(path.join(partners, `${clientId}.jwk.json`)));
  return new Client({ baseUrl, issuer, clientId, jwk, transport });
};

const counted = { passed: 0, failed: 0 };
const checking = (who) => async (name, run) => {
  try {
    await run();
    counted.passed++;
    console.log(`✓ ${who} ${name}`);
  } catch (failed) {
    counted.failed++;
    console.log(`✗ ${who} ${name}\n  ${failed.stack}`);
  }
};

for (const clientId of ['fengsong-delivery', 'xingyun-live', 'yuntu-freight']) {
  await mainJob(client(clientId), checking(clientId)).catch((failed) => checking(clientId)('does the main job', () => { throw failed; }));
}
await refusals(client('fengsong-delivery'), client('kuaixing-ride'), checking('fengsong-delivery'));
transport.close();
console.log(`${baseUrl} over HTTP/${transport.spoken.get(new URL(baseUrl).origin) ?? 'none'}`);
console.log(`${counted.passed} passed, ${counted.failed} failed`);
process.exitCode = counted.failed ? 1 : 0;
