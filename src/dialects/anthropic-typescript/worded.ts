import type {Evidence} from '../../calls/evidence.ts';
import type {Frame} from '../../framing/frame.ts';
import {isObject, type JsonObject, own} from '../../util/json.ts';
import type {Row} from '../define.ts';
import {errorObjectParts} from '../error-object.ts';
import {speaksOfClaude} from '../proof.ts';
import {propertiesOf} from './properties.ts';

/** The class, the status and the words of the body: what is left when the body's `message` stood where the SDK looks. */
const WORDED = /(?:^|[\s:(])(?:[A-Z]\w{0,60})?Error: ([45]\d\d) ([A-Za-z"'`][^\n]{0,2000})/;

/** OpenAI's SDK looks into `error` and so prints words for every body; this one does for a relay's `{"message": …}`. */
export const wordedRow: Row = {
  id: 'ts.err.words',
  title: 'A status error with the words of its body instead of the body',
  marks: ['Error: 4', 'Error: 5'],
  read: readWorded,
  enriched: true,
};

function readWorded(frame: Frame): Evidence | undefined {
  if (frame.context.language === 'python') return undefined;
  const found = WORDED.exec(frame.text.slice(0, 4096));
  if (!found || !speaksOfClaude(frame)) return undefined;
  const properties = frame.json === undefined ? propertiesOf(frame.text) : errorObjectParts(errorIn(frame.json));
  return {
    row: 'ts.err.words',
    phase: 'end',
    ...properties,
    status: found[1],
    error: {...properties.error, message: found[2]?.trim()},
  };
}

/** pino keeps the error apart, winston lays it over the entry. */
function errorIn(entry: JsonObject): JsonObject {
  const error = own(entry, 'err');
  return isObject(error) ? error : entry;
}
