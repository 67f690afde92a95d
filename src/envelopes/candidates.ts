import type {JsonObject} from '../util/json.ts';
import type {Envelope} from './define.ts';

/** Which envelopes an entry may have, in their order: what a line costs must not grow with those that it has not. */
export interface EnvelopeIndex {
  readonly ofText: (text: string) => readonly Envelope[];
  readonly ofJson: (json: JsonObject) => readonly Envelope[];
}

const ASCII = 128;

export function createEnvelopeIndex(envelopes: readonly Envelope[]): EnvelopeIndex {
  const texts = envelopes.filter(({shape}) => shape === 'text');
  const byFirst = Array.from({length: ASCII}, (_, code) => texts.filter((one) => mayOpen(one, code)));
  const open = texts.filter(({opens}) => opens === undefined);
  const jsons = envelopes.filter(({shape}) => shape === 'json');
  const nameless = jsons.filter(({names}) => names === undefined);
  const byName = new Map<string, Envelope[]>();
  for (const envelope of jsons)
    for (const name of envelope.names ?? []) byName.set(name, [...(byName.get(name) ?? []), envelope]);

  return {
    ofText: (text) => byFirst[text.charCodeAt(0)] ?? open,
    ofJson(json) {
      const found = new Set(nameless);
      for (const name in json) for (const envelope of byName.get(name) ?? []) found.add(envelope);
      return found.size < 2 ? [...found] : jsons.filter((envelope) => found.has(envelope));
    },
  };
}

const mayOpen = ({opens}: Envelope, code: number): boolean =>
  opens === undefined || new RegExp(`[${opens}]`).test(String.fromCharCode(code));
