import {ALNUM, DIGITS, HEX, LOWER, type Random} from './random.ts';

const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const WORDS =
  'worker queue token tokens key keys password secret session auth cookie request retry header service basic bearer task disk risk api user order cache shard index model value invalid expired'.split(
    ' ',
  );

/** A line without any secret, full of what looks like one; `kept` must stand in what comes out. */
export function noise(r: Random): {readonly line: string; readonly kept: readonly string[]} {
  const uuid = [8, 4, 4, 4, 12].map((length) => r.text(HEX, length)).join('-');
  const request = `req_01${r.text(BASE58, 22)}`;
  const model = r.pick(MODELS);
  const kept = [uuid, request, model];
  // An id right behind `password:` or `bearer` would be one.
  const words = (): string => `${Array.from({length: 2 + r.below(9)}, () => r.pick(WORDS)).join(' ')} done`;
  const line = r.pick<() => string>([
    () => `${words()} ${uuid} ${request} ${model}`,
    () => JSON.stringify({id: `msg_01${r.text(BASE58, 22)}`, uuid, request, model, note: words(), n: r.below(1e9)}),
    () => `sha256:${r.text(HEX, 64)} ${uuid} etag="${r.text(HEX, 32)}" ${request} ${model} git ${r.text(HEX, 40)}`,
    () =>
      `level=info op=${r.pick(WORDS)} trace=${uuid} tokens=${r.below(9999)} rid=${request} model=${model} digest=${r.text(ALNUM, 43)}=`,
    () =>
      `disk-${r.text(HEX, 20)} task-${uuid} /srv/${r.pick(WORDS)}/${r.pick(WORDS)}.py:${r.below(999)} ${request} ${model}`,
    () => JSON.stringify({log: JSON.stringify({span: r.text(HEX, 16), uuid, msg: `${words()} ${request}`, model})}),
    () => `\u001b[3${r.below(8)}m${words()}\u001b[0m ${uuid} ${request} [${model}] ${r.text(`${ALNUM}+/`, 44)}`,
    () =>
      `10.${r.below(256)}.${r.below(256)}.7 - - "GET /${r.pick(WORDS)}?page=${r.text(DIGITS, 3)}&id=${uuid}&m=${model} HTTP/1.1" 200 "${request}"`,
    () =>
      `${r.text(LOWER, 9)}-${r.text(HEX, 10)}-${r.text(LOWER + DIGITS, 5)} ${words()}: ${uuid} ${request} ${model} toolu_01${r.text(BASE58, 22)}`,
    () => `очередь ${r.pick(WORDS)} заполнена ${uuid}: повтор ${r.below(9)} ${request} ${model} 队列已满`,
  ])();
  return {line, kept};
}

const MODELS = [
  'claude-sonnet-4-5-20250929',
  'claude-opus-4-1',
  'claude-3-5-haiku-latest',
  'eu.anthropic.claude-sonnet-4-20250514-v1:0',
  'claude-opus-4@20250514',
  'openrouter/anthropic/claude-3.7-sonnet',
  'gpt-4o-mini',
  'pplx-70b-online',
  'xai-grok-4-fast-reasoning',
];
