import type {Canary} from './generator.ts';

const WINDOW = 12;
const WORDS = 5;

/** Finds pieces of canaries in outputs, also under what a reader can take off again. Shares no code with the program. */
export function createFinder(canaries: readonly Canary[]) {
  const pieces = new Map<string, Canary>();
  for (const canary of canaries) {
    if (canary.kind === 'prompt') {
      const words = canary.text.split(' ');
      for (let at = 0; at + WORDS <= words.length; at++) pieces.set(words.slice(at, at + WORDS).join(' '), canary);
    } else {
      const text = canary.text.toLowerCase();
      // A prefix tells the kind and no secret.
      const body = text.startsWith('sk-') ? text.lastIndexOf('-', 16) + 1 : 0;
      for (let at = body; at + WINDOW <= text.length; at++) pieces.set(text.slice(at, at + WINDOW), canary);
    }
  }
  return (output: string, kinds: readonly Canary['kind'][]): ReadonlyMap<Canary, string> => {
    const found = new Map<Canary, string>();
    const look = (text: string, line: string): void => {
      const note = (piece: string): void => {
        const canary = pieces.get(piece);
        if (canary !== undefined && kinds.includes(canary.kind)) found.set(canary, line);
      };
      for (const [run] of text.toLowerCase().matchAll(/[\w.~@+/-]{12,}/g))
        for (let at = 0; at + WINDOW <= run.length; at++) note(run.slice(at, at + WINDOW));
      if (!kinds.includes('prompt')) return;
      for (const [run] of text.matchAll(/[a-z]{3,8}(?: [a-z]{3,8}){4,}/g)) {
        const words = run.split(' ');
        for (let at = 0; at + WORDS <= words.length; at++) note(words.slice(at, at + WORDS).join(' '));
      }
    };
    for (const line of output.split('\n')) for (const reading of readings(line)) look(reading, line);
    return found;
  };
}

const code = (digits: string, base: number): string => {
  const value = Number.parseInt(digits, base);
  return value <= 0x10ffff ? String.fromCodePoint(value) : '';
};
const FOLD: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from('аaсcеeоoрpхxуyѕsіiкkАAВBЕEКKМMНHОOРPСCТTХXЅSІI').flatMap((c, i, all) =>
    i % 2 === 0 ? [[c, all[i + 1]!]] : [],
  ),
);
const ROUNDS = 5;

/** The line as it stands, then with one layer of everything taken off, up to five times. */
function* readings(line: string): Generator<string> {
  yield line;
  let text = line;
  for (let round = 0; round < ROUNDS; round++) {
    const before = text;
    text = text
      .replace(/\\+u\{?([0-9a-f]{4})\}?/gi, (_, d) => code(d, 16))
      .replace(/\\+x([0-9a-f]{2})/gi, (_, d) => code(d, 16))
      .replace(/\\+([0-3][0-7]{2})/g, (_, d) => code(d, 8))
      .replace(/&#x([0-9a-f]{1,6});/gi, (_, d) => code(d, 16))
      .replace(/&#(\d{1,7});/g, (_, d) => code(d, 10))
      .replace(/%([0-9a-f]{2})/gi, (_, d) => code(d, 16))
      .replace(/\u001b\[[\d;]*m/g, '')
      .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
      .replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
      .replace(/[\u0400-\u04ff]/g, (c) => FOLD[c] ?? c);
    if (text !== before) yield text;
    for (const [run] of text.matchAll(/[\w+/-]{24,}/g)) yield* decoded(run, 2);
    if (text === before) return;
  }
}

function* decoded(run: string, depth: number): Generator<string> {
  for (let shift = 0; shift < 4; shift++) {
    const inner = Buffer.from(run.slice(shift), 'base64').toString('latin1').replaceAll('\0', '');
    if (!/[ -~]{14}/.test(inner)) continue;
    yield inner;
    if (depth > 0) for (const [again] of inner.matchAll(/[\w+/-]{24,}/g)) yield* decoded(again, depth - 1);
  }
}
