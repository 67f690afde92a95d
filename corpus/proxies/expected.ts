/** The file beside each log of a proxy: what happened, and what an honest reader of it can know. */
import type {Journal} from '../mock/journal.ts';
import type {PlannedCall} from '../plan.ts';
import type {Hop, HopLog} from './hops.ts';

/** One call as the client saw it. */
export interface Seen {
  readonly planned: PlannedCall;
  readonly port: number;
  readonly path: string;
  /** The status that the client was answered. */
  readonly status: number | null;
  readonly startedAt: number;
  readonly endedAt: number;
}

type Facts = Readonly<Record<string, unknown>>;

interface Expected {
  readonly sdk: string;
  readonly version: string;
  readonly level: string;
  readonly logger: string;
  readonly mode: string;
  readonly calls: readonly object[];
}

const always = ['endpoint', 'http_status_code'];
/** What nobody but the client of the API can name. */
const namesOfFailures: Readonly<Record<string, string>> = {
  timeout: 'timeout',
  refused: 'connection_error',
  'stream-cut': 'stream_interrupted',
};

export function expectedOfLog(hop: Hop, log: HopLog, seen: readonly Seen[], journal: Journal, mode: string): Expected {
  const calls = seen.map((one) => {
    const facts = factsOf(one, log, journal);
    const told = log.tells?.find((scenario) => scenario === one.planned.scenario);
    const shows = new Set([
      ...always,
      ...(log.time === 'none' ? [] : ['timestamp']),
      ...log.shows,
      ...(told === undefined ? [] : ['error_type']),
    ]);
    const fields = Object.fromEntries(
      Object.entries(facts).filter(([name, value]) => shows.has(name) && value != null),
    );
    return {
      scenario: one.planned.scenario,
      call: one.planned.call,
      visible: true,
      why: told === undefined ? 'its access line' : 'its access line, and what is said of the failure',
      fields,
      facts,
    };
  });
  return {sdk: hop.name, version: hop.version, level: 'default', logger: log.name, mode, calls};
}

/** One call per line, as the other captures have it. */
export function encodeProxied({calls, ...rest}: Expected): string {
  return `${JSON.stringify(rest).slice(0, -1)},"calls":[\n${calls.map((call) => JSON.stringify(call)).join(',\n')}\n]}\n`;
}

function factsOf({planned, port, path, status, startedAt, endedAt}: Seen, log: HopLog, journal: Journal): Facts {
  const attempt = journal.calls.get(planned.call)?.attempts.at(-1);
  const own = namesOfFailures[planned.scenario];
  const facts = {
    timestamp: log.time === 'start' ? startedAt : endedAt,
    request_id: log.ownId ? undefined : (attempt?.requestId ?? undefined),
    http_status_code: status,
    // A page of a proxy names no type.
    error_type: planned.scenario === 'bad-gateway' ? undefined : (own ?? attempt?.errorType ?? null),
    error_message: own === undefined && planned.scenario !== 'bad-gateway' ? (attempt?.message ?? null) : undefined,
    model: planned.body.model,
    endpoint: `http://127.0.0.1:${port}${path}`,
    client_ip: '127.0.0.1',
    client_sdk_version: 'anthropic-sdk-typescript==0.50.4',
    response_time_ms: attempt?.endedAt == null ? undefined : attempt.endedAt - attempt.startedAt,
    stream_mode: planned.stream !== 'none',
  };
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}
