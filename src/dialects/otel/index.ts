import type {Evidence} from '../../calls/evidence.ts';
import type {Frame} from '../../framing/frame.ts';
import {isObject, type JsonObject} from '../../util/json.ts';
import {readInspect} from '../../util/literals/index.ts';
import {defineDialect} from '../define.ts';
import {spanOfConsole} from './console.ts';
import {evidenceOf} from './evidence.ts';
import {spansOfOtlp} from './otlp.ts';

/** Spans and log records about a call to Claude, in whichever form an exporter printed them. */
export default defineDialect({
  id: 'otel',
  title: 'OpenTelemetry: spans and events with gen_ai, OpenInference or claude_code attributes',
  origin:
    'opentelemetry-sdk 1.45.2 for Python and 2.12.1 for JavaScript with anthropic 2.13.0, @anthropic-ai/sdk 1.13.0, opentelemetry-instrumentation-anthropic ' +
    '0.40.14 and 0.62.4, openinference-instrumentation-anthropic 3.1.0, opentelemetry-exporter-otlp-json-file 0.66b1 and @anthropic-ai/claude-code 2.1.331, all run; ' +
    'open-telemetry/opentelemetry-go exporters/stdout/stdouttrace, open-telemetry/semantic-conventions docs/gen-ai',
  keywords: ['gen_ai.', 'claude_code.', 'llm.provider', 'llm.model_name'],
  rows: [
    {
      id: 'otel.otlp',
      title: 'a line of OTLP JSON: a batch of spans or log records',
      names: ['resourceSpans', 'resourceLogs'],
      read: readBatch,
    },
    {
      id: 'otel.json',
      title: 'a span or a log record as JSON, by the console exporters of Python and Go',
      names: ['attributes', 'Attributes'],
      read: readJson,
    },
    {
      id: 'otel.inspect',
      title: "a span or a log record, by JavaScript's console exporters",
      marks: ['gen_ai.', 'claude_code.', 'llm.provider', 'llm.model_name'],
      read: readPrinted,
    },
  ],
});

function readBatch({json}: Frame): readonly Evidence[] | undefined {
  return json === undefined ? undefined : spansOfOtlp(json).flatMap((span) => evidenceOf(span) ?? []);
}

function readJson(frame: Frame): readonly Evidence[] | undefined {
  return frame.json === undefined ? undefined : ofObject(frame.json, frame);
}

function readPrinted(frame: Frame): readonly Evidence[] | undefined {
  if (frame.json !== undefined || !/^\s*\{\s/.test(frame.text)) return undefined;
  const value = readInspect(frame.text)?.value;
  return isObject(value) ? ofObject(value, frame) : undefined;
}

/** A span of these conventions is no line of an application: what it does not say nobody may read into it. */
function ofObject(json: JsonObject, frame: Frame): readonly Evidence[] | undefined {
  const span = spanOfConsole(json, frame.zone);
  const evidence = span && evidenceOf(span);
  if (evidence !== undefined) return [evidence];
  return span && (span.name.startsWith('claude_code.') || Object.keys(span.attributes).some(isOfConvention))
    ? []
    : undefined;
}

const isOfConvention = (name: string): boolean => /^(?:gen_ai|llm|openinference)\./.test(name);
