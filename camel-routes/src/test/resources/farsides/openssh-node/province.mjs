// A province behind an OpenSSH server: takes the packed files of one folder, books, and answers into another. A digest
// beside a file says that it is whole. It knows nothing of Tongban's code. Ends with its standard input.
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { createHash } from 'node:crypto';
import { Book, mistakes, now, spaced, sum } from '../book.mjs';

const [to, from] = ['jsb/to', 'jsb/from'].map((folder) => path.join(process.argv[2], folder));
const CODES = { '': '1', unknown: 'E1', name: 'E2', amount: 'E3', paid: 'E4' };
const book = new Book('92');
const md5 = (octets) => createHash('md5').update(octets).digest('hex');

const kinds = {
  DJ(citizen, name) {
    const number = book.register(citizen, name);
    return number ? ['1', number] : ['E2', ''];
  },
  KK(number, name, kind, month, base, fen) {
    const [wrong, receipt] = book.withhold(number, name, month, Number(base), Number(fen));
    return wrong || kind !== '11' ? [CODES[wrong], '', '', ''] : ['1', fen, receipt, spaced(book.at)];
  },
};

/** Names stay octets, one character each: none is written again. */
function answered(kind, row) {
  const [serial, area, ...fields] = row.split('^');
  const [code, ...details] = area === '620100' && serial.startsWith('TS') ? book.once(serial, () => kinds[kind](...fields)) : ['E3'];
  return [code, serial, '', ...details].join('^');
}

/** Whole under its own name at once, then its digest. */
function written(name, rows, fen) {
  const octets = zlib.gzipSync(Buffer.from([`SUM^${rows.length}^${fen}`, ...rows, ''].join('\n'), 'latin1'));
  fs.writeFileSync(path.join(from, `${name}.part`), octets);
  fs.renameSync(path.join(from, `${name}.part`), path.join(from, name));
  fs.writeFileSync(path.join(from, `${name}.md5`), md5(octets).toUpperCase());
}

/** What was booked on a day, in sums and one by one; written again before anybody is told of another booking. */
function writtenDay(day) {
  const booked = book.ofDay(day);
  const sums = booked.length ? [`620100^11^${booked.length}^${sum(booked)}`] : [];
  written(`${day}-RJHZ.rj.gz`, sums, sum(booked));
  written(`${day}-RJMX.rj.gz`, booked.map(({ serial, fen }) => `620100^${serial}^${fen}`), sum(booked));
}

function take(name) {
  const octets = fs.readFileSync(path.join(to, name));
  const [told] = fs.readFileSync(path.join(to, `${name}.md5`), 'latin1').split(' ');
  const [total, ...rows] = zlib.gunzipSync(octets).toString('latin1').trimEnd().split('\n');
  if (told !== md5(octets) || total.split('^')[1] !== String(rows.length)) {
    console.error(`${name} is not what its digest or its total says`);
    return;
  }
  const kind = name.split('-')[1];
  const reply = rows.map((row) => answered(kind, row));
  const fen = kind === 'KK' ? reply.reduce((sum, row) => sum + Number(row.split('^')[3]), 0) : 0;
  writtenDay(now().slice(0, 8));
  written(name.replace('.dat.gz', '.hz.gz'), reply, fen);
}

writtenDay(now().slice(0, 8));
const seen = new Set();
let told = String(mistakes());
setInterval(() => {
  if (told !== String(mistakes())) {
    told = String(mistakes());
    book.days().forEach(writtenDay);
  }
  for (const sum of fs.readdirSync(to).filter((name) => name.endsWith('.dat.gz.md5') && !seen.has(name)).sort()) {
    seen.add(sum);
    take(sum.slice(0, -'.md5'.length));
  }
}, 30);
process.stdin.on('end', () => process.exit(0)).resume();
