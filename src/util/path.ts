import type {Json} from './json.ts';

const INDEX = /^\d{1,9}$/;

/**
 * Compiles `a.b.0.c` into a getter of what stands there in a value: names of objects, indices of lists. The getter
 * answers undefined when something is missing, and never reaches what an object does not own. A name with a dot in
 * it cannot be written. Never throws.
 */
export function compilePath(path: string): (value: unknown) => Json | undefined {
  const names = path.split('.');
  return (value) => {
    let at = value;
    for (const name of names) {
      if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name)) return undefined;
      // A list owns its `length` too, which is nothing that a path means.
      if (Array.isArray(at) && !INDEX.test(name)) return undefined;
      at = (at as Record<string, unknown>)[name];
    }
    return at as Json | undefined;
  };
}
