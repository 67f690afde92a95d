import {isObject, text} from '../util/json.ts';
import type {Envelope} from './define.ts';
import {context, source, timed} from './facts.ts';

export const docker: Envelope = {
  id: 'docker',
  title: 'Docker json-file log',
  origin: 'moby/moby daemon/logger/jsonfilelog; https://docs.docker.com/engine/logging/drivers/json-file/',
  shape: 'json',
  names: ['log'],
  inside: (line) => (line.startsWith('{"log":"') ? '{"log":"'.length : 0),
  examples: [
    [
      '{"log":"Retrying request to /v1/messages in 0.437589 seconds\\n","stream":"stderr","time":"2026-11-23T08:46:35.123456789Z"}',
      'Retrying request to /v1/messages in 0.437589 seconds',
    ],
    [
      '{"log":"the first 16 KiB of a long line","stream":"stdout","attrs":{"tag":"heron"},"time":"2026-11-23T08:46:36.5Z"}',
      'the first 16 KiB of a long line',
    ],
  ],
  near: [
    [
      '{"log":"tide table","time":"2026-11-23T08:46:35Z"}',
      'no stream: an application field that happens to be called log',
    ],
    [
      '{"log":"call failed","stream":true,"time":"2026-11-23T08:46:35Z"}',
      'stream is the request parameter, not a standard stream',
    ],
  ],
  unwrap: ({json}, zone) => {
    if (typeof json?.log !== 'string' || typeof json.time !== 'string') return undefined;
    if (json.stream !== 'stdout' && json.stream !== 'stderr') return undefined;
    if (json.date !== undefined || json.tag !== undefined || json.kubernetes !== undefined) return undefined;
    const ended = json.log.endsWith('\n');
    return {
      text: ended ? json.log.slice(0, json.log.endsWith('\r\n') ? -2 : -1) : json.log,
      context: context(timed(json.time, zone)),
      source: source({stream: json.stream, tag: isObject(json.attrs) ? text(json.attrs.tag) : undefined}),
      // The driver cuts at 16 KiB and marks it by nothing but the missing line end.
      part: ended ? 'last' : 'more',
    };
  },
};
