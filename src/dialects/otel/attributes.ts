import {type Json, type JsonObject, own} from '../../util/json.ts';

/** The first attribute that has a value, as text. */
export function first(attributes: JsonObject, names: readonly string[]): string | undefined {
  for (const name of names) {
    const value: Json | undefined = own(attributes, name);
    if (typeof value === 'number') return String(value);
    if (typeof value === 'string' && value !== '' && value !== 'undefined') return value;
  }
  return undefined;
}

/** The first attribute that is a count; older versions send them as text. */
export function number(attributes: JsonObject, names: readonly string[]): number | undefined {
  const value = Number(first(attributes, names) ?? Number.NaN);
  return Number.isFinite(value) && value >= 0 ? value : undefined;
}
