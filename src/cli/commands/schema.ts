import schemaJson from '../../../schema/call-record.schema.json' with {type: 'json'};
import {EXIT} from '../messages.ts';

/** `callmill schema`: the JSON Schema that this build was made with. */
export function schema(): number {
  process.stdout.write(`${JSON.stringify(schemaJson, null, 2)}\n`);
  return EXIT.ok;
}
