import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {classify} from '../src/calls/error-type.ts';
import {ERROR_TYPES, LIARS, OFFICIAL_TYPES, TYPE_OF_CLASS, TYPE_RULES} from '../src/spec/error-types.ts';
import type {CallRecord} from '../src/spec/types.ts';
import {run} from './support/run.ts';

type Wanted = Partial<Record<keyof CallRecord, unknown>>;

/** One row for each rule and for each conflict between two: what came in, and what of the record must stand. */
interface Conflict {
  readonly rule: string;
  readonly lines: readonly string[];
  readonly record: Wanted;
}

const OWN = 'req_011CHeronMarshReedTzReczz1';
const OWN_2 = 'req_011CHeronMarshReedTzReczz2';
const RELAY = '202603020951011873311426YpMVAOTe';
const URL_ = 'https://api.anthropic.com/v1/messages';
const app = (more: object): string => JSON.stringify({timestamp: 1772445060000, model: 'claude-sonnet-4-5', ...more});
const body = (type: string, message: string, id?: string): string =>
  JSON.stringify({type: 'error', error: {type, message}, ...(id !== undefined && {request_id: id})});
const printed = (status: number, text: string): string => `anthropic.APIStatusError: Error code: ${status} - ${text}`;

const CONFLICTS: readonly Conflict[] = [
  // request_id
  {
    rule: 'a header of the own shape beats the body',
    lines: [
      app({
        status: 429,
        response_headers: {'request-id': OWN},
        err: JSON.parse(body('rate_limit_error', 'slow', OWN_2)),
      }),
    ],
    record: {request_id: OWN},
  },
  {
    rule: 'an own id in the body beats a relay id in a header, which is kept beside it',
    lines: [
      app({
        status: 429,
        response_headers: {'x-request-id': 'marsh-7261'},
        err: JSON.parse(body('rate_limit_error', 'slow', OWN)),
      }),
    ],
    record: {request_id: OWN, relay_request_id: 'marsh-7261'},
  },
  {
    rule: 'the innermost body beats the outer one at equal rank',
    lines: [
      printed(
        500,
        JSON.stringify({
          error: {type: 'new_api_error', message: body('overloaded_error', 'Overloaded', OWN)},
          request_id: OWN_2,
        }),
      ),
    ],
    record: {request_id: OWN, error_type: 'overloaded_error', error_message: 'Overloaded'},
  },
  {
    rule: 'of stacked suffixes the last is the relay that was called',
    lines: [
      printed(
        500,
        JSON.stringify({
          type: 'error',
          error: {
            type: 'new_api_error',
            message:
              'no channel (request id: 2026030201001234567aaaaaaaa) (request id: 20260302095101873311426bbbbbbb)',
          },
        }),
      ),
    ],
    record: {request_id: '20260302095101873311426bbbbbbb', error_message: 'no channel'},
  },
  {
    rule: 'a forged id is an id of the relay, and never beats a real one',
    lines: [
      printed(
        500,
        JSON.stringify({
          type: 'error',
          error: {type: 'api_error', message: body('overloaded_error', 'Overloaded', OWN)},
          request_id: 'req_1778251649280_7b33b813',
        }),
      ),
    ],
    record: {request_id: OWN, relay_request_id: 'req_1778251649280_7b33b813'},
  },
  {
    rule: 'a forged id alone is kept as it stands',
    lines: [
      printed(
        500,
        JSON.stringify({
          type: 'error',
          error: {type: 'api_error', message: 'x'},
          request_id: 'req_1778251649280_7b33b813',
        }),
      ),
    ],
    record: {request_id: 'req_1778251649280_7b33b813'},
  },
  {
    rule: 'a stated "unknown" is none',
    lines: [app({status: 500, error_type: 'api_error', request_id: 'unknown', endpoint: URL_})],
    record: {request_id: 'unknown'},
  },
  {
    rule: 'the id of the last try is taken, the others stand in the log',
    lines: [
      `[ERR] 2026/03/02 - 09:51:01 | ${RELAY} | channel error (channel #7, status code: 529): ${body('overloaded_error', 'Overloaded', OWN)} `,
      `[ERR] 2026/03/02 - 09:51:01 | ${RELAY} | channel error (channel #9, status code: 429): ${body('rate_limit_error', 'slow', OWN_2)} `,
      `[GIN] 2026/03/02 - 09:51:01 | ${RELAY} | 429 |  1.234567891s |    203.0.113.9 |    POST /v1/messages`,
    ],
    record: {request_id: OWN_2, relay_request_id: RELAY, error_type: 'rate_limit_error', retry_count: 1},
  },
  // http_status_code
  {
    rule: 'the wire status stays, the status further up stands beside it',
    lines: [
      `[ERR] 2026/03/02 - 09:51:01 | ${RELAY} | channel error (channel #7, status code: 529): Overloaded `,
      `[GIN] 2026/03/02 - 09:51:01 | ${RELAY} | 503 |  1.234567891s |    203.0.113.9 |    POST /v1/messages`,
    ],
    record: {http_status_code: 503, upstream_status_code: 529},
  },
  {
    rule: 'a status in a code of digits is taken when nothing else states one',
    lines: [
      '{"error":{"message":"Anthropic messages provider config not found for model: claude-x","type":"None","param":"None","code":"500"}}',
    ],
    record: {http_status_code: 500},
  },
  {
    rule: 'the status that one-api puts into param is the one further up',
    lines: [
      printed(
        503,
        '{"error":{"message":"bad response status code 529","type":"upstream_error","param":"529","code":"bad_response_status_code"},"type":"error"}',
      ),
    ],
    record: {
      http_status_code: 503,
      upstream_status_code: 529,
      error_type: 'unknown_error_type',
      error_type_original: 'upstream_error',
      error_code: 'bad_response_status_code',
    },
  },
  {
    rule: 'a class makes no status',
    lines: ['litellm.exceptions.RateLimitError: litellm.RateLimitError: AnthropicException - slow down'],
    record: {http_status_code: null, error_type: 'rate_limit_error', assumed: ['error_type', 'timestamp']},
  },
  {
    rule: 'status 900 is none',
    lines: [app({status: 900, error_type: 'api_error', error_message: 'x', endpoint: URL_})],
    record: {http_status_code: null, error_type: 'api_error'},
  },
  {
    rule: 'an error in a good answer keeps its 200',
    lines: [app({status: 200, response: JSON.parse(body('overloaded_error', 'Overloaded', OWN))})],
    record: {http_status_code: 200, error_type: 'overloaded_error', request_id: OWN},
  },
  // error_type
  {
    rule: 'JSON in a text in JSON in a text, three deep',
    lines: [
      printed(
        500,
        JSON.stringify({
          error: {
            type: 'rix_api_error',
            message: JSON.stringify({
              error: {
                type: 'upstream_error',
                message: `litellm.InternalServerError: AnthropicException - ${body('overloaded_error', 'Overloaded', OWN)}`,
              },
            }),
          },
        }),
      ),
    ],
    record: {error_type: 'overloaded_error', error_message: 'Overloaded', request_id: OWN},
  },
  ...(['<nil>', 'None', '429'] as const).map((type) => ({
    rule: `a printed ${type} is no type, and stays as it was printed`,
    lines: [printed(500, JSON.stringify({type: 'error', error: {type, message: 'no channel left'}}))],
    record: {error_type: 'unknown_error_type', error_type_original: type},
  })),
  {
    rule: 'an empty type is no type',
    lines: [printed(500, JSON.stringify({type: 'error', error: {type: '', message: 'no channel left'}}))],
    record: {error_type: 'unknown_error_type', error_type_original: undefined, error_message: 'no channel left'},
  },
  {
    rule: 'the true type inside beats a printed <nil>',
    lines: [
      `API Error: 400 ${JSON.stringify({type: 'error', error: {type: '<nil>', message: body('invalid_request_error', 'messages: must not be empty', OWN)}})}`,
    ],
    record: {
      http_status_code: 400,
      error_type: 'invalid_request_error',
      error_type_original: undefined,
      request_id: OWN,
      error_param: 'messages',
    },
  },
  {
    rule: 'an official type as the code beside a white label',
    lines: [
      printed(
        529,
        JSON.stringify({
          type: 'error',
          error: {type: 'shell_api_error', code: 'overloaded_error', message: 'Overloaded'},
        }),
      ),
    ],
    record: {error_type: 'overloaded_error', error_type_original: 'shell_api_error'},
  },
  {
    rule: 'a white label that nobody has heard of',
    lines: [printed(500, JSON.stringify({type: 'error', error: {type: 'heron_api_error', message: 'x'}}))],
    record: {error_type: 'unknown_error_type', error_type_original: 'heron_api_error'},
  },
  {
    rule: "a relay's empty wallet is no billing_error",
    lines: [
      printed(
        403,
        JSON.stringify({type: 'error', error: {type: 'new_api_error', code: 'insufficient_user_quota', message: 'x'}}),
      ),
    ],
    record: {
      error_type: 'unknown_error_type',
      error_type_original: 'new_api_error',
      error_code: 'insufficient_user_quota',
    },
  },
  {
    rule: 'a liar: a limit of the gateway under an official name',
    lines: [
      printed(
        429,
        JSON.stringify({
          type: 'error',
          error: {type: 'invalid_request_error', message: 'Too many requests: 60 in a minute'},
        }),
      ),
    ],
    record: {error_type: 'unknown_error_type', error_type_original: 'invalid_request_error'},
  },
  {
    rule: 'a liar that is kept: overloaded with 429',
    lines: [printed(429, body('overloaded_error', 'Overloaded'))],
    record: {http_status_code: 429, error_type: 'overloaded_error', error_type_original: undefined},
  },
  {
    rule: "LiteLLM's fixed text for a 529",
    lines: [
      printed(
        500,
        JSON.stringify({
          error: {
            message:
              'litellm.InternalServerError: AnthropicException - Overloaded. Handle with `litellm.InternalServerError`.',
            type: 'internal_server_error',
            code: '500',
          },
          type: 'error',
        }),
      ),
    ],
    record: {error_type: 'overloaded_error', error_type_original: 'internal_server_error', error_message: 'Overloaded'},
  },
  {
    rule: 'the word alone is no type',
    lines: [printed(500, body('api_error', 'Overloaded'))],
    record: {error_type: 'api_error'},
  },
  {
    rule: 'a masked path is kept as it stands',
    lines: [printed(400, body('invalid_request_error', '***.***.***.signature: Field required'))],
    record: {error_message: '***.***.***.signature: Field required', error_param: undefined},
  },
  {
    rule: 'a relay without a type on a host of its own: nothing is inferred',
    lines: [app({status: 429, endpoint: 'https://relay.example/v1/messages'})],
    record: {error_type: 'unknown_error_type', error_type_original: undefined},
  },
  // retries
  {
    rule: "the client's tries and the relay's are never added",
    lines: [
      app({
        status: 529,
        retry_count: 2,
        error_type: 'overloaded_error',
        error_message: 'Overloaded (request id: 20260302095101873311426bbbbbbb)',
        endpoint: URL_,
      }),
    ],
    record: {retry_count: 2, error_message: 'Overloaded'},
  },
  {
    rule: 'a channel that failed does not outlive a good answer',
    lines: [
      `[ERR] 2026/03/02 - 09:51:01 | ${RELAY} | channel error (channel #7, status code: 529): ${body('overloaded_error', 'Overloaded', OWN)} `,
      `[INFO] 2026/03/02 - 09:51:01 | ${RELAY} | using channel #9 to retry (remain times 1) `,
      `[GIN] 2026/03/02 - 09:51:02 | ${RELAY} | 200 |  1.234567891s |    203.0.113.9 |    POST /v1/messages`,
    ],
    record: {
      http_status_code: 200,
      upstream_status_code: undefined,
      error_type: null,
      error_message: null,
      retry_count: 1,
      retry_reason: '529_overloaded',
      request_id: RELAY,
    },
  },
];

