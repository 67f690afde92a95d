import {isObject, type JsonObject, own, text} from '../util/json.ts';
import type {Envelope} from './define.ts';
import {context, label, timed, withStack} from './facts.ts';
import {traceIdOf} from './trace.ts';

export const loguruJson: Envelope = {
  id: 'loguru-json',
  title: 'loguru, serialize=True',
  origin: 'Delgan/loguru loguru/_handler.py; run at 0.7.3',
  shape: 'json',
  names: ['record'],
  heads: true,
  language: 'python',
  examples: [
    [
      '{"text":"2026-11-24 16:30:33.039 | INFO     | httpx._client:send:1079 - HTTP Request: POST\\n","record":{"exception":null,"extra":{},"level":{"icon":"i","name":"INFO","no":20},"message":"HTTP Request: POST","name":"httpx._client","process":{"id":3068,"name":"MainProcess"},"thread":{"id":1405,"name":"MainThread"},"time":{"repr":"2026-11-24 16:30:33.039144+00:00","timestamp":1795537833.039144}}}',
      'HTTP Request: POST',
    ],
    [
      '{"text":"2026-11-24 16:30:33.194 | ERROR    | nest:land:35 - call failed\\nTraceback (most recent call last):\\n\\nanthropic.InternalServerError: Error code: 529\\n","record":{"exception":{"type":"InternalServerError","value":"Error code: 529","traceback":true},"extra":{"trace_id":"4bf9"},"level":{"name":"ERROR","no":40},"message":"call failed","name":"nest","time":{"timestamp":1795537833.194}}}',
      'call failed\nTraceback (most recent call last):\n\nanthropic.InternalServerError: Error code: 529',
    ],
  ],
  near: [
    ['{"record":{"message":"call failed"},"text":"call failed"}', 'no level: somebody else’s record'],
    ['{"record":"2026-11","level":"error","text":"call failed"}', 'the record is no object'],
  ],
  unwrap: ({json}, zone) => {
    const record = json?.record;
    if (!isObject(record) || !isObject(record.level) || !isObject(record.time)) return undefined;
    const level = text(record.level.name);
    if (typeof record.message !== 'string' || level === undefined) return undefined;
    const extra = isObject(record.extra) ? record.extra : {};
    return {
      text: withStack(record.message, stackOf(record, text(json?.text))),
      json: extra,
      context: context(timed(record.time.timestamp, zone), {
        level: level.toLowerCase(),
        logger: text(record.name),
        traceId: traceIdOf(extra),
        pid: idOf(record, 'process'),
        thread: idOf(record, 'thread'),
      }),
    };
  },
};

/** The stack stands in the formatted text only, behind the message. */
function stackOf({exception, message}: JsonObject, formatted: string | undefined): string | undefined {
  if (!isObject(exception)) return undefined;
  const at = formatted?.indexOf(message as string) ?? -1;
  const stack = at < 0 ? undefined : text(formatted?.slice(at + (message as string).length).trim());
  return stack ?? `${text(exception.type) ?? ''}: ${text(exception.value) ?? ''}`;
}

function idOf(record: JsonObject, name: string): string | undefined {
  const unit = own(record, name);
  return isObject(unit) ? label(own(unit, 'id')) : undefined;
}
