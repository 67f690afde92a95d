/** The file beside each capture: what happened, and what an honest reader of this log can know of it. */
import {callFacts, type Facts, frameworks} from './facts.ts';
import type {Capture} from './matrix.ts';
import {type Journal, type JournalCall, requestFacts} from './mock/journal.ts';
import {type PlannedCall, type ScenarioName, scenarioNames} from './plan.ts';
import {reading} from './visible.ts';

export interface ExpectedCall {
  readonly scenario: ScenarioName;
  readonly call: number;
  readonly visible: boolean;
  readonly why: string;
  /** Set when the log tells of a failure here, but of nothing a record could hold. */
  readonly optional?: boolean;
  /** Why this call cannot be told from another one; then `fields` holds only what is certain all the same. */
  readonly ambiguous?: string;
  readonly fields: Facts;
  readonly facts: Facts;
}

export interface Expected extends Capture {
  readonly calls: readonly ExpectedCall[];
}

export interface Where {
  readonly baseUrl: string;
  readonly runtime: string;
}

export function expectedFrom(capture: Capture, plan: readonly PlannedCall[], journal: Journal, where: Where): Expected {
  const calls = plan.map((planned) => {
    const entry = journal.calls.get(planned.call) ?? unseen(planned, capture);
    return expectedCall(capture, planned.scenario, planned.call, callFacts(planned, entry, {capture, ...where}));
  });
  return {...capture, calls};
}

/** Reads the facts again with the present table of what is visible; no driver has to run for that. */
export function readAgain({calls, ...capture}: Expected): Expected {
  return {...capture, calls: calls.map(({scenario, call, facts}) => expectedCall(capture, scenario, call, facts))};
}

/** One call per line: a change of one call is one changed line. */
export function encodeExpected({calls, ...capture}: Expected): string {
  const lines = calls.map((call) => JSON.stringify(call)).join(',\n');
  return `${JSON.stringify(capture).slice(0, -1)},"calls":[\n${lines}\n]}\n`;
}

function expectedCall(capture: Capture, scenario: ScenarioName, call: number, facts: Facts): ExpectedCall {
  const round = call > scenarioNames.length ? 2 : 1;
  const {shows, why, ambiguous, optional} = reading({...capture, scenario, round});
  const fields = Object.fromEntries(Object.entries(facts).filter(([name, value]) => shows.has(name) && !isNone(value)));
  return {
    scenario,
    call,
    visible: shows.size > 0,
    why,
    ...(optional ? {optional} : {}),
    ...(ambiguous === undefined ? {} : {ambiguous}),
    fields,
    facts,
  };
}

/** A request without tools does not say so: their number and names are no field of its record. */
function isNone(value: unknown): boolean {
  return value === 0 || (Array.isArray(value) && value.length === 0);
}

/** The mock never saw this call; what the driver was told to send is all there is. A framework makes its own body of it. */
function unseen({call, scenario, body}: PlannedCall, {sdk}: Capture): JournalCall {
  const path = sdk === 'openai' ? '/v1/chat/completions' : '/v1/messages';
  const {model, max_tokens} = body;
  const sent = frameworks.has(sdk) ? {model, max_tokens, messages: [{role: 'user', content: ''}]} : body;
  const request = requestFacts(path, {}, JSON.stringify(sent));
  return {call, scenario, request, attempts: [], response: null};
}
