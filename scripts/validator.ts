import {Ajv2020} from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import {build} from 'esbuild';

const BANNER = '// Generated from schema/call-record.schema.json by npm run generate. Do not edit.';

/** The validator as one module without ajv: ajv's own ESM output calls require(), so esbuild bundles it (ajv#2209). */
export async function validatorText(schema: string): Promise<string> {
  const ajv = new Ajv2020({code: {source: true, esm: true}, strict: true, allowUnionTypes: true});
  // Both typings of the default export are in the wild; the value is one function.
  const code = (standaloneCode as unknown as (ajv: unknown, validate: unknown) => string)(
    ajv,
    ajv.compile(JSON.parse(schema)),
  );
  const result = await build({
    stdin: {contents: code, resolveDir: process.cwd(), loader: 'js'},
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
    banner: {js: BANNER},
  });
  return result.outputFiles[0]?.text ?? '';
}
