import {availableParallelism, cpus, loadavg, totalmem} from 'node:os';

/** What one scenario found. */
export interface Section {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What to keep in mind when reading the table. */
  readonly notes: readonly string[];
}

export interface Setting {
  /** As one would type it again. */
  readonly command: string;
  readonly loadBefore: number;
}

const caveats = [
  'Quote ratios, not seconds: they are taken round by round from runs in turn, shown as median (least–most).',
  'CPU is user + sys of the whole process, start-up included, read from the kernel in ticks of 10 ms.',
  'F does no work at all: it parses and prints every JSON line again. What beats it does so by not parsing everything.',
  'The peers do one task on flat JSON. Callmill also looks for secrets in every value that leaves and reads other formats.',
  'jq has no sha256, so it does less. Compiled parsers (Perl with JSON::XS, Python with orjson) come much closer than these.',
];

/** No host name and no path gets in: the file is published. */
export function render(sections: readonly Section[], {command, loadBefore}: Setting): string {
  const memory = Math.round(totalmem() / 2 ** 30);
  const machine = [
    `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${memory} GiB, ${process.platform}`,
    `Node ${process.version}, load ${loadBefore.toFixed(1)} before and ${load().toFixed(1)} after`,
  ].join('; ');
  const parts = [
    '# Results',
    `${new Date().toISOString().slice(0, 10)}, by \`${command}\`. ${machine}.`,
    caveats.map((caveat) => `- ${caveat}`).join('\n'),
    ...sections.map(renderSection),
  ];
  return `${parts.join('\n\n')}\n`;
}

export function load(): number {
  return loadavg()[0] ?? 0;
}

function renderSection({title, head, rows, notes}: Section): string {
  const table = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  return [`## ${title}`, table, notes.join(' ')].filter((part) => part !== '').join('\n\n');
}
