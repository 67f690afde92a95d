import type {Random} from './random.ts';

/** Answers a text of about so many characters. */
export type Prose = (length: number) => string;

const english = (
  'the a of and to for with when please after before customer invoice order shipment summary quarterly translate ' +
  'paragraph function returns undefined list empty retry queue worker handler timeout upstream connection closed ' +
  'context schema tool document search index vector ticket refund contract clause deadline meeting minutes'
).split(' ');
const chinese = '请把下面的合同翻译成英文 帮我写一份周报 订单状态查询失败 并列出三个风险点 用户余额不足 谢谢'.split(
  ' ',
);

/** Long enough that slices of it differ, and drawing one costs a slice, not a loop over words. */
const poolLength = 1 << 19;

export function proseFrom(random: Random): Prose {
  let pool = '';
  while (pool.length < poolLength) pool += word(random) + gap(random);
  return (length) => {
    const start = random.int(0, pool.length - length - 1);
    return pool.slice(start, start + length).trim();
  };
}

/** Some Chinese: it makes a decoded block two bytes a character, and `\uXXXX` six bytes, as real traffic does. */
function word(random: Random): string {
  return random.chance(0.05) ? random.pick(chinese) : random.pick(english);
}

/** Line ends and quotes have to be escaped in JSON, and so cost what they cost in real prompts. */
function gap(random: Random): string {
  if (random.chance(0.9)) return ' ';
  return random.pick(['. ', '. ', ', ', '\n', ' "draft" ', ': ']);
}
