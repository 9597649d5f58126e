// Structured Fields (RFC 9651), as much of them as signatures need: dictionaries of inner lists and byte sequences.
// Nothing may occur twice: the RFC lets the last of two equal keys win, by which two readers see two signatures.

export class FieldError extends Error {
  constructor(message, twice = false) {
    super(message);
    this.twice = twice; // a key of the dictionary occurs twice
  }
}

/** @returns {Map<string, {items?: {value, parameters}[], value?, parameters: Map<string, any>}>} */
export function parseDictionary(lines) {
  const text = lines.join(', ');
  let at = 0;
  const fail = (message) => { throw new FieldError(`${message} at character ${at}`); };
  const blanks = (pattern) => { while (pattern.test(text[at] ?? '')) at++; };
  const take = (pattern, what) => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (!found) fail(`expected ${what}`);
    at = pattern.lastIndex;
    return found;
  };

  function bareItem() {
    const c = text[at] ?? '';
    if (c === '"') return take(/"((?:[ !#-\[\]-~]|\\["\\])*)"/y, 'a string')[1].replace(/\\(["\\])/g, '$1');
    if (c === ':') {
      const base64 = take(/:([A-Za-z0-9+/=]*):/y, 'a byte sequence')[1];
      const octets = Buffer.from(base64, 'base64');
      if (octets.toString('base64').replace(/=+$/, '') !== base64.replace(/=+$/, '')) fail('not base64');
      return octets;
    }
    if (c === '?') return take(/\?([01])/y, 'a boolean')[1] === '1';
    if (/[-0-9]/.test(c)) {
      const number = take(/-?[0-9]{1,15}(\.[0-9]{1,3})?/y, 'a number');
      return number[1] ? { decimal: number[0] } : Number(number[0]);
    }
    return { token: take(/[A-Za-z*][!#$%&'*+\-.^_`|~0-9A-Za-z:/]*/y, 'a value')[0] };
  }

  function parameters() {
    const found = new Map();
    while (text[at] === ';') {
      at++;
      blanks(/ /);
      const name = take(/[a-z*][a-z0-9_\-.*]*/y, 'a parameter')[0];
      if (found.has(name)) fail(`parameter ${name} twice`);
      let value = true;
      if (text[at] === '=') { at++; value = bareItem(); }
      found.set(name, value);
    }
    return found;
  }

  function innerList() {
    at++;
    const items = [];
    for (;;) {
      blanks(/ /);
      if (text[at] === ')') { at++; return { items, parameters: parameters() }; }
      items.push({ value: bareItem(), parameters: parameters() });
      if (!/[ )]/.test(text[at] ?? '')) fail('expected a space or )');
    }
  }

  const members = new Map();
  blanks(/ /);
  while (at < text.length) {
    const key = take(/[a-z*][a-z0-9_\-.*]*/y, 'a key')[0];
    let member;
    if (text[at] === '=') {
      at++;
      member = text[at] === '(' ? innerList() : { value: bareItem(), parameters: parameters() };
    } else {
      member = { value: true, parameters: parameters() };
    }
    if (members.has(key)) throw new FieldError(`${key} twice`, true);
    members.set(key, member);
    blanks(/[ \t]/);
    if (at === text.length) break;
    if (text[at++] !== ',') fail('expected a comma');
    blanks(/[ \t]/);
    if (at === text.length) fail('a comma at the end');
  }
  return members;
}

const serializedItem = (value) =>
  typeof value === 'string' ? `"${value.replace(/(["\\])/g, '\\$1')}"`
    : typeof value === 'number' ? String(value)
      : typeof value === 'boolean' ? `?${value ? 1 : 0}`
        : Buffer.isBuffer(value) ? `:${value.toString('base64')}:` : value.token ?? value.decimal;

const serializedParameters = (parameters) =>
  [...parameters].map(([name, value]) => (value === true ? `;${name}` : `;${name}=${serializedItem(value)}`)).join('');

/** A component's identifier as it stands in the signature base. */
export const serializedName = ({ value, parameters }) => serializedItem(value) + serializedParameters(parameters);

/** The inner list as it stands in the last line of the signature base. */
export const serializedList = ({ items, parameters }) =>
  `(${items.map(serializedName).join(' ')})${serializedParameters(parameters)}`;
