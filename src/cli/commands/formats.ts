import {dialects} from '../../dialects/index.ts';
import {envelopes} from '../../envelopes/index.ts';
import {EXIT} from '../messages.ts';

/** `callmill formats [--json]`: the dialects in the order they are asked, then the envelopes. */
export function formats(json: boolean): number {
  const known = {
    dialects: dialects.map(({id, title, origin, rows}) => ({
      id,
      title,
      origin,
      rows: rows.map((row) => ({id: row.id, title: row.title})),
    })),
    envelopes: envelopes.map(({id, title, origin}) => ({id, title, origin})),
  };
  process.stdout.write(json ? `${JSON.stringify(known, null, 2)}\n` : text(known));
  return EXIT.ok;
}

interface Named {
  readonly id: string;
  readonly title: string;
}

function text({
  dialects: read,
  envelopes: unwrapped,
}: {
  readonly dialects: readonly Named[];
  readonly envelopes: readonly Named[];
}): string {
  const width = Math.max(...[...read, ...unwrapped].map(({id}) => id.length));
  const list = (items: readonly Named[]): string =>
    items.map(({id, title}) => `  ${id.padEnd(width)}  ${title}\n`).join('');
  return `dialects, first that reads a frame has it\n${list(read)}\nenvelopes, taken off in any nesting\n${list(unwrapped)}`;
}
