// A province's service in JSON over HTTP, signed by SM2 both ways (sm2.mjs), in names of its own.
// It knows nothing of Tongban's code. Prints its port, its own public key and the private key for the caller; ends with
// its standard input.
import http from 'node:http';
import { Book, now as moment, part, spaced, sum } from '../book.mjs';
import { pair, sign, verifies } from './sm2.mjs';

const CODES = { '': 'OK', unknown: 'NOBODY', name: 'NAME', amount: 'AMOUNT', paid: 'PAID' };
const ours = pair();
const theirs = pair(process.env.FAR_SIDE_CALLER_KEY);
const tickets = new Set();
const book = new Book('86');

const now = () => spaced(moment());

const signed = (members) =>
  Object.keys(members)
    .filter((name) => name !== 'signature' && members[name] !== '')
    .sort()
    .map((name) => `${name}=${typeof members[name] === 'string' ? members[name] : JSON.stringify(members[name])}`)
    .join('&');

const fen = (yuan) => (/^\d+\.\d\d$/.test(yuan) ? Number(yuan.replace('.', '')) : NaN);

const yuan = (amount) => (amount / 100).toFixed(2);
const ofDay = ({ bookDay }) => book.ofDay(bookDay.replaceAll('-', ''));

const services = {
  enrol(asked) {
    const member = book.register(asked.idNo, asked.fullName);
    const right = member && asked.gender === (Number(asked.idNo[16]) % 2 ? 'M' : 'F');
    return right ? { resultCode: 'OK', memberNo: member } : { resultCode: 'NAME' };
  },
  collect(asked) {
    const [wrong, voucherNo] = book.withhold(asked.memberNo, asked.fullName, asked.month, fen(asked.wage), fen(asked.fee));
    return wrong || asked.kind !== 'PENSION'
      ? { resultCode: CODES[wrong] }
      : { resultCode: 'OK', voucherNo, fee: asked.fee, bookedTime: spaced(book.at) };
  },
  cover(asked) {
    return { resultCode: 'OK', rows: [{ kind: 'PENSION', state: 'PAYING', through: book.through(asked.memberNo) }] };
  },
  dayBook(asked) {
    const booked = ofDay(asked);
    const row = { kind: 'PENSION', times: String(booked.length), fee: yuan(sum(booked)) };
    return { resultCode: 'OK', bookDay: asked.bookDay, rows: booked.length ? [row] : [] };
  },
  dayTrades(asked) {
    const some = part(ofDay(asked), Number(asked.pageNo), 5);
    const rows = some.map(({ serial, fen: amount }) => ({ tracedNo: serial, fee: yuan(amount) }));
    return { resultCode: 'OK', bookDay: asked.bookDay, rows };
  },
};

function answered(service, asked) {
  if (asked.appId !== 'TB-86' || asked.version !== '2.1' || !verifies(signed(asked), asked.signature, theirs.open)) {
    return { resultCode: 'SIGNATURE' };
  }
  if (Math.abs(Date.parse(now()) - Date.parse(asked.requestTime)) > 300_000) {
    return { resultCode: 'CLOCK' };
  }
  if (service === 'ticket') {
    const ticket = `T${tickets.size}`;
    tickets.add(ticket);
    return { resultCode: 'OK', ticket };
  }
  if (!tickets.has(asked.ticket)) {
    return { resultCode: 'TICKET' };
  }
  return service === 'trace'
    ? (book.answers.get(asked.tracedNo) ?? { resultCode: 'NEVER' })
    : book.once(asked.requestNo, () => services[service](asked));
}

const server = http.createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const asked = JSON.parse(Buffer.concat(chunks).toString('utf8'));
  const service = request.url.split('/').at(-1);
  const said = { ...answered(service, asked), requestNo: asked.requestNo, answerTime: now() };
  said.signature = sign(signed(said), ours.secret);
  response.writeHead(asked.service === service ? 200 : 400, { 'Content-Type': 'application/json;charset=utf-8' });
  response.end(JSON.stringify(said));
});
server.listen(0, '127.0.0.1', () =>
  console.log(`${server.address().port} ${ours.open} ${theirs.secret.toString(16).padStart(64, '0')}`));
process.stdin.on('end', () => process.exit(0)).resume();
