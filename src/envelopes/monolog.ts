import {isObject, type Json, type JsonObject, own, text as textOf} from '../util/json.ts';
import type {Envelope, Unwrapped} from './define.ts';
import {context, timed} from './facts.ts';
import {traceIdOf} from './trace.ts';

export const monolog: Envelope = {
  id: 'monolog',
  title: 'monolog, JsonFormatter',
  origin: 'Seldaek/monolog src/Monolog/Formatter/JsonFormatter.php; run at 2.9.1',
  shape: 'json',
  names: ['level_name'],
  heads: true,
  language: 'php',
  examples: [
    [
      '{"message":"landed","context":{},"level":200,"level_name":"INFO","channel":"heron","datetime":"2026-11-23T08:46:35.123456+00:00","extra":{}}',
      'landed',
    ],
    [
      '{"message":"Claude call failed","context":{"exception":{"class":"Heron\\\\Fall","message":"too windy","code":0,"file":"/srv/app/Heron.php:67"}},"level":400,"level_name":"ERROR","channel":"heron","datetime":{"date":"2026-11-23 08:46:35.123456","timezone_type":3,"timezone":"UTC"},"extra":[]}',
      'Claude call failed\nHeron\\Fall: too windy',
    ],
  ],
  near: [
    ['{"message":"landed","level":"INFO","channel":"heron"}', 'no level_name'],
    ['{"level_name":"gold","score":12}', 'an application record without a message'],
  ],
  unwrap: ({json}, zone) => {
    if (typeof json?.level_name !== 'string' || typeof json.message !== 'string') return undefined;
    if (typeof json.channel !== 'string') return undefined;
    const {datetime, extra} = json;
    const more = isObject(json.context) ? json.context : {};
    const inUtc = isObject(datetime) && datetime.timezone === 'UTC';
    return {
      text: withException(json.message, own(more, 'exception')),
      json,
      context: context(timed(isObject(datetime) ? datetime.date : datetime, inUtc ? () => 0 : zone), {
        level: json.level_name.toLowerCase(),
        logger: json.channel,
        traceId: traceIdOf(more) ?? (isObject(extra) ? traceIdOf(extra) : undefined),
      }),
    } satisfies Unwrapped;
  },
};

/** The exceptions below the message, the outer one first. */
function withException(message: string, exception: Json | undefined): string {
  const parts = [message];
  let one = exception;
  for (let depth = 0; depth < 4 && isObject(one); depth++) {
    parts.push(headOf(one));
    one = own(one, 'previous');
  }
  if (typeof exception === 'string') parts.push(exception);
  return parts.filter((part) => part !== '').join('\n');
}

function headOf(exception: JsonObject): string {
  const name = textOf(own(exception, 'class'));
  const message = textOf(own(exception, 'message')) ?? '';
  return name === undefined ? message : `${name}: ${message}`;
}
