import {isPeelable, peel, type Span} from './peel.ts';
import type {RedactionRule} from './rule.ts';

export interface Scrubber {
  /** The text with every secret replaced by `[REDACTED:rule]`. Never throws; scrubbing twice changes nothing more. */
  readonly scrub: (text: string) => string;
  /** What scrubbing would take out, in order: the rule and the span. The whole text when it cannot be judged. */
  readonly removals: (text: string) => readonly {readonly id: string; readonly span: Span}[];
  /** Whether scrubbing would change the text. */
  readonly suspicious: (text: string) => boolean;
}

/** Fails closed: a text that cannot be judged is replaced as a whole. Nothing is compiled before the first text. */
export function createScrubber(rules: readonly RedactionRule[]): Scrubber {
  let compiled: Compiled | undefined;
  const hits = (text: string) => {
    compiled ??= compile(rules);
    return findAll(compiled, text);
  };
  return {
    scrub: (text) => {
      try {
        compiled ??= compile(rules);
        // Nearly every text ends here: nothing hits, and nothing could be peeled.
        if (!compiled.gate.test(text) && !isPeelable(text)) return text;
        return settle(hits, text);
      } catch {
        return '[REDACTED:error]';
      }
    },
    removals: (text) => {
      try {
        return merge(hits(text));
      } catch {
        return [{id: 'error', span: [0, text.length]}];
      }
    },
    suspicious: (text) => {
      try {
        return hits(text).length > 0;
      } catch {
        return true;
      }
    },
  };
}

interface Compiled {
  /** One alternation over all rules: most texts are clean, and one test says so. */
  readonly gate: RegExp;
  readonly rules: readonly {readonly id: string; readonly pattern: RegExp; readonly leftovers: boolean}[];
}

interface Hit {
  readonly id: string;
  readonly span: Span;
}

const GROUP_NAME = /\(\?<[a-z]\w*>/gi;
const ROUNDS = 4;
/** Stands over what was taken for the rules that look at leftovers only. */
const PAINT = ' ';

function compile(rules: readonly RedactionRule[]): Compiled {
  const sources = rules.map((rule) => (rule.gate ?? rule.pattern).source.replace(GROUP_NAME, '(?:'));
  return {
    gate: new RegExp(sources.join('|'), 'i'),
    rules: rules.map(({id, pattern, leftovers = false}) => ({
      id,
      leftovers,
      pattern: new RegExp(pattern.source, `${pattern.flags}g`),
    })),
  };
}

/** Scrubs until nothing hits any more, which is what makes a second scrub a no-op. */
function settle(hits: (text: string) => Hit[], text: string): string {
  let out = text;
  for (let round = 0; round < ROUNDS; round++) {
    const found = hits(out);
    if (found.length === 0) return out;
    out = render(out, found);
  }
  return '[REDACTED:encoded]';
}

/** Hits in the text as it stands, then those that only show in another reading of it, at the place they came from. */
function findAll(compiled: Compiled, text: string): Hit[] {
  const found = find(compiled, text);
  for (const form of peel(text)) {
    for (const {id, span} of find(compiled, form.text)) found.push({id, span: form.origin(...span)});
  }
  return found;
}

/** Every rule sees the whole text: a key may hold, by chance, what another kind of key starts with. */
function find({gate, rules}: Compiled, text: string): Hit[] {
  const found: Hit[] = [];
  if (!gate.test(text)) return found;
  for (const {id, pattern, leftovers} of rules) {
    for (const match of (leftovers ? paint(text, found) : text).matchAll(pattern)) {
      const end = match.index + match[0].length;
      found.push({id, span: [end - (match.groups?.secret ?? match[0]).length, end]});
    }
  }
  return found;
}

function paint(text: string, found: readonly Hit[]): string {
  const spans = merge(found).map(({span}) => span);
  return replaceSpans(text, spans, (start, end) => PAINT.repeat(end - start));
}

function render(text: string, found: readonly Hit[]): string {
  const merged = merge(found);
  let index = 0;
  return replaceSpans(
    text,
    merged.map(({span}) => span),
    () => `[REDACTED:${merged[index++]!.id}]`,
  );
}

/** Spans that overlap become one, under the name of the hit that was found first. */
function merge(found: readonly Hit[]): readonly Hit[] {
  const order = found.map((hit, rank) => ({...hit, rank})).sort((a, b) => a.span[0] - b.span[0] || a.rank - b.rank);
  const merged: {id: string; rank: number; span: Span}[] = [];
  for (const hit of order) {
    const last = merged.at(-1);
    if (last === undefined || hit.span[0] >= last.span[1]) {
      merged.push({...hit});
      continue;
    }
    if (hit.rank < last.rank) Object.assign(last, {id: hit.id, rank: hit.rank});
    last.span = [last.span[0], Math.max(last.span[1], hit.span[1])];
  }
  return merged;
}

function replaceSpans(text: string, spans: readonly Span[], replace: (start: number, end: number) => string): string {
  let out = '';
  let done = 0;
  for (const [start, end] of spans) {
    out += text.slice(done, start) + replace(start, end);
    done = end;
  }
  return out + text.slice(done);
}
