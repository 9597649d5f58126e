// A province behind a message broker: XML in attributes of a namespace of its own, each message a line of base64 on its
// standard input. It knows nothing of Tongban's code. A line is "correlation base64", in and out; ends with its input.
import readline from 'node:readline';
import { Book, part, sum } from '../book.mjs';

const CODES = { '': 'good', unknown: 'nobody', name: 'name', amount: 'amount', paid: 'paid' };
const book = new Book('94');
const attribute = (xml, element, name) => new RegExp(`<${element}\\s[^>]*?\\b${name}="([^"]*)"`).exec(xml)?.[1] ?? '';
const text = (xml, element) => new RegExp(`<${element}(?:\\s[^>]*)?>([^<]*)</`).exec(xml)?.[1] ?? '';
const fen = (yuan) => (/^\+?\d+\.\d\d$/.test(yuan) ? Number(yuan.replace('.', '')) : NaN);

const yuan = (amount) => `+${(amount / 100).toFixed(2)}`;

const trades = {
  join(xml) {
    const id = attribute(xml, 'person', 'id');
    const number = book.register(id, text(xml, 'person'));
    const right = number && attribute(xml, 'person', 'sex') === (Number(id[16]) % 2 ? 'm' : 'f');
    return right ? ['good', `<person no="${number}"/>`] : ['name', ''];
  },
  pay(xml) {
    const [wage, fee] = [attribute(xml, 'fee', 'wage'), text(xml, 'fee')];
    const [wrong, receipt] = book.withhold(
      attribute(xml, 'person', 'no'), text(xml, 'person'), attribute(xml, 'fee', 'month'), fen(wage), fen(fee));
    const right = !wrong && fee.startsWith('+') && attribute(xml, 'fee', 'kind') === 'p';
    return right ? ['good', `<receipt no="${receipt}" day="${book.at.slice(0, 8)}">${fee}</receipt>`] : [CODES[wrong], ''];
  },
  cover(xml) {
    return ['good', `<cover kind="p" state="a" through="${book.through(attribute(xml, 'person', 'no'))}"/>`];
  },
  sums(xml) {
    const day = attribute(xml, 'day', 'of');
    const all = book.ofDay(day);
    const row = all.length ? `<cover kind="p" times="${all.length}"><fee>${yuan(sum(all))}</fee></cover>` : '';
    return ['good', `<day of="${day}"/>${row}`];
  },
  list(xml) {
    const day = attribute(xml, 'day', 'of');
    const some = part(book.ofDay(day), Number(attribute(xml, 'day', 'page')), 5);
    const rows = some.map(({ serial, fen: amount }) => `<cover no="${serial}"><fee>${yuan(amount)}</fee></cover>`);
    return ['good', `<day of="${day}"/>${rows.join('')}`];
  },
};

function answer(xml) {
  const [no, asked] = [attribute(xml, 'trade', 'no'), attribute(xml, 'trade', 'kind')];
  if (!xml.includes('xmlns="urn:haojiang:trade"') || attribute(xml, 'trade', 'version') !== '3' || !no) {
    console.error('a message that is none of ours');
    return undefined;
  }
  // An inquiry is answered with the transaction asked about.
  const [kind, code, data] = asked === 'ask'
    ? (book.answers.get(attribute(xml, 'asked', 'no')) ?? ['ask', 'never', ''])
    : book.once(no, () => [asked, ...trades[asked](xml)]);
  return [no, `<h:trade xmlns:h="urn:haojiang:trade" xmlns="urn:haojiang:trade" version="3" kind="${kind}" no="${no}" `
    + `code="${code}"><h:words>完成</h:words>${data}</h:trade>`];
}

readline.createInterface({ input: process.stdin }).on('line', (line) => {
  const said = answer(Buffer.from(line.split(' ')[1], 'base64').toString('utf8'));
  if (said) {
    console.log(`${said[0]} ${Buffer.from(said[1]).toString('base64')}`);
  }
});
