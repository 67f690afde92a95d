declare module 'stream-json/streamers/stream-array.js' {
  import type {Transform} from 'node:stream';
  export const streamArray: {withParserAsStream: () => Transform; asStream: () => Transform};
}
declare module 'stream-json/filters/pick.js' {
  import type {Transform} from 'node:stream';
  export const pick: {withParserAsStream: (options: {filter: RegExp}) => Transform};
}
