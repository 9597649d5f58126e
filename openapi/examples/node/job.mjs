// The main job of a platform, from the registration to the receipt, with the statements of SIGNING.md on the way.
import assert from 'node:assert/strict';
import crypto from 'node:crypto';
import http from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

const FINAL = ['CONFIRMED', 'REFUSED', 'REVERSED'];

/** A citizen number (GB 11643) that passes the checks and is nobody's: division 449999 was never given. */
export function citizenNumber() {
  const day = new Date(Date.UTC(1970, 0, 1) + crypto.randomInt(9000) * 86_400_000).toISOString().slice(0, 10);
  const digits = `449999${day.replaceAll('-', '')}${String(crypto.randomInt(1000)).padStart(3, '0')}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return digits + '10X98765432'[sum % 11];
}

/** In Shanghai, by whose calendar the months are. */
function lastMonth() {
  const shanghai = new Date(Date.now() + 8 * 3_600_000);
  return new Date(Date.UTC(shanghai.getUTCFullYear(), shanghai.getUTCMonth() - 1, 1)).toISOString().slice(0, 7);
}

export const registration = (run, province) => ({
  partnerReference: `rider-${run}`, citizenNumber: citizenNumber(), name: '测试员', mobile: '13900000017', province,
  place: 'WORK_PLACE', sector: 'food-delivery', consentReference: `consent-${run}`,
});

export async function until(read, isDone, what) {
  for (const deadline = Date.now() + 60_000; ;) {
    const { json } = await read();
    if (isDone(json)) return json;
    assert.ok(Date.now() < deadline, `${what}: still ${JSON.stringify(json)}`);
    await pause(300);
  }
}

/** Where the gateway tells its events; the first try of each is answered 503, as by a receiver that just restarts. */
export async function eventReceiver(client) {
  const events = new Map();
  const tries = new Map();
  const failures = [];
  let url;
  const server = http.createServer(async (request, response) => {
    const parts = [];
    for await (const part of request) parts.push(part);
    try {
      const event = await client.webhook(request.method, url, request.rawHeaders, Buffer.concat(parts));
      tries.set(event.id, (tries.get(event.id) ?? 0) + 1);
      if (tries.get(event.id) === 1) return response.writeHead(503).end();
      // Handled first, then remembered: whoever fails between the two is told once more.
      events.set(event.id, event);
      return response.writeHead(204).end();
    } catch (failed) {
      failures.push(failed);
      return response.writeHead(500).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${server.address().port}/hooks/tongban?tenant=7`;
  const asked = { url, events: ['withholding.confirmed'] };
  const { json } = await client.post('/v1/webhook-endpoints', asked, crypto.randomUUID()).catch((failed) => {
    server.close();
    throw failed;
  });
  return {
    events, tries, failures,
    async close() {
      server.close();
      server.closeAllConnections();
      await client.delete(`/v1/webhook-endpoints/${json.id}`, crypto.randomUUID());
    },
  };
}

/** @param check (name, function): runs it and counts */
export async function mainJob(client, check) {
  const run = crypto.randomBytes(4).toString('hex');
  const period = lastMonth();
  const first = registration(run, '44');
  const receiver = await eventReceiver(client);
  let worker; let mandate; let order; let withholding;

  await check('registers a worker and awaits the enrolment', async () => {
    worker = (await client.post('/v1/workers', first, `worker-${run}`)).json;
    worker = await until(() => client.get(`/v1/workers/${worker.id}`),
      ({ enrolments }) => enrolments[0].state === 'ENROLLED', 'enrolment');
  });

  await check('a second province is the same call again, under a key of its own', async () => {
    const again = (await client.post('/v1/workers', { ...first, province: '51' }, `worker-${run}-51`)).json;
    assert.equal(again.id, worker.id);
    assert.deepEqual(again.enrolments.map(({ province }) => province).sort(), ['44', '51']);
  });

  await check('records the mandate', async () => {
    mandate = (await client.post('/v1/mandates', {
      partnerReference: `mandate-${run}`, workerId: worker.id, province: '44', insurances: ['AAE140:110'],
      capFen: 200_000, validFrom: period, signedAt: `${period}-01T00:00:00Z`, agreementReference: `agreement-${run}`,
    }, `mandate-${run}`)).json;
  });

  await check('withholds, and waits no longer than 10 seconds whatever it prefers', async () => {
    order = { partnerReference: `wh-${run}`, workerId: worker.id, mandateId: mandate.id, insurance: 'AAE140:110',
      period, baseFen: 551_000, amountFen: 110_200 };
    const answer = await client.post('/v1/withholdings', order, `wh-${run}`, { fields: [['Prefer', 'wait=60']] });
    assert.equal(answer.status, 202);
    assert.equal(answer.fields.find(([name]) => name.toLowerCase() === 'preference-applied')?.[1], 'wait=10');
    withholding = answer;
  });

  await check('the same key brings the same answer, octet for octet', async () => {
    const again = await client.post('/v1/withholdings', order, `wh-${run}`);
    assert.ok(again.body.equals(withholding.body));
  });

  await check('"abc" and abc are two keys', async () => {
    const answer = await client.call('POST', '/v1/withholdings', order, { fields: [['Idempotency-Key', `"wh-${run}"`]] });
    assert.equal(answer.status, 409);
    assert.ok(['reference-used', 'period-already-withheld'].includes(answer.json.code), answer.json.code);
  });

  await check('reads the outcome, the status and the receipt', async () => {
    const { id } = withholding.json;
    const outcome = await until(() => client.get(`/v1/withholdings/${id}`), ({ state }) => FINAL.includes(state), 'outcome');
    assert.equal(outcome.state, 'CONFIRMED');
    const { json: status } = await client.get(`/v1/workers/${worker.id}/status`);
    assert.equal(status.insurances[0].paidThrough, period);
    const claims = await client.receipt(id);
    assert.deepEqual([claims.sub, claims.state, claims.amountFen], [id, 'CONFIRMED', 110_200]);
  });

  await check('is told by a webhook, and told again after a 503', async () => {
    for (const deadline = Date.now() + 60_000; ;) {
      const told = [...receiver.events.values()].find(({ withholding: it }) => it?.id === withholding.json.id);
      if (told) {
        assert.equal(told.type, 'withholding.confirmed');
        assert.ok(receiver.tries.get(told.id) >= 2);
        break;
      }
      assert.ok(Date.now() < deadline, 'no event');
      await pause(200);
    }
    assert.deepEqual(receiver.failures, []);
  });

  await receiver.close();
  return { worker, mandate, order };
}
