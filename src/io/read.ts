import {closeSync, createReadStream, fstatSync, openSync, readSync, type Stats, statSync} from 'node:fs';
import {devNull} from 'node:os';
import type {Readable} from 'node:stream';
import {decompress, isGzip} from './decompress.ts';
import {documentOf, elementsOf} from './documents.ts';
import type {Filter} from './filter.ts';
import {createHeapKeeper} from './heap.ts';
import {SideFileError} from './side-file.ts';
import {stopOnSignal} from './signals.ts';

export interface ReadOptions {
  readonly filter: Filter<string>;
  /** How long a quiet live pipe is waited for before open entries are closed, ms. */
  readonly joinTimeoutMs: number;
  /** Takes the text of what is complete; false ends the run. */
  readonly emit: (text: string) => Promise<boolean> | boolean;
  readonly onUnreadable: (file: string, error: unknown) => void;
}

/** 256 KiB reads gain 3 % and cost twice the memory (V8's large-object space). */
const CHUNK = 64 * 1024;
const STDIN = 0;

/** Reads every input in order. `output`: the output was lost on the way. */
export async function readInputs(files: readonly string[], options: ReadOptions): Promise<'done' | 'output'> {
  const {filter, emit, onUnreadable} = options;
  for (const file of files.length > 0 ? files : ['-']) {
    try {
      const open = file === '-' ? await readStdin(options) : await readFile(file, options);
      if (!open) return 'output';
    } catch (error) {
      if (error instanceof SideFileError) throw error;
      onUnreadable(file, error);
    }
  }
  return (await emit(filter.end())) ? 'done' : 'output';
}

/** Whether somebody sits in front of an empty prompt. Only a device can be a terminal, and node:tty takes 3 ms to load. */
export const isTerminal = (): boolean =>
  statOfStdin()?.isCharacterDevice() === true && !isNull() && process.getBuiltinModule('node:tty').isatty(STDIN);

async function readFile(file: string, options: ReadOptions): Promise<boolean> {
  const fd = openSync(file, 'r');
  try {
    return await readDescriptor(fd, file, options);
  } finally {
    closeSync(fd);
  }
}

/** A redirected file is read like a named one; a pipe is read as it comes. */
async function readStdin(options: ReadOptions): Promise<boolean> {
  options.filter.begin();
  if (statOfStdin()?.isFile() || isNull()) return readDescriptor(STDIN, undefined, options);
  return readLive(process.stdin, options);
}

function statOfStdin(): Stats | undefined {
  try {
    return fstatSync(STDIN);
  } catch {
    return undefined;
  }
}

/** The null device never waits: it is read like an empty file, without a stream. */
function isNull(): boolean {
  const stat = statOfStdin();
  try {
    return stat?.isCharacterDevice() === true && statSync(devNull).rdev === stat.rdev;
  } catch {
    return false;
  }
}

async function readDescriptor(fd: number, file: string | undefined, options: ReadOptions): Promise<boolean> {
  const {filter, emit} = options;
  filter.begin(file);
  const buffer = Buffer.allocUnsafe(CHUNK);
  const length = readSync(fd, buffer, 0, CHUNK, null);
  const head = buffer.subarray(0, length);
  if (isGzip(head)) return readStream(decompress(chunksOf(fd, head)), options);
  const document = file === undefined ? undefined : documentOf(head);
  if (file !== undefined && document) return readDocument(file, document, options);
  const keepHeapSmall = createHeapKeeper();
  for (let read = length; read > 0; read = readSync(fd, buffer, 0, CHUNK, null)) {
    keepHeapSmall();
    const text = filter.write(buffer.subarray(0, read));
    if (text !== '' && !(await emit(text))) return false;
  }
  return emit(filter.finish());
}

function* chunksOf(fd: number, head: Buffer): Generator<Buffer> {
  yield Buffer.from(head);
  for (;;) {
    const buffer = Buffer.allocUnsafe(CHUNK);
    const read = readSync(fd, buffer, 0, CHUNK, null);
    if (read === 0) return;
    yield buffer.subarray(0, read);
  }
}

async function readStream(stream: AsyncIterable<Buffer>, {filter, emit}: ReadOptions): Promise<boolean> {
  const keepHeapSmall = createHeapKeeper();
  for await (const chunk of stream) {
    keepHeapSmall();
    const text = filter.write(chunk);
    if (text !== '' && !(await emit(text))) return false;
  }
  return emit(filter.finish());
}

/** One list of records: its elements are the lines. */
async function readDocument(file: string, kind: 'list' | 'named', {filter, emit}: ReadOptions): Promise<boolean> {
  let number = 0;
  for await (const element of elementsOf(createReadStream(file), kind)) {
    number++;
    const text = filter.line({text: JSON.stringify(element), file, number});
    if (text !== '' && !(await emit(text))) return false;
  }
  return true;
}

/** Records leave before the next chunk is read; a timer closes what a quiet pipe leaves open. */
async function readLive(stdin: Readable, options: ReadOptions): Promise<boolean> {
  const {filter, emit} = options;
  let open = true;
  const timer = setInterval(async () => {
    const text = filter.idle();
    if (text !== '' && open) open = await emit(text);
  }, options.joinTimeoutMs);
  timer.unref();
  const stop = stopOnSignal(stdin);
  const keepHeapSmall = createHeapKeeper();
  try {
    for await (const chunk of unpacked(stdin)) {
      keepHeapSmall();
      const text = filter.write(chunk);
      timer.refresh();
      if (text !== '') open = await emit(text);
      if (!open) return false;
    }
  } catch (error) {
    if (!stop.signalled()) throw error;
  } finally {
    clearInterval(timer);
    stop.forget();
  }
  return emit(filter.finish());
}

/** A compressed pipe says so in its first bytes. */
async function* unpacked(stdin: Readable): AsyncGenerator<Buffer> {
  const chunks = stdin[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  const first = await chunks.next();
  if (first.done) return;
  const all = startingWith(first.value, chunks);
  yield* isGzip(first.value) ? decompress(all) : all;
}

async function* startingWith(first: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}
