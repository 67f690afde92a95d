import {isObject, type JsonObject, text} from '../util/json.ts';
import type {Envelope} from './define.ts';
import {context, label, source, timed, withStack} from './facts.ts';
import {traceIdOf} from './trace.ts';

/** Both formatters: `@`-names of the compact one, long names of the first one. */
const NAMES = {
  compact: {time: '@t', level: '@l', message: '@m', template: '@mt', exception: '@x', trace: '@tr'},
  full: {
    time: 'Timestamp',
    level: 'Level',
    message: 'RenderedMessage',
    template: 'MessageTemplate',
    exception: 'Exception',
    trace: 'TraceId',
  },
} as const;
const HOLE = /\{[@$]?([A-Za-z_]\w{0,60})(?:,-?\d{1,3})?(?::[^{}]{0,40})?\}/g;

export const serilog: Envelope = {
  id: 'serilog',
  title: 'Serilog, JSON (compact and full)',
  origin: 'serilog/serilog-formatting-compact README.md; serilog/serilog src/Serilog/Formatting/Json/JsonFormatter.cs',
  shape: 'json',
  names: ['@t', 'MessageTemplate'],
  heads: true,
  language: 'dotnet',
  examples: [
    [
      '{"@t":"2026-11-23T08:46:35.1234567Z","@mt":"{Bird} landed in {Ms:0.0} ms","@l":"Error","Bird":"heron","Ms":12.5}',
      'heron landed in 12.5 ms',
    ],
    [
      '{"@t":"2026-11-23T08:46:35.1234567Z","@m":"Claude call failed","@i":"a1b2c3d4","@l":"Error","@x":"Heron.Fall: too windy\\n   at Heron.Land()"}',
      'Claude call failed\nHeron.Fall: too windy\n   at Heron.Land()',
    ],
    [
      '{"Timestamp":"2026-11-23T08:46:35.1234567+01:00","Level":"Error","MessageTemplate":"{Bird} fell","Exception":"Heron.Fall: too windy","Properties":{"Bird":"heron"}}',
      'heron fell\nHeron.Fall: too windy',
    ],
  ],
  near: [
    ['{"@t":"2026-11-23T08:46:35Z","score":12}', 'no message'],
    ['{"Timestamp":"2026-11-23T08:46:35Z","Level":"Error","Message":"landed"}', 'no template'],
  ],
  unwrap: ({json}, zone) => {
    if (json === undefined) return undefined;
    const names = json['@t'] === undefined ? NAMES.full : NAMES.compact;
    const properties = isObject(json.Properties) ? json.Properties : json;
    const template = text(json[names.template]);
    const message = text(json[names.message]) ?? (template && rendered(template, properties));
    if (message === undefined || json[names.time] === undefined) return undefined;
    return {
      text: withStack(message, json[names.exception]),
      // The values behind the holes of the message are the entry's fields.
      json: {...properties, message},
      context: context(timed(json[names.time], zone), {
        level: (text(json[names.level]) ?? 'Information').toLowerCase(),
        logger: text(properties.SourceContext),
        traceId: text(json[names.trace]) ?? traceIdOf(properties) ?? text(properties.RequestId),
        pid: label(properties.ProcessId),
      }),
      source: source({host: text(properties.MachineName)}),
    };
  },
};

/** Puts the values into the holes; what is no plain value stays a hole. */
function rendered(template: string, properties: JsonObject): string {
  return template.replace(HOLE, (hole, name: string) => {
    const value = properties[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : hole;
  });
}
