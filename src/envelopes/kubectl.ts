import type {Envelope} from './define.ts';
import {context, source, timedText} from './facts.ts';

/** kubectl logs --prefix. */
const PREFIX = /^\[pod\/([a-z\d][a-z\d.-]{0,252})\/([a-z\d][a-z\d-]{0,62})\] ?/;
/** The letters that Kubernetes makes names of: no vowels, nothing that looks like another. */
const SAFE = '[bcdfghjklmnpqrstvwxz2456789]';
/** stern, without colours: only a name that a controller has made tells a pod from a word, and an entry begins behind it. */
const STERN = new RegExp(
  `^(?:([a-z\\d][a-z\\d-]{0,62}) )?([a-z\\d](?:[a-z\\d.-]{0,200})-(?:${SAFE}|[\\da-f]){8,10}-${SAFE}{5}) ([a-z\\d][a-z\\d-]{0,62}) (?=[\\s{[<("\\dA-Z\\x1b]|[\\w.]{1,128}(?:Error|Exception)\\b|$)`,
);
/** stern and kubetail, with colours: the pod in one, the container in another. */
const COLOURED =
  /^(?:\x1b\[[\d;]{1,12}m([a-z\d][a-z\d-]{0,62})\x1b\[0?m )?\x1b\[[\d;]{1,12}m([a-z\d][a-z\d.-]{0,252})\x1b\[0?m \x1b\[[\d;]{1,12}m([a-z\d][a-z\d-]{0,62})\x1b\[0?m /;
/** --timestamps of both. */
const STAMP = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}(?:Z|[+-]\d\d:\d\d)) /;

export const kubectl: Envelope = {
  id: 'kubectl',
  title: 'kubectl logs --prefix, stern',
  origin: 'kubernetes/kubectl pkg/cmd/logs/logs.go; stern/stern stern/tail.go, cmd/cmd.go',
  shape: 'text',
  opens: '[a-z0-9\\x1b',
  examples: [
    ['[pod/heron-0/api] Error code: 529', 'Error code: 529'],
    ['[pod/heron-7d9f8b6c5-x2vqp/api] 2026-11-23T08:46:35.123456789Z {"level":50}', '{"level":50}'],
    ['heron-7d9f8b6c5-x2vqp api Error code: 529', 'Error code: 529'],
    ['heron-7d9f8b6c5-x2vqp api anthropic.APIStatusError: 529', 'anthropic.APIStatusError: 529'],
    ['marsh heron-7d9f8b6c5-x2vqp api {"level":50}', '{"level":50}'],
    ['\x1b[38;5;2mheron-0\x1b[0m \x1b[38;5;3mapi\x1b[0m Error code: 529', 'Error code: 529'],
  ],
  near: [
    ['[pod/heron-0] landed', 'no container'],
    ['pod heron-7d9f8b6c5-x2vqp failed to start', 'prose: no entry begins behind the third word'],
    ['heron-0 api landed', 'words: a name with a counter may be anything'],
    ['[podium/heron-0/api] landed', 'another word'],
  ],
  unwrap: ({text}, zone) => {
    const prefixed = PREFIX.exec(text);
    const found = prefixed ?? STERN.exec(text) ?? COLOURED.exec(text);
    if (!found) return undefined;
    const [namespace, pod, container] = prefixed ? [undefined, prefixed[1], prefixed[2]] : found.slice(1);
    const rest = text.slice(found[0].length);
    const stamp = STAMP.exec(rest);
    return {
      text: stamp ? rest.slice(stamp[0].length) : rest,
      context: stamp ? context(timedText(stamp[1]!, zone)) : {},
      source: source({namespace, pod, container}),
    };
  },
};
