const HOST = /^[a-z]+:\/\/[^/]+/i;

/** What one does not say cannot differ. */
export const differs = <T>(a: T | undefined, b: T | undefined): boolean =>
  a !== undefined && b !== undefined && a !== b;

export const namesHost = (url: string | undefined): boolean => HOST.test(url ?? '');

/** Only full URLs tell hosts apart. */
export function isOtherHost(a: string | undefined, b: string | undefined): boolean {
  const host = a === undefined ? undefined : HOST.exec(a)?.[0];
  return host !== undefined && b !== undefined && host !== HOST.exec(b)?.[0];
}

/** An alias and the dated name that answers to it are one model. */
export function isOtherModel(a: string, b: string | undefined): boolean {
  if (b === undefined || a === b) return false;
  const [x, y] = [a.replace(/-latest$/, ''), b.replace(/-latest$/, '')];
  return !x.startsWith(y) && !y.startsWith(x);
}
