import {createHash} from 'node:crypto';
import {closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import type {Kind} from '../corpus/kinds.ts';
import {writeCorpus} from '../corpus/write.ts';
import {bench} from './contenders.ts';

const cache = join(bench, '.cache');
const sources = join(bench, 'corpus');

/** The file with this corpus, written now unless an earlier run has. A changed generator starts the cache anew. */
export async function corpusFile(kind: Kind, bytes: number, seed: number): Promise<string> {
  const folder = join(cache, generatorVersion());
  for (const other of existsSync(cache) ? readdirSync(cache) : []) {
    if (join(cache, other) !== folder) rmSync(join(cache, other), {recursive: true});
  }
  mkdirSync(folder, {recursive: true});
  const file = join(folder, `${kind}-${bytes}-${seed}.log`);
  if (!existsSync(file)) await writeWhole(file, (descriptor) => writeCorpus(descriptor, bytes, kind, seed));
  return file;
}

function generatorVersion(): string {
  const hash = createHash('sha256');
  for (const file of readdirSync(sources).sort()) hash.update(readFileSync(join(sources, file)));
  return hash.digest('hex').slice(0, 12);
}

/** Renamed when complete: an interrupted run must not leave half a corpus behind under the name of a whole one. */
async function writeWhole(file: string, write: (descriptor: number) => Promise<unknown>): Promise<void> {
  const unfinished = `${file}.unfinished`;
  const descriptor = openSync(unfinished, 'w');
  await write(descriptor);
  closeSync(descriptor);
  renameSync(unfinished, file);
}
