/** Version of the canonical record; leaves in every record as `spec`. */
export const SPEC_VERSION = '1';
/** Where the JSON Schema of the record says it lives. */
export const SCHEMA_ID = 'urn:callmill:schema:call-record:1';
