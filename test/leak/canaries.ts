import {ALNUM, DIGITS, HEX, LOWER, type Random} from './random.ts';

/** Kinds of keys. Prefixes are put together here, so that no scanner takes this file for a leak. */
const KEY = `${ALNUM}_-`;
const BASE32 = `${LOWER.toUpperCase()}234567`;
const cat = (...parts: readonly string[]): string => parts.join('');

export const KEY_KINDS: Readonly<Record<string, (r: Random) => string>> = {
  'anthropic api': (r) => cat('sk-', 'ant-', 'api03-', r.text(KEY, 93), 'AA'),
  'anthropic admin': (r) => cat('sk-', 'ant-', 'admin01-', r.text(KEY, 93), 'AA'),
  'anthropic oauth': (r) => cat('sk-', 'ant-', 'oat01-', r.text(KEY, 95)),
  'anthropic refresh': (r) => cat('sk-', 'ant-', 'ort01-', r.text(KEY, 95)),
  'anthropic session': (r) => cat('sk-', 'ant-', 'sid01-', r.text(KEY, 86)),
  'anthropic, a kind of tomorrow': (r) => cat('sk-', 'ant-', r.text(LOWER, 4), r.text(DIGITS, 2), '-', r.text(KEY, 60)),
  'openai project': (r) => cat('sk-', 'proj-', r.text(ALNUM, 120)),
  'openai legacy': (r) => cat('sk-', r.text(ALNUM, 48)),
  openrouter: (r) => cat('sk-', 'or-', 'v1-', r.text(HEX, 64)),
  'relay service': (r) => cat('cr', '_', r.text(HEX, 64)),
  groq: (r) => cat('gsk', '_', r.text(ALNUM, 52)),
  xai: (r) => cat('xai', '-', r.text(ALNUM, 80)),
  google: (r) => cat('AI', 'za', r.text(KEY, 35)),
  'google oauth': (r) => cat('ya', '29.', 'a0', r.text(KEY, 140)),
  'hugging face': (r) => cat('hf', '_', r.text(ALNUM, 34)),
  perplexity: (r) => cat('pplx', '-', r.text(ALNUM, 48)),
  'aws id': (r) => cat('AK', 'IA', r.text(BASE32, 16)),
  bedrock: (r) => cat('AB', 'SK', r.text(ALNUM, 120)),
  'azure client': (r) => cat(r.text(ALNUM, 3), '8Q', '~', r.text(ALNUM, 34)),
  jwt: (r) => cat('ey', 'JhbGciOiJIUzI1NiJ9.', 'ey', 'Jz', r.text(ALNUM, 60), '.', r.text(KEY, 43)),
  github: (r) => cat('gh', 'p_', r.text(ALNUM, 36)),
};
export const KIND_NAMES: readonly string[] = Object.keys(KEY_KINDS);

/** No form at all: only its name gives it away. */
export const opaque = (r: Random): string => `${r.text(DIGITS, 1)}${r.text(ALNUM, 39)}`;
export const userId = (r: Random): string => `usr-${r.text(LOWER + DIGITS, 20)}`;
export const email = (r: Random): string => `${r.text(LOWER, 8)}.${r.text(LOWER, 8)}@${r.text(LOWER, 12)}.org`;
/** Words of no language, so that no other text has five of them in a row. */
export const prompt = (r: Random): string => Array.from({length: 14}, () => r.text(LOWER, 3 + r.below(6))).join(' ');