for (const {rule, lines, record: wanted} of CONFLICTS) {
  test(`reconcile: ${rule}`, () => {
    const {records} = run(`${lines.join('\n')}\n`);
    assert.equal(records.length, 1, JSON.stringify(records));
    const [record] = records as [CallRecord];
    for (const [name, value] of Object.entries(wanted))
      assert.deepEqual(record[name as keyof CallRecord], value, `${name} of ${JSON.stringify(record)}`);
  });
}

test("reconcile: the client's line and the relay's are one call, by the id behind the message", () => {
  const {records} = run(
    [
      `new-api-1  | [ERR] 2026/03/02 - 09:51:01 | ${RELAY} | channel error (channel #7, status code: 529): Overloaded `,
      `new-api-1  | [GIN] 2026/03/02 - 09:51:01 | ${RELAY} | 503 |  1.234567891s |    203.0.113.9 |    POST /v1/messages`,
      `app-1      | ${printed(503, JSON.stringify({type: 'error', error: {type: 'new_api_error', message: `Overloaded (request id: ${RELAY})`}}))}`,
    ].join('\n'),
  );
  assert.equal(records.length, 1, JSON.stringify(records));
  assert.equal(records[0]?.http_status_code, 503);
  assert.equal(records[0]?.upstream_status_code, 529);
  assert.equal(records[0]?.error_type_original, 'new_api_error');
});

