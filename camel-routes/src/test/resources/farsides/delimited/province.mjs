// A province behind a raw socket: fixed fields between STX and ETX, one connection a call, a keyed hash in the head.
// It knows nothing of Tongban's code. Prints its port; ends with its standard input.
import net from 'node:net';
import { createHmac } from 'node:crypto';
import { Book, part, sum } from '../book.mjs';

const CODES = { '': '00', unknown: 'B1', name: 'B2', amount: 'C1', paid: 'C2' };
const book = new Book('85');

/** Octets as one character each: no name is written again, so none needs to be decoded. */
function reader(octets) {
  let at = 0;
  return (width) => octets.toString('latin1', at, (at += width)).trimEnd();
}

const key = (text) =>
  createHmac('sha256', process.env.FAR_SIDE_PASSWORD).update(text).digest('hex').slice(0, 16).toUpperCase();

const digits = (number, width) => String(number).padStart(width, '0');

const trades = {
  RS01(next) {
    const [citizen, sex, birth, name] = [next(18), next(1), next(8), next(40)];
    if (birth !== citizen.slice(6, 14) || sex !== (Number(citizen[16]) % 2 ? '1' : '2')) return ['B2', ''];
    const number = book.register(citizen, name);
    return number ? ['00', number] : ['B2', ''];
  },
  RS02(next) {
    const [number, name, kind, month, base, amount] = [next(10), next(40), next(2), next(6), next(12), next(13)];
    if (kind !== '21' || !/^\+\d{12}$/.test(amount)) return ['C1', ''];
    const [wrong, receipt] = book.withhold(number, name, month, Number(base), Number(amount));
    return [CODES[wrong], wrong ? '' : receipt.padEnd(12) + book.at.slice(0, 8) + amount];
  },
  RS03(next) {
    const through = book.through(next(10));
    return ['00', '01' + '21' + 'J' + through.padEnd(6)];
  },
  RS04(next) {
    const day = next(8);
    const booked = book.ofDay(day);
    return ['00', day + (booked.length ? `01B21${digits(booked.length, 6)}+${digits(sum(booked), 12)}` : '00')];
  },
  RS05(next) {
    const some = part(book.ofDay(next(8)), Number(next(4)), 5);
    return ['00', digits(some.length, 2) + some.map(({ serial, fen }) => `${serial.padEnd(20)}B+${digits(fen, 12)}`).join('')];
  },
};

function answer(frame) {
  const next = reader(frame);
  const [code, channel, serial, operator, sent, signed] = [next(4), next(4), next(20), next(10), next(14), next(16)];
  let said = ['Z9', ''];
  if (code === 'RS09') {
    said = book.answers.get(next(20)) ?? ['D4', ''];
  } else if (channel === '9001' && signed === key(code + serial + operator + sent) && trades[code]) {
    said = book.once(serial, () => trades[code](next));
  }
  return serial.padEnd(20) + code + said[0] + 'wan cheng'.padEnd(30) + '    ' + said[1];
}

const server = net.createServer((socket) => {
  let octets = Buffer.alloc(0);
  socket.on('error', () => socket.destroy());
  socket.on('data', (more) => {
    octets = Buffer.concat([octets, more]);
    const [begin, end] = [octets.indexOf(2), octets.indexOf(3)];
    if (begin === 0 && end > 0) {
      socket.end(Buffer.from(`\x02${answer(octets.subarray(1, end))}\x03`, 'latin1'));
    }
  });
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
process.stdin.on('end', () => process.exit(0)).resume();
