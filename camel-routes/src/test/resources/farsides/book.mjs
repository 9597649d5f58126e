// What each of these provinces keeps: who is registered, what is paid and when, and what was answered to which serial.
import fs from 'node:fs';

/** Writes a booking into the ledger that FAR_SIDE_LEDGER names, if it does: a line, for whoever compares books. */
export function noted(serial, person, month, fen, receipt) {
  if (process.env.FAR_SIDE_LEDGER) {
    fs.appendFileSync(process.env.FAR_SIDE_LEDGER, `${serial} ${person} ${month} ${fen} ${receipt}\n`);
  }
}

/** This moment in China, yyyyMMddHHmmss; there is one time there, and no summer time. */
export const now = () => new Date(Date.now() + 8 * 3600_000).toISOString().replace(/\D/g, '').slice(0, 14);

/** The same as yyyy-MM-dd HH:mm:ss. */
export const spaced = (moment) => moment.replace(/(....)(..)(..)(..)(..)(..)/, '$1-$2-$3 $4:$5:$6');

/** Of a list in pages, of which the first is 1; an empty one is behind the end. */
export const part = (rows, page, size) => rows.slice((page - 1) * size, page * size);

/** What some bookings come to. */
export const sum = (booked) => booked.reduce((fen, each) => fen + each.fen, 0);

/** The lines of the file that FAR_SIDE_MISTAKES names, which is there whole or not at all. */
export function mistakes() {
  try {
    return fs.readFileSync(process.env.FAR_SIDE_MISTAKES ?? '', 'utf8').split('\n').filter(Boolean);
  } catch (failure) {
    if (failure.code === 'ENOENT') return [];
    throw failure;
  }
}

/**
 * What was booked on a day, yyyyMMdd, as told: each of those lines is told wrongly. "lost SERIAL", "twice SERIAL",
 * "other SERIAL FEN", or "strange SERIAL FEN DAY" for what nobody asked for.
 */
export function mistaken(day, booked) {
  let told = booked;
  for (const [kind, serial, fen, of] of mistakes().map((line) => line.split(' '))) {
    if (kind === 'lost') told = told.filter((each) => each.serial !== serial);
    if (kind === 'twice') told = told.concat(told.filter((each) => each.serial === serial));
    if (kind === 'other') told = told.map((each) => (each.serial === serial ? { ...each, fen: Number(fen) } : each));
    if (kind === 'strange' && of === day) told = told.concat({ day, serial, fen: Number(fen) });
  }
  return told;
}

export class Book {
  people = new Map(); // by person number
  paid = new Map(); // by person number and month
  answers = new Map(); // by serial
  booked = []; // day, serial and fen
  at = ''; // the moment of the last booking

  constructor(prefix) {
    this.prefix = prefix;
  }

  /** A serial has one effect: seen again, it gets its first answer. */
  once(serial, work) {
    if (!this.answers.has(serial)) {
      this.serial = serial;
      this.answers.set(serial, work());
    }
    return this.answers.get(serial);
  }

  /** The person's number; undefined for somebody who is here under another name. */
  register(citizen, name) {
    for (const [number, person] of this.people) {
      if (person.citizen === citizen) {
        return person.name === name ? number : undefined;
      }
    }
    const number = this.prefix + String(this.people.size + 1).padStart(8, '0');
    this.people.set(number, { citizen, name });
    return number;
  }

  /** What is wrong (unknown, name, amount, paid), or nothing, and the receipt's number. */
  withhold(number, name, month, baseFen, fen) {
    const person = this.people.get(number);
    if (!person) return ['unknown', ''];
    if (person.name !== name) return ['name', ''];
    if (fen * 5 !== baseFen) return ['amount', ''];
    if (this.paid.has(`${number} ${month}`)) return ['paid', ''];
    this.paid.set(`${number} ${month}`, fen);
    const receipt = `R${String(this.paid.size).padStart(7, '0')}`;
    noted(this.serial, number, month, fen, receipt);
    this.at = now();
    this.booked.push({ day: this.at.slice(0, 8), serial: this.serial, fen });
    return ['', receipt];
  }

  /** What was booked on a day, yyyyMMdd, in its order. */
  ofDay(day) {
    return mistaken(day, this.booked.filter((each) => each.day === day));
  }

  /** Today, and each day on which something was booked. */
  days() {
    return new Set([now().slice(0, 8), ...this.booked.map((each) => each.day)]);
  }

  /** The last month that is paid; empty for none. */
  through(number) {
    const months = [...this.paid.keys()].filter((key) => key.startsWith(`${number} `));
    return months.map((key) => key.split(' ')[1]).sort().at(-1) ?? '';
  }
}