test('reconcile: calls that take turns in one relay are kept apart by its id', () => {
  const id = (n: number): string => `20260302095101187331142${n}YpMVAOTe`;
  const turns = [7, 8, 9].map((n) => [
    `[ERR] 2026/03/02 - 09:51:01 | ${id(n)} | channel error (channel #${n}, status code: 529): Overloaded `,
    `[ERR] 2026/03/02 - 09:51:01 | ${id(n)} | channel error (channel #1, status code: 50${n - 7}): failed ${n} `,
    `[GIN] 2026/03/02 - 09:51:02 | ${id(n)} | 50${n - 7} |  1.234567891s |    203.0.113.9 |    POST /v1/messages`,
  ]);
  const mixed = [0, 1, 2].flatMap((step) => turns.map((lines) => lines[step]));
  const {records} = run(`${mixed.join('\n')}\n`);
  assert.deepEqual(
    records.map(({request_id, http_status_code, error_message, retry_count}) => [
      request_id,
      http_status_code,
      error_message,
      retry_count,
    ]),
    [7, 8, 9].map((n) => [id(n), 500 + n - 7, `failed ${n}`, 1]),
  );
});

const CATALOGUE: ReadonlySet<string> = new Set(ERROR_TYPES);
const KNOWN_NAMES = [
  ...Object.keys(OFFICIAL_TYPES),
  ...Object.keys(TYPE_OF_CLASS),
  ...[...TYPE_RULES, ...LIARS].flatMap(({types = [], codes = []}) => [...types, ...codes]),
  ...[
    '<nil>',
    '',
    'None',
    '429',
    'null',
    'error',
    'new_api_error',
    'heron_api_error',
    'API_ERROR',
    '__proto__',
    'constructor',
  ],
];
const NAME = fc.oneof(fc.constantFrom(...KNOWN_NAMES), fc.string({maxLength: 40}));

