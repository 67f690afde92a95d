import {isKind, kinds} from './corpus/kinds.ts';
import {hasCode, writeCorpus} from './corpus/write.ts';

const usage = `usage: npx tsx bench/generate.ts BYTES ${Object.keys(kinds).join('|')} [SEED] > FILE`;

await main(process.argv.slice(2));

/** Figures about the corpus go to stderr, the corpus and nothing else to stdout. */
async function main([size = '', kind = '', seed = '1']: readonly string[]): Promise<void> {
  if (!/^\d+$/.test(size) || !isKind(kind) || !/^\d+$/.test(seed)) {
    process.stderr.write(`${usage}\n`);
    process.exitCode = 2;
    return;
  }
  try {
    const {bytes, lines, longest} = await writeCorpus(process.stdout.fd, Number(size), kind, Number(seed));
    const mean = Math.round(bytes / lines);
    process.stderr.write(`${kind}: ${bytes} bytes, ${lines} lines, mean ${mean}, longest ${longest}\n`);
  } catch (error) {
    // The reader had enough (`| head`).
    if (!hasCode(error, 'EPIPE')) throw error;
  }
}
