/** `npm run soak:leak -- LINES [SEED]`: any number of lines in constant memory. Exit code 1 when anything leaks. */
import {hunt} from './hunt.ts';

const lines = Number(process.argv[2] ?? 200_000);
const seed = Number(process.argv[3] ?? Math.floor(Math.random() * 2 ** 31));
process.stdout.write(`seed ${seed}\n`);
const start = performance.now();
let said = 0;
const found = await hunt(lines, seed, (done) => {
  if (done - said < 100_000) return;
  said = done;
  process.stdout.write(`${done} lines, ${Math.round((performance.now() - start) / 1000)} s\n`);
});
for (const leak of found.leaks) process.stdout.write(`${leak}\n`);
process.stdout.write(
  `${found.lines} lines, ${found.canaries} canaries, ${found.records} records, ${found.leaks.length} leaks, ${Math.round((performance.now() - start) / 1000)} s, seed ${seed}\n`,
);
process.exitCode = found.leaks.length > 0 ? 1 : 0;
