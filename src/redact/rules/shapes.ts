/** Sources of the pieces that several patterns share. Each is linear by itself and starts with a fixed character or is bounded. */

/** A quote as it stands in JSON, in JSON inside JSON (any number of backslashes up to 8), in Python and JavaScript prints. */
const QUOTE = String.raw`\\{0,8}["'\x60]`;
const GAP = String.raw`[ \t]{0,8}`;

/** `>` right after a name, or `: `, `=`, ` => `, then whatever may open a value: a bracket, Python's `b`, a quote on the next line. */
const DIRECT = String.raw`(?:${QUOTE})?\]?(?:>(?=[^\s<>=])|${GAP}(?:=>|:=|[:=：＝]|%3[ad])(?:[ \t\r\n]{0,60}(?:\[[ \t]{0,8})?[bu]?${QUOTE}|${GAP}\[?))`;

/** `("name", "value")` and `['name', 'value']`: only when the value has a digit or no dash for long, lists of header names look the same. */
const TUPLE = String.raw`${QUOTE}[ \t\r\n]{0,20},[ \t\r\n]{0,60}(?:\[[ \t]{0,8})?[bu]?${QUOTE}(?=[^"'\s]{0,80}[0-9]|[A-Za-z+/=.~]{20})`;

/** `{"name": "x-api-key", "value": "…"}`, Go's `key:"…" raw_value:"…"`, OpenTelemetry's `"value":{"stringValue":"…"}`. */
const PAIR = String.raw`(?:${QUOTE})?[ \t\r\n]{0,20},?[ \t\r\n]{0,20}(?:${QUOTE})?(?:raw_?|string_?)?value(?:${QUOTE})?${GAP}[:=]${GAP}(?:\{[ \t\r\n]{0,20}(?:${QUOTE})?string_?value(?:${QUOTE})?${GAP}:${GAP})?(?:${QUOTE})?`;

/** What stands between the name of a secret and its value. */
export const ASSIGN = `(?:${DIRECT}|${TUPLE}|${PAIR})`;

/** Refuses a value that somebody masked already: ours, `***`, dots, blocks, `[secure]`, placeholders. */
export const UNMASKED = String.raw`(?!\[{0,2}<{0,2}(?:redacted|filtered|secure\b|masked|hidden|removed|sensitive|object\b|secret(?:str|bytes)?\b|your)|[\w.~-]{0,11}(?:\*{3}|\.{3}|…|[█•●]{2}|x{8})|<|[$\\]?[{(])`;

/** A value: up to its own quote, or up to what ends a bare word. */
export const VALUE = String.raw`(?:(?<=")(?:[^"\\\r\n]|\\+[^"\\\r\n]){6,}|(?<=')(?:[^'\\\r\n]|\\+[^'\\\r\n]){6,}|[^\s"'\x60\\,;&<>(){}[\]|]{6,})`;
