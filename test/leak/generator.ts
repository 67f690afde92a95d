import {readdirSync, readFileSync} from 'node:fs';
import {email, KEY_KINDS, KIND_NAMES, opaque, prompt, userId} from './canaries.ts';
import {CARRIERS} from './carriers.ts';
import type {Random} from './random.ts';

/** What was put in, and where: `record` only where a text that is no call may keep it. */
export interface Canary {
  readonly text: string;
  readonly kind: 'key' | 'person' | 'prompt';
  readonly label: string;
}
export interface Planted {
  readonly lines: readonly string[];
  readonly canaries: readonly Canary[];
}

const DIALECTS = new URL('../../src/dialects/', import.meta.url);
const MAX_LINES = 14;
const MAX_CHARS = 6000;

/** Every example of every dialect, as data: whole where it is short, else a stretch of it. */
const EXAMPLES: readonly {readonly name: string; readonly lines: readonly string[]}[] = readdirSync(DIALECTS, {
  withFileTypes: true,
})
  .filter((entry) => entry.isDirectory())
  .flatMap(({name}) => {
    const folder = new URL(`${name}/examples/`, DIALECTS);
    return readdirSync(folder)
      .filter((file) => file.endsWith('.log'))
      .map((file) => ({
        name: `${name}/${file}`,
        lines: readFileSync(new URL(file, folder), 'utf8')
          .split('\n')
          .filter((line) => line !== '' && !line.startsWith('# ')),
      }));
  })
  .filter(({lines}) => lines.length > 0);

/** One entry: an example with fresh keys in its slots, content replaced, and one more key in one of its texts. */
export function plant(r: Random): Planted {
  const {name, lines} = r.pick(EXAMPLES);
  const start = lines.length > MAX_LINES ? r.below(lines.length - MAX_LINES) : 0;
  const canaries: Canary[] = [];
  const note = (text: string, kind: Canary['kind'], label: string): string => {
    canaries.push({text, kind, label: `${label} in ${name}`});
    return text;
  };
  const kind = r.pick(KIND_NAMES);
  const key = (): string => KEY_KINDS[kind]!(r);
  const filled = lines
    .slice(start, start + MAX_LINES)
    .map((line) => line.slice(0, MAX_CHARS).replaceAll('@@KEY@@', () => note(key(), 'key', `${kind}, slot`)))
    .map((line) =>
      line.replace(/("user_id"\s*:\s*")[^"\\]*(")/, (_, a, b) => a + note(userId(r), 'person', 'user id') + b),
    )
    .map((line) =>
      // Claude Code prints an error of the API where an answer would stand, new-api's log table in its column `content`.
      /isApiErrorMessage|<synthetic>|"token_name"|"error"\s*:\s*"/.test(line)
        ? line
        : line.replace(
            /("(?:content|text|system)"\s*:\s*")[^"\\]{4,}(")/,
            (_, a, b) => a + note(prompt(r), 'prompt', 'content') + b,
          ),
    );
  const at = r.below(filled.length);
  filled[at] = insert(filled[at]!, r, note, kind, key);
  return {
    lines: wrap(
      filled.flatMap((line) => line.split('\n')),
      r,
    ),
    canaries,
  };
}

type Note = (text: string, kind: Canary['kind'], label: string) => string;

/** Puts a carrier behind a blank, a quote or a colon of the line, in the escaping of that line. */
function insert(line: string, r: Random, note: Note, kind: string, key: () => string): string {
  const carrier = r.pick(CARRIERS);
  const bare = carrier.named === true && r.below(4) === 0;
  const secret = bare ? opaque(r) : key();
  let text = ` ${carrier.carry(secret, r)} `;
  // A cut key is known by the part that was written.
  note(
    carrier.name === 'cut' ? secret.slice(0, Math.ceil(secret.length * 0.7)) : secret,
    'key',
    `${bare ? 'opaque' : kind}, ${carrier.name}`,
  );
  if (r.below(4) === 0) text += `${note(email(r), 'person', 'e-mail')} `;
  if (r.below(4) === 0) text += echo(note(prompt(r), 'prompt', 'echo'), r);
  const slots = Array.from(line.matchAll(/(?<=[a-z.,:)])(?= )|(?<=[a-z.]{3})(?=["'])/g), (hit) => hit.index);
  const where = slots.length === 0 ? line.length : r.pick(slots);
  const json = /^\s*[{[]/.test(line) && where < line.length;
  const quoted = json ? JSON.stringify(text).slice(1, -1) : text;
  return line.slice(0, where) + quoted + line.slice(where);
}

/** How prompts come back in errors. */
const echo = (words: string, r: Random): string =>
  r.pick([
    (w: string) => `[type=string_type, input_value='${w}', input_type=str]`,
    (w: string) => `Input should be a valid list, got "${w}"`,
    (w: string) => `tool arguments: {"query": "${w}"}`,
    (w: string) => `input_value={'role': 'user', 'content': '${w}'}, input_type=dict`,
    (w: string) => `messages.0.content: \`${w}\` is not allowed`,
  ])(words);

/** What a collector puts around the lines; the same for all lines of an entry. */
function wrap(lines: readonly string[], r: Random): readonly string[] {
  const form = r.below(8);
  if (form === 0)
    return lines.map((line) => JSON.stringify({log: `${line}\n`, stream: 'stderr', time: '2026-11-23T08:46:35.1Z'}));
  if (form === 1) return lines.map((line) => `2026-11-23T08:46:35.123456789Z stderr F ${line}`);
  if (form === 2)
    return lines.flatMap((line) => {
      const cut = r.below(line.length + 1);
      return [
        `2026-11-23T08:46:35.123456789Z stderr P ${line.slice(0, cut)}`,
        `2026-11-23T08:46:35.123456789Z stderr F ${line.slice(cut)}`,
      ];
    });
  return lines;
}