/** Where an official type may come from: it was printed, or a rule, a class, a failure or the official host names it. */
test('no official type is ever invented', () => {
  fc.assert(
    fc.property(
      fc.option(NAME, {nil: undefined}),
      fc.option(NAME, {nil: undefined}),
      fc.integer({min: 0, max: 999}),
      fc.option(fc.string({maxLength: 80}), {nil: undefined}),
      fc.constantFrom(undefined, 'one-api', 'claude-code-router', 'litellm', 'app-json'),
      (type, code, status, words, dialect) => {
        const verdict = classify({type, code, status, words, dialect, official: false});
        assert.ok(CATALOGUE.has(verdict.value), verdict.value);
        const given = type?.trim();
        if (verdict.value === given) return;
        if (verdict.value !== 'unknown_error_type') {
          assert.notEqual(verdict.original, undefined, 'a type that was read from another name keeps that name');
          assert.ok([given, code].includes(verdict.original), `${verdict.original} was printed`);
        }
        if (given !== undefined && given !== '' && given !== 'error' && !CATALOGUE.has(given))
          assert.equal(verdict.original, given, 'what was printed is kept');
      },
    ),
    {numRuns: 5000},
  );
});

test('random bodies of relays give only types of the catalogue', () => {
  fc.assert(
    fc.property(NAME, NAME, fc.integer({min: 100, max: 999}), (type, code, status) => {
      const text = JSON.stringify({type: 'error', error: {type, code, message: 'claude said no'}});
      for (const record of run(
        `${app({status, err: JSON.parse(text), endpoint: 'https://relay.example/v1/messages'})}\n`,
      ).records) {
        assert.ok(record.error_type === null || CATALOGUE.has(record.error_type));
        assert.ok(
          record.http_status_code === null || (record.http_status_code >= 100 && record.http_status_code <= 599),
        );
      }
    }),
    {numRuns: 500},
  );
});
