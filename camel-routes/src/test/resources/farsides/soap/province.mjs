// A province's SOAP service as another vendor built it: SOAP 1.2, typed operations, WS-Security, a dictionary of its own.
// It knows nothing of Tongban's code. Prints its port; ends with its standard input.
import http from 'node:http';
import { createHash } from 'node:crypto';
import { mistaken, noted, now, part, spaced, sum } from '../book.mjs';

const SOAP = 'http://www.w3.org/2003/05/soap-envelope';
const HRSS = 'http://hrss.meishan.example.cn/trade/';
const PASSWORD = process.env.FAR_SIDE_PASSWORD;
const people = new Map(); // by number
const answers = new Map(); // by serial
const paid = new Map(); // by number and month
const nonces = new Set();
const booked = []; // day, serial and fen
const ofDay = (day) => mistaken(day.replaceAll('/', ''), booked.filter((each) => each.day === day));
const slashed = (moment) => spaced(moment).replaceAll('-', '/');
const fourDecimals = (fen) => `${(fen / 100).toFixed(2)}00`;

const text = (xml, name) => {
  const found = new RegExp(`<(?:\\w+:)?${name}(?:\\s[^>]*)?>([^<]*)</(?:\\w+:)?${name}>`).exec(xml);
  return found ? found[1].replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&') : '';
};
const attribute = (xml, element, name) => {
  const found = new RegExp(`<(?:\\w+:)?${element}\\s[^>]*?\\b${name}="([^"]*)"`).exec(xml);
  return found ? found[1] : '';
};

function knownCaller(xml) {
  const nonce = text(xml, 'Nonce');
  const created = text(xml, 'Created');
  if (!nonce || nonces.has(nonce) || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(created)) {
    return false;
  }
  nonces.add(nonce);
  const digest = createHash('sha1').update(Buffer.from(nonce, 'base64')).update(created).update(PASSWORD);
  return text(xml, 'Username') === 'TONGBAN-MS' && text(xml, 'Password') === digest.digest('base64');
}

const operations = {
  regPerson(xml) {
    const id = text(xml, 'IdNo');
    if (text(xml, 'Birth') !== id.replace(/^.{6}(....)(..)(..).*$/, '$1/$2/$3') ||
        text(xml, 'Sex') !== (Number(id[16]) % 2 ? 'M' : 'F')) {
      return ['12', '出生日期或性别不符', ''];
    }
    const known = [...people.entries()].find(([, person]) => person.id === id);
    const number = known ? known[0] : `MS${String(people.size + 1).padStart(6, '0')}`;
    people.set(number, { id, name: text(xml, 'Name') });
    return ['00', '', `<Person no="${number}"/>`];
  },
  payMonth(xml) {
    const number = attribute(xml, 'Person', 'no');
    const person = people.get(number);
    const month = text(xml, 'Month');
    const base = text(xml, 'Base');
    const amount = text(xml, 'Amount');
    if (!person) {
      return ['10', '查无此人', ''];
    }
    if (person.name !== text(xml, 'Name')) {
      return ['11', '姓名不符', ''];
    }
    if (!/^\d+\.\d{4}$/.test(amount) || Math.round(Number(base) * 2000) !== Math.round(Number(amount) * 10000)) {
      return ['20', '金额不符', ''];
    }
    if (paid.has(`${number} ${month}`)) {
      return ['21', '该月已缴', ''];
    }
    paid.set(`${number} ${month}`, amount);
    const [serial, fen, at] = [attribute(xml, 'Trade', 'no'), Math.round(Number(amount) * 100), slashed(now())];
    noted(serial, number, month, fen, `R${paid.size}`);
    booked.push({ day: at.slice(0, 10), serial, fen });
    return ['00', '', `<Receipt no="R${paid.size}"><Amount>${amount}</Amount><Booked>${at}</Booked></Receipt>`];
  },
  askTrade(xml) {
    return answers.get(text(xml, 'AskedNo')) ?? ['40', '无此流水', ''];
  },
  getCover(xml) {
    const number = attribute(xml, 'Person', 'no');
    const months = [...paid.keys()].filter((key) => key.startsWith(`${number} `)).map((key) => key.split(' ')[1]);
    return ['00', '', `<Covers><Cover kind="A1"><State>10</State><Through>${months.sort().at(-1) ?? ''}</Through></Cover></Covers>`];
  },
  dayBook(xml) {
    const day = text(xml, 'Day');
    const all = ofDay(day);
    const row = all.length ? `<Cover kind="A1" times="${all.length}"><Sum>${fourDecimals(sum(all))}</Sum></Cover>` : '';
    return ['00', '', `<Day>${day}</Day><Covers>${row}</Covers>`];
  },
  dayTrades(xml) {
    const day = text(xml, 'Day');
    const some = part(ofDay(day), Number(attribute(xml, 'Day', 'page')), 5);
    const rows = some.map((each) => `<Cover no="${each.serial}"><Amount>${fourDecimals(each.fen)}</Amount></Cover>`);
    return ['00', '', `<Day>${day}</Day><Covers>${rows.join('')}</Covers>`];
  },
};

function answered(xml, action) {
  const [, prefix, name] = /<(\w+):Body>\s*<(?:\w+:)?(\w+)/.exec(xml) ?? [];
  const known = prefix && xml.includes(`xmlns:${prefix}="${SOAP}"`) && Object.hasOwn(operations, name ?? '');
  if (!known || action !== HRSS + name) {
    return [500, '<s:Fault><s:Code><s:Value>s:Sender</s:Value></s:Code><s:Reason><s:Text xml:lang="en">no such operation</s:Text></s:Reason></s:Fault>'];
  }
  if (!knownCaller(xml) || attribute(xml, 'Trade', 'area') !== '511400') {
    return [500, '<s:Fault><s:Code><s:Value>s:Sender</s:Value></s:Code><s:Reason><s:Text xml:lang="en">who are you</s:Text></s:Reason></s:Fault>'];
  }
  const serial = attribute(xml, 'Trade', 'no');
  const result = (name !== 'askTrade' && answers.get(serial)) || operations[name](xml);
  if (name !== 'askTrade') {
    answers.set(serial, result);
  }
  const [code, message, data] = result;
  return [200, `<t:${name}Response xmlns:t="${HRSS}"><t:${name}Result xmlns="${HRSS}"><Trade no="${serial}" code="${code}">${message}</Trade>${data}</t:${name}Result></t:${name}Response>`];
}

const server = http.createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    const type = request.headers['content-type'] ?? '';
    const action = /application\/soap\+xml;.*action="([^"]*)"/.exec(type)?.[1] ?? '';
    const [status, body] = answered(Buffer.concat(chunks).toString('utf8'), action);
    response.writeHead(status, { 'Content-Type': 'application/soap+xml; charset=utf-8' });
    response.end(`<?xml version="1.0"?><s:Envelope xmlns:s="${SOAP}"><s:Body>${body}</s:Body></s:Envelope>`);
  });
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
process.stdin.on('end', () => process.exit(0)).resume();
