import {FIELD_NAMES, FIELDS, type FieldSpec} from '../../src/spec/fields.ts';
import {BANNER, code, table} from './markdown.ts';

const TIERS: readonly (readonly [tier: FieldSpec['tier'], title: string, text: string])[] = [
  ['required', 'Required', 'Always there. Unknown strings are `"unknown"`; status, type and message are `null`.'],
  ['recommended', 'Recommended', 'Left out when unknown.'],
  ['optional', 'Optional', 'Left out when unknown.'],
  ['ours', 'Ours', 'What callmill adds so that nothing is lost.'],
];

/** docs/fields.md: the catalogue in words. */
export function fieldsPage(): string {
  const sections = TIERS.map(([tier, title, text]) => `## ${title}\n\n${text}\n\n${fieldTable(tier)}`);
  return `${BANNER}\n\n# Fields of the record\n\nFlat JSON, in this order. Nothing is invented: what was inferred or defaulted is named in \`assumed\`.\n\n${sections.join('\n\n')}\n`;
}

function fieldTable(tier: FieldSpec['tier']): string {
  const names = FIELD_NAMES.filter((name) => FIELDS[name].tier === tier);
  return table(
    ['field', 'type', 'what', 'from', 'example'],
    names.map((name) => row(name, FIELDS[name])),
  );
}

function row(name: string, field: FieldSpec): string[] {
  const type = `${field.type}${field.nullable ? ' or null' : ''}${field.unit ? `, ${field.unit}` : ''}`;
  return [code(name), type, field.summary, field.source, code(JSON.stringify(field.example))];
}
