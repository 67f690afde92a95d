/** Frames of Amazon's binary event stream (application/vnd.amazon.eventstream): prelude, headers, payload, checksums. */

const textHeader = 7;
const table = Array.from({length: 256}, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

/** One event, such as a `chunk` of InvokeModelWithResponseStream. */
export const eventFrame = (type: string, payload: object): Buffer =>
  frame({':event-type': type, ':content-type': 'application/json', ':message-type': 'event'}, payload);

/** The stream ends with this: the modelled exceptions travel as frames of their own. */
export const exceptionFrame = (type: string, message: string): Buffer =>
  frame({':exception-type': type, ':content-type': 'application/json', ':message-type': 'exception'}, {message});

function frame(headers: Readonly<Record<string, string>>, payload: object): Buffer {
  const head = Buffer.concat(Object.entries(headers).map(encodeHeader));
  const body = Buffer.from(JSON.stringify(payload));
  const prelude = Buffer.alloc(8);
  prelude.writeUInt32BE(16 + head.length + body.length, 0);
  prelude.writeUInt32BE(head.length, 4);
  const start = Buffer.concat([prelude, checksum(prelude), head, body]);
  return Buffer.concat([start, checksum(start)]);
}

function encodeHeader([name, value]: readonly [string, string]): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(Buffer.byteLength(value));
  return Buffer.concat([
    Buffer.from([Buffer.byteLength(name)]),
    Buffer.from(name),
    Buffer.from([textHeader]),
    length,
    Buffer.from(value),
  ]);
}

function checksum(bytes: Buffer): Buffer {
  let value = 0xffffffff;
  for (const byte of bytes) value = (value >>> 8) ^ (table[(value ^ byte) & 0xff] as number);
  const result = Buffer.alloc(4);
  result.writeUInt32BE((value ^ 0xffffffff) >>> 0);
  return result;
}
