type Value = string | number | boolean | null | undefined | readonly Value[] | {readonly [key: string]: Value};

/** `json.dumps` as Python does it unasked: a blank after comma and colon, and nothing but ASCII. */
export function dumps(value: Value): string {
  return print(value, (plain) => JSON.stringify(plain).replace(/[\u007f-\uffff]/g, escapeUnit));
}

/** `repr()` of the same value, which is what the Python SDK puts into its error messages. */
export function repr(value: Value): string {
  return print(value, reprOfPlain);
}

function print(value: Value, plain: (value: string | number | boolean | null) => string): string {
  if (value === undefined) return plain(null);
  if (value === null || typeof value !== 'object') return plain(value);
  if (isList(value)) return `[${value.map((item) => print(item, plain)).join(', ')}]`;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return `{${entries.map(([key, item]) => `${plain(key)}: ${print(item, plain)}`).join(', ')}}`;
}

function isList(value: object): value is readonly Value[] {
  return Array.isArray(value);
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function reprOfPlain(value: string | number | boolean | null): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') return String(value);
  const body = value.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
  // Python turns to double quotes when that saves escaping.
  return body.includes("'") && !body.includes('"') ? `"${body}"` : `'${body.replaceAll("'", "\\'")}'`;
}
