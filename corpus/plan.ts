/**
 * The calls a driver makes, as data. Each scenario is called twice: the first time with a full traceback or stack in
 * the failure log and the plain streaming call, the second time the short way and with the SDK's streaming helper.
 */
import {createHash} from 'node:crypto';
import {apiKeys, assistantPhrases, imageData, promptPhrases, systemPhrases, toolPhrases, userIds} from './canaries.ts';

export const scenarioNames = [
  'ok',
  'ok-stream',
  'bad-param',
  'unauthorized',
  'forbidden',
  'not-found',
  'too-large',
  'rate-limited-then-ok',
  'rate-limited',
  'server-error',
  'overloaded-then-ok',
  'bad-gateway',
  'sse-error',
  'stream-cut',
  'timeout',
  'refused',
  'malformed',
] as const;

export type ScenarioName = (typeof scenarioNames)[number];

export interface PlannedCall {
  readonly call: number;
  readonly scenario: ScenarioName;
  /** `full`: traceback, whole error object. `short`: the error's text alone, where the logger leaves that choice. */
  readonly style: 'full' | 'short';
  readonly traceId: string;
  readonly apiKey: string;
  /** Set when the call must go elsewhere than to the mock. */
  readonly baseUrl?: string;
  readonly timeoutMs?: number;
  readonly stream: 'none' | 'raw' | 'helper';
  readonly body: Readonly<Record<string, unknown>>;
}

const models: readonly string[] = [
  'claude-sonnet-4-5-20250929',
  'claude-haiku-4-5-20251001',
  'claude-opus-4-1-20250805',
  'claude-3-7-sonnet-20250219',
];
const temperatures: readonly number[] = [0.2, 0.7, 0.35];
const toolNames: readonly string[] = ['look_up_order', 'ship_parcel', 'open_ticket'];
const streamed: readonly ScenarioName[] = ['ok-stream', 'sse-error', 'stream-cut'];

/** `seed` keeps trace ids of different captures apart; `refusedUrl` is a port nobody listens on. */
export function planCalls(seed: string, refusedUrl: string): readonly PlannedCall[] {
  return [1, 2].flatMap((round) =>
    scenarioNames.map((scenario, index) => {
      const call = (round - 1) * scenarioNames.length + index + 1;
      return planCall(seed, refusedUrl, scenario, round, call);
    }),
  );
}

function planCall(seed: string, refusedUrl: string, scenario: ScenarioName, round: number, call: number): PlannedCall {
  return {
    call,
    scenario,
    style: round === 1 ? 'full' : 'short',
    traceId: createHash('sha256').update(`trace ${seed} ${call}`).digest('hex').slice(0, 32),
    apiKey: scenario === 'unauthorized' ? apiKeys.revoked : apiKeys.main,
    ...(scenario === 'refused' ? {baseUrl: refusedUrl} : {}),
    ...(scenario === 'timeout' ? {timeoutMs: 400} : {}),
    stream: !streamed.includes(scenario) ? 'none' : round === 1 ? 'raw' : 'helper',
    body: requestBody(scenario, call),
  };
}

function requestBody(scenario: ScenarioName, call: number): Record<string, unknown> {
  const withTools = scenario === 'ok-stream' || call % 4 === 0;
  return {
    model: scenario === 'not-found' ? 'claude-sonnet-9-0' : pick(models, call),
    max_tokens: 1000 + call,
    messages: messages(scenario, call),
    ...(call % 3 === 0 ? {temperature: pick(temperatures, call / 3)} : {}),
    ...(call % 5 === 0 ? {system: systemPhrases[0]} : {}),
    ...(withTools ? {tools: toolNames.slice(0, 1 + (call % 3)).map(tool)} : {}),
    ...(call % 2 === 0 ? {metadata: {user_id: pick(userIds, call / 2)}} : {}),
  };
}

function messages(scenario: ScenarioName, call: number): readonly unknown[] {
  const phrase = pick(promptPhrases, call);
  const last =
    scenario === 'ok-stream'
      ? [
          {type: 'image', source: {type: 'base64', media_type: 'image/png', data: imageData}},
          {type: 'text', text: `What is on it? ${phrase}`},
        ]
      : call % 2 === 0
        ? `Tell me about the ${phrase}.`
        : [{type: 'text', text: `Explain the ${phrase}.`}];
  const earlier = Array.from({length: call % 3}, () => [
    {role: 'user', content: `Before: ${phrase}?`},
    {role: 'assistant', content: [{type: 'text', text: `It is ${assistantPhrases[0]}.`}]},
  ]);
  return [...earlier.flat(), {role: 'user', content: last}];
}

function tool(name: string): Record<string, unknown> {
  return {
    name,
    description: `Uses the ${toolPhrases[0]}.`,
    input_schema: {type: 'object', properties: {id: {type: 'string'}}, required: ['id']},
  };
}

function pick<T>(list: readonly [T, ...T[]] | readonly T[], index: number): T {
  return list[index % list.length] as T;
}
