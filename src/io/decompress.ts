/** gzip says so in its first two bytes (RFC 1952); names do not count. */
export const isGzip = (head: Buffer): boolean => head.length >= 2 && head[0] === 0x1f && head[1] === 0x8b;

/** The bytes of all members. What could be read before an error is given first; then it throws. */
export async function* decompress(chunks: Iterable<Buffer> | AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  // Loaded only here: both are a part of every start otherwise.
  const {Readable} = process.getBuiltinModule('node:stream');
  const {createGunzip} = process.getBuiltinModule('node:zlib');
  yield* Readable.from(chunks, {objectMode: false}).pipe(createGunzip());
}
