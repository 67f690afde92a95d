import {dialects} from '../../src/dialects/index.ts';
import {envelopes} from '../../src/envelopes/index.ts';
import {BANNER, code, table} from './markdown.ts';

/** docs/dialects.md: what is recognised, and where each format is defined. */
export function dialectsPage(): string {
  const sections = dialects.map(({id, title, origin, rows, keywords}) =>
    [
      `## ${id}\n\n${title}. Source: ${origin}.`,
      `Keywords: ${keywords.map(code).join(', ')}.`,
      rows.length > 0
        ? table(
            ['line', 'what'],
            rows.map((row) => [code(row.id), row.title]),
          )
        : '',
    ]
      .filter(Boolean)
      .join('\n\n'),
  );
  const list = table(
    ['envelope', 'what', 'defined in'],
    envelopes.map(({id, title, origin}) => [code(id), title, origin]),
  );
  return `${BANNER}\n\n# Dialects and envelopes\n\nDialects are asked in this order; the first whose line it is has it. Envelopes are taken off first, in any nesting.\n\n${sections.join('\n\n')}\n\n## Envelopes\n\n${list}\n`;
}
