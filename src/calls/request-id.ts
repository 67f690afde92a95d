/** A candidate for request_id; the lower rank wins. */
export interface RankedId {
  readonly value: string;
  readonly rank: number;
  readonly rule: string;
}

/** Claude's own shape: a version such as `01`, then base58, 20 characters or more; clouds add a prefix of their own. */
const OWN_SHAPE = /^req_(?:bdrk_|vrtx_)?(?:0\d)?[1-9A-HJ-NP-Za-km-z]{18,64}$/;
const PLACEHOLDER = /^(?:unknown|null|none|undefined|nil|<nil>|n\/a|-)?$/i;

/** Response headers that can hold an id, in rising rank. */
const HEADERS: readonly (readonly [name: string, rank: number])[] = [
  ['request-id', 4],
  ['anthropic-request-id', 4],
  ['x-request-id', 4],
  ['x-amzn-requestid', 3],
  ['apim-request-id', 3],
  ['x-oneapi-request-id', 4],
  ['x-litellm-call-id', 4],
];

export const isOwnId = (value: string): boolean => OWN_SHAPE.test(value);

/** The ids that response headers offer. An own-shaped id in a header is rank 1. */
export function idsOfHeaders(get: (name: string) => string | undefined): RankedId[] {
  const found: RankedId[] = [];
  for (const [name, rank] of HEADERS) {
    const value = usable(get(name));
    if (value !== undefined) found.push({value, rank: isOwnId(value) ? 1 : rank, rule: `header ${name}`});
  }
  return found;
}

/** An id that stands in a body or beside the call: rank 2 when own-shaped, else 5. Placeholders are no ids. */
export function idOfText(text: unknown, rule: string, header = false): RankedId | undefined {
  const value = usable(text);
  if (value === undefined) return undefined;
  const own = isOwnId(value);
  if (header) return {value, rank: own ? 1 : 4, rule};
  return {value, rank: own ? 2 : 5, rule};
}

/** The winner; at equal rank the first given. */
export function bestId(ids: readonly RankedId[]): RankedId | undefined {
  let best: RankedId | undefined;
  for (const id of ids) if (best === undefined || id.rank < best.rank) best = id;
  return best;
}

function usable(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const trimmed = value.trim();
  return PLACEHOLDER.test(trimmed) || trimmed.length > 256 || /\s/.test(trimmed) ? undefined : trimmed;
}
