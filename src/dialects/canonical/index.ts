import {isValueOf, knownParts} from '../../spec/check.ts';
import {FIELD_NAMES, FIELDS, type FieldName} from '../../spec/fields.ts';
import {type CallFields, complete, emptyDraft} from '../../spec/types.ts';
import {SPEC_VERSION} from '../../spec/version.ts';
import {type JsonObject, own} from '../../util/json.ts';
import {defineDialect} from '../define.ts';

/** Our own record, read again: every field keeps its value, so that a second run changes nothing. */
export default defineDialect({
  id: 'canonical',
  title: 'The canonical record itself',
  origin: 'schema/call-record.schema.json',
  keywords: ['http_status_code'],
  rows: [],
  record: ({json}) => (json !== undefined && isCanonical(json) ? fieldsOf(json) : undefined),
});

function isCanonical(json: JsonObject): boolean {
  if (own(json, 'spec') !== SPEC_VERSION) return false;
  return REQUIRED.every((name) => isValueOf(name, own(json, name)));
}

const REQUIRED = FIELD_NAMES.filter((name) => FIELDS[name].tier === 'required');

/** A value of the wrong type is left out: what is not canonical does not pass as if it were. */
function fieldsOf(json: JsonObject): CallFields {
  const fields = emptyDraft();
  for (const name of FIELD_NAMES) {
    const value = own(json, name);
    if (value !== undefined && isValueOf(name, value))
      (fields as Record<FieldName, unknown>)[name] = knownParts(name, value);
  }
  return complete(fields);
}
