// A province's service in JSON that nests, under a shared key (HMAC with SM3 of OpenSSL), in names of its own.
// It knows nothing of Tongban's code. Prints its port; ends with its standard input.
import http from 'node:http';
import { createHmac } from 'node:crypto';
import { Book, now as moment, part, spaced, sum } from '../book.mjs';

const CODES = { unknown: 'WR', name: 'XM', amount: 'JE', paid: 'YJ' };
const BODY = 'biz.data';
const tickets = new Set();
const book = new Book('83');

const fen = (yuan) => (typeof yuan === 'number' ? Math.round(yuan * 100) : NaN);

/** Over the outermost members by name, objects as they stand, without the signature in the header. */
function signature({ header: { sign, ...header }, ...rest }) {
  const members = { header, ...rest };
  const pairs = Object.keys(members).sort().map((name) => `${name}=${JSON.stringify(members[name])}`);
  return createHmac('sm3', process.env.FAR_SIDE_PASSWORD).update(pairs.join('&')).digest('hex');
}

const services = {
  cbdj({ persons: [{ id, name, tel }] }) {
    if (tel !== null && !/^[0-9]{11}$/.test(tel)) return ['XM'];
    const number = id.kind === '01' ? book.register(id.number, name) : undefined;
    return number ? ['OK', { persons: [{ account: { number, bank: {} } }], notes: [] }] : ['XM'];
  },
  dkjf({ account, name, items }) {
    const [{ month, kind, money }] = items;
    const [wrong, no] = book.withhold(account, name, month, fen(money.base), fen(money.due));
    if (wrong || kind !== 'YL' || items.length !== 1) return [CODES[wrong] ?? 'JE'];
    return ['OK', { receipts: [{ no, paid: money.due, at: spaced(book.at) }] }];
  },
  cbcx({ account }) {
    const through = Number(book.through(account)) || null;
    return ['OK', { page: { of: 1, list: [{ cover: { kind: 'YL', state: 1 }, through }] } }];
  },
  rjhz({ of }) {
    const booked = book.ofDay(of.day);
    const row = { cover: { kind: 'YL' }, sum: { times: booked.length, paid: sum(booked) / 100 } };
    return ['OK', { page: { of: 1, list: booked.length ? [row] : [] } }];
  },
  rjmx({ of }) {
    const list = part(book.ofDay(of.day), of.page, 5).map(({ serial, fen: paid }) => ({ of: { no: serial }, sum: { paid: paid / 100 } }));
    return ['OK', { page: { of: of.page, list } }];
  },
};

function answered(asked) {
  const { fn, no, ticket, caller, sign } = asked.header;
  if (sign !== signature(asked) || caller.id !== 'TB83' || caller.kind !== 'APP' || caller.live !== true) return ['QM'];
  if (fn === 'qd') {
    tickets.add(`W${tickets.size}`);
    return ['OK', { ticket: `W${tickets.size - 1}` }];
  }
  if (!tickets.has(ticket)) return ['QD'];
  const body = asked[BODY];
  return fn === 'lscx' ? (book.answers.get(body.of.no) ?? ['WX']) : book.once(no, () => services[fn](body));
}

const server = http.createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const asked = JSON.parse(Buffer.concat(chunks).toString('utf8'));
  const [code, body] = answered(asked);
  const at = moment();
  const said = { header: { result: { code, text: '"好"' }, no: asked.header.no, at }, [BODY]: body ?? {} };
  said.header.sign = signature(said);
  response.writeHead(request.url.endsWith(`/${asked.header.fn}`) ? 200 : 404, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(said));
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
process.stdin.on('end', () => process.exit(0)).resume();
