import {isValueOf, knownParts} from '../../spec/check.ts';
import {FIELDS, type FieldName} from '../../spec/fields.ts';
import {type Draft, emptyDraft} from '../../spec/types.ts';
import {isObject, type Json, type JsonObject, own} from '../../util/json.ts';
import {type Slot, slotOf} from './aliases.ts';

/** What a structured line holds, by slot; the outermost value of a slot wins, but for the body of an error. */
export interface Collected {
  readonly slots: Partial<Record<Slot, Json>>;
  /** Canonical fields that the line states in their own form. */
  readonly stated: Draft;
}

const MAX_DEPTH = 3;
/** These are read from their slots, which know other spellings and wrong values. */
const BY_SLOT: ReadonlySet<string> = new Set<FieldName>([
  'timestamp',
  'trace_id',
  'request_id',
  'http_status_code',
  'error_type',
  'error_message',
  'error_param',
  'retry_count',
  'response_time_ms',
  'stream_mode',
  'assumed',
  'source',
  'spec',
  'fingerprint',
]);

/** Reads a line once, top level first, then the groups in it. Pure; never looks at inherited names. */
export function collect(json: JsonObject): Collected {
  const collected: Collected = {slots: {}, stated: emptyDraft()};
  visit(json, collected, 0);
  return collected;
}

function visit(object: JsonObject, into: Collected, depth: number): void {
  for (const name in object) {
    const use = useOf(name);
    if (use === undefined) continue;
    const value = own(object, name);
    if (value === undefined || value === null) continue;
    if (use.field !== undefined && value !== 'unknown' && isValueOf(use.field, value)) {
      if (into.stated[use.field] === undefined)
        (into.stated as Record<FieldName, unknown>)[use.field] = knownParts(use.field, value);
    } else if (use.slot === 'group') visitGroup(value, into, depth);
    else if (use.slot !== undefined && into.slots[use.slot] === undefined && suits(use.slot, value))
      into.slots[use.slot] = value;
  }
}

interface Use {
  /** A canonical field that states itself. */
  readonly field: FieldName | undefined;
  readonly slot: Slot | undefined;
}

const uses = new Map<string, Use | undefined>();
/** A hostile log must not fill the memory with names. */
const MAX_USES = 4096;

/** What a name means; worked out once per spelling. */
export function useOf(name: string): Use | undefined {
  const before = uses.get(name);
  if (before !== undefined || uses.has(name)) return before;
  const field = Object.hasOwn(FIELDS, name) && !BY_SLOT.has(name) ? (name as FieldName) : undefined;
  const slot = slotOf(name);
  const use = field === undefined && slot === undefined ? undefined : {field, slot};
  if (uses.size < MAX_USES) uses.set(name, use);
  return use;
}

function visitGroup(value: Json, into: Collected, depth: number): void {
  if (isObject(value) && depth < MAX_DEPTH) visit(value, into, depth + 1);
}

const OBJECTS: ReadonlySet<Slot> = new Set<Slot>(['request', 'response', 'requestHeaders', 'responseHeaders']);
const LISTS: ReadonlySet<Slot> = new Set<Slot>(['messages', 'tools']);

/** A value of the wrong shape leaves its slot to a better one. */
function suits(slot: Slot, value: Json): boolean {
  if (OBJECTS.has(slot)) return isObject(value) || (slot.endsWith('Headers') && Array.isArray(value));
  if (LISTS.has(slot)) return Array.isArray(value);
  if (slot === 'errorObject') return isObject(value) || typeof value === 'string';
  return typeof value !== 'object';
}
