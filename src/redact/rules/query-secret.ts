import type {RedactionRule} from '../rule.ts';
import {marked} from './canary.ts';
import {UNMASKED} from './shapes.ts';

/** `key` and `token` count as secret here and not in free text: in a URL they have no other common meaning. */
export const querySecret: RedactionRule = {
  id: 'query-secret',
  title: 'Secret values in the query of a URL',
  catches: () => [
    `GET /v1beta/models/gemini:generateContent?key=${marked('', 39)} 400`,
    `https://h/p?x=1&access_token=${marked('', 20)}&y=2`,
    `/blob?sv=2024&sig=${marked('', 40)}%3D`,
    `wss://h/?token=${marked('', 12)}#frag`,
  ],
  spares: () => [
    ['/v1/messages?beta=true', 'no secret name'],
    ['/list?key=***&page=2', 'starred by whoever logged it'],
    ['/list?page_token_size=100000', 'another name'],
    ['?key=[REDACTED:query-secret]&alt=sse', 'done already'],
  ],
  pattern: new RegExp(
    String.raw`[?&;](?:(?:x[-_])?(?:goog[-_])?(?:api[-_]?|access[-_]?|subscription[-_]?|auth[-_]?)?key|(?:[a-z]{2,12}[-_]?)?token|sig|signature|auth|authorization|(?:client[-_]?)?secret|pass(?:word|wd)?|pwd|code_verifier|jwt|sid)=${UNMASKED}(?<secret>[^\s&#"'<>\\,;()[\]{}]{6,})`,
    'i',
  ),
};
