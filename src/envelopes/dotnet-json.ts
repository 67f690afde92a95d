import {isObject, type JsonObject, text} from '../util/json.ts';
import type {Envelope} from './define.ts';
import {context, timed, withStack} from './facts.ts';
import {traceIdOf} from './trace.ts';

export const dotnetJson: Envelope = {
  id: 'dotnet-json',
  title: "The console of .NET's logging, JSON",
  origin: 'dotnet/runtime src/libraries/Microsoft.Extensions.Logging.Console/src/JsonConsoleFormatter.cs',
  shape: 'json',
  names: ['LogLevel'],
  heads: true,
  language: 'dotnet',
  examples: [
    [
      '{"EventId":0,"LogLevel":"Error","Category":"Heron.Api","Message":"Claude call failed","Exception":"Heron.Fall: too windy\\n   at Heron.Land()","State":{"Message":"Claude call failed","{OriginalFormat}":"Claude call failed"}}',
      'Claude call failed\nHeron.Fall: too windy\n   at Heron.Land()',
    ],
    [
      '{"Timestamp":"2026-11-23T08:46:35.123Z","EventId":100,"LogLevel":"Information","Category":"Heron.Api","Message":"landed","Scopes":[{"Message":"SpanId:00f0, TraceId:4bf92f3577b34da6a3ce929d0e0e4736","TraceId":"4bf92f3577b34da6a3ce929d0e0e4736"}]}',
      'landed',
    ],
  ],
  near: [
    ['{"LogLevel":"Error","Message":"landed"}', 'no category'],
    ['{"Level":"Error","Category":"birds","Message":"landed"}', 'another name of the level'],
  ],
  unwrap: ({json}, zone) => {
    if (typeof json?.LogLevel !== 'string' || typeof json.Category !== 'string') return undefined;
    if (json.Message !== undefined && typeof json.Message !== 'string') return undefined;
    const state = isObject(json.State) ? json.State : {};
    return {
      text: withStack(text(json.Message), exceptionOf(json)),
      json: {...state, message: text(json.Message) ?? ''},
      context: context(timed(json.Timestamp, zone), {
        level: json.LogLevel.toLowerCase(),
        logger: json.Category,
        traceId: traceIdOf(state) ?? traceIdOfScopes(json),
      }),
    };
  },
};

/** .NET 5 printed an object, later versions the text. */
function exceptionOf({Exception}: JsonObject): string | undefined {
  if (!isObject(Exception)) return text(Exception);
  const [type, message] = [text(Exception.Type), text(Exception.Message)];
  return type === undefined ? message : `${type}: ${message ?? ''}`;
}

const MAX_SCOPES = 16;

function traceIdOfScopes({Scopes}: JsonObject): string | undefined {
  if (!Array.isArray(Scopes)) return undefined;
  for (const scope of Scopes.slice(0, MAX_SCOPES) as unknown[]) {
    const found = isObject(scope) ? (text(scope.TraceId) ?? traceIdOf(scope)) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}
