// SM2 with SM3 (GB/T 32918.2 and .5) over the recommended curve, user id 1234567812345678; signatures are r‖s in hex.
import { createHash, randomBytes } from 'node:crypto';

const P = 0xfffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffffn;
const A = P - 3n;
const B = 0x28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93n;
const N = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n;
const G = [
  0x32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7n,
  0xbc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0n,
];
const ID = '1234567812345678';

const mod = (number, by) => ((number % by) + by) % by;
const hex = (number) => number.toString(16).padStart(64, '0');

function inverse(number, by) {
  let [r, next, x, other] = [by, mod(number, by), 0n, 1n];
  while (next) {
    const quotient = r / next;
    [r, next, x, other] = [next, r - quotient * next, other, x - quotient * other];
  }
  return mod(x, by);
}

function plus(one, two) {
  if (!one || !two) return one ?? two;
  if (one[0] === two[0] && one[1] !== two[1]) return null;
  const slope = one[0] === two[0]
    ? (3n * one[0] * one[0] + A) * inverse(2n * one[1], P)
    : (two[1] - one[1]) * inverse(two[0] - one[0], P);
  const x = mod(slope * slope - one[0] - two[0], P);
  return [x, mod(slope * (one[0] - x) - one[1], P)];
}

function times(number, point) {
  let [sum, double] = [null, point];
  for (let rest = number; rest; rest >>= 1n) {
    if (rest & 1n) sum = plus(sum, double);
    double = plus(double, double);
  }
  return sum;
}

const parsed = (key) => [BigInt(`0x${key.slice(2, 66)}`), BigInt(`0x${key.slice(66)}`)];

function digest(text, point) {
  const about = Buffer.from('0080' + Buffer.from(ID).toString('hex') + [A, B, ...G, ...point].map(hex).join(''), 'hex');
  const person = createHash('sm3').update(about).digest();
  return BigInt(`0x${createHash('sm3').update(person).update(text, 'utf8').digest('hex')}`);
}

const random = () => (BigInt(`0x${randomBytes(40).toString('hex')}`) % (N - 2n)) + 1n;

/** A private key, and the public one as 04 x y in hex. */
/** @param known the secret key in hexadecimal, where it is not a new one */
export function pair(known) {
  const secret = known ? BigInt(`0x${known}`) : random();
  return { secret, open: `04${times(secret, G).map(hex).join('')}` };
}

export function sign(text, secret) {
  const k = random();
  const r = mod(digest(text, times(secret, G)) + times(k, G)[0], N);
  return hex(r) + hex(mod(inverse(1n + secret, N) * (k - r * secret), N));
}

export function verifies(text, signature, key) {
  const [r, s] = [BigInt(`0x${signature.slice(0, 64)}`), BigInt(`0x${signature.slice(64)}`)];
  const point = plus(times(s, G), times(mod(r + s, N), parsed(key)));
  return mod(digest(text, parsed(key)) + point[0], N) === r;
}
