/**
 * Cuts what an error message quotes back: prompts, answers, arguments of tools. Messages name fields and values in
 * few words; a quotation of many words, or a very long one, is content. What a message calls its own message stays.
 */
export function cutEchoes(text: string): string {
  if (text.length < SHORT || !QUOTE.test(text)) return text;
  let out = '';
  let done = 0;
  for (let at = 0; at < text.length; at++) {
    const quote = text[at] as string;
    if (!QUOTES.has(quote) || isWord(text, at - 1)) continue;
    const end = closing(text, quote, at);
    if (end - at <= SHORT) continue;
    const quoted = text.slice(at + 1, end);
    if (!isContent(quoted) || OWN_WORDS.test(text.slice(Math.max(0, at - 24), at))) {
      // A message within a message may quote as well, so only the opening is stepped over.
      continue;
    }
    out += `${text.slice(done, at + 1)}${CUT}`;
    // The backslashes before the closing quote belong to it.
    done = end - trailing(quoted);
    // Where quotes do not pair, a closing one with a word right behind it opens the next.
    at = isWord(text, end + 1) ? end - 1 : end;
  }
  return done === 0 ? text : out + text.slice(done);
}

const CUT = '[REDACTED:content]';
/** Characters; a quotation up to this length names something. */
const SHORT = 40;
/** A longer one is cut whatever is in it: encoded files have no blanks. */
const LONG = 160;
/** Most messages have no quote but an apostrophe: one look says so. */
const QUOTE = /(?<!\w)["'`“「]/;
const QUOTES = new Map([
  ['"', '"'],
  ["'", "'"],
  ['`', '`'],
  ['“', '”'],
  ['「', '」'],
]);
const OWN_WORDS = /(?:message|msg|details?|error|reason|description|title|hint)\\{0,8}["']?\s{0,3}[:=]\s{0,3}\\{0,8}$/i;
const WORDS = /(?:[^\s]{1,64}\s+){4}\S|[^\x00-\u02ff\s]{16}/;
const isContent = (quoted: string): boolean => quoted.length > LONG || WORDS.test(quoted.slice(0, LONG));

const isWord = (text: string, at: number): boolean => /\w/.test(text[at] ?? '');

/** How many quotes of one kind are tried as the closing one, so that odd texts stay linear. */
const TRIES = 32;

/** Where a quotation ends: at its own quote with no word right behind it, else at the end when it is a value; nowhere else. */
function closing(text: string, quote: string, at: number): number {
  const close = QUOTES.get(quote) as string;
  const escapes = backslashesBefore(text, at);
  let end = at;
  for (let tries = 0; tries < TRIES; tries++) {
    end = text.indexOf(close, end + 1);
    if (end < 0) return /[:=]\s?\\{0,8}$/.test(text.slice(Math.max(0, at - 12), at)) ? text.length : -1;
    // A quote with more backslashes than the opening one stands inside.
    if (backslashesBefore(text, end) <= escapes && !(quote === "'" && isWord(text, end + 1))) return end;
  }
  return end;
}

function backslashesBefore(text: string, at: number): number {
  let count = 0;
  while (count < 16 && text[at - 1 - count] === '\\') count++;
  return count;
}

const trailing = (quoted: string): number => /\\{0,16}$/.exec(quoted.slice(-16))?.[0].length ?? 0;
