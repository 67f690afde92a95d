/** One row of the table: in these logs, for these calls, these fields can be read, and why. */

import type {Capture, Level, LoggerName, Mode, Sdk} from '../matrix.ts';
import {type ScenarioName, scenarioNames} from '../plan.ts';

export interface Situation extends Capture {
  readonly scenario: ScenarioName;
  /** 1: the whole error was logged. 2: its text, where the logger leaves that choice. */
  readonly round: 1 | 2;
}

/** What is left out of a condition does not matter. */
export interface Condition {
  readonly sdk: Sdk;
  /** Inclusive, as `0.50`. */
  readonly from?: string;
  /** Exclusive. */
  readonly below?: string;
  readonly levels?: readonly Level[];
  readonly loggers?: readonly LoggerName[];
  readonly modes?: readonly Mode[];
  readonly rounds?: readonly (1 | 2)[];
  readonly scenarios: readonly ScenarioName[];
}

export interface Row extends Condition {
  readonly shows: readonly string[];
  readonly why: string;
}

/** Two calls that nothing in the log tells apart: of what the rows show, only `keeps` is certain. */
export interface Doubt extends Condition {
  readonly keeps: readonly string[];
  readonly why: string;
}

/** A line that tells of a failure and of nothing else. */
export interface Mention extends Condition {
  readonly why: string;
}

export const apiErrors: readonly ScenarioName[] = [
  'bad-param',
  'unauthorized',
  'forbidden',
  'not-found',
  'too-large',
  'rate-limited',
  'server-error',
];
export const successes: readonly ScenarioName[] = ['ok', 'ok-stream', 'rate-limited-then-ok', 'overloaded-then-ok'];
export const failures = scenarioNames.filter((name) => !successes.includes(name));
export const unanswered: readonly ScenarioName[] = ['timeout', 'refused'];
export const answered = scenarioNames.filter((name) => !unanswered.includes(name));
/** Retried after an answer with a status. */
export const retried: readonly ScenarioName[] = [
  'rate-limited-then-ok',
  'rate-limited',
  'server-error',
  'overloaded-then-ok',
  'bad-gateway',
];
export const everything: readonly ScenarioName[] = scenarioNames;

export function matches(condition: Condition, situation: Situation): boolean {
  const {from, below, levels, loggers, modes, rounds, scenarios} = condition;
  return (
    condition.sdk === situation.sdk &&
    (from === undefined || compare(situation.version, from) >= 0) &&
    (below === undefined || compare(situation.version, below) < 0) &&
    (levels?.includes(situation.level) ?? true) &&
    (loggers?.includes(situation.logger) ?? true) &&
    (modes?.includes(situation.mode) ?? true) &&
    (rounds?.includes(situation.round) ?? true) &&
    scenarios.includes(situation.scenario)
  );
}

function compare(version: string, other: string): number {
  const left = version.split('.').map(Number);
  const right = other.split('.').map(Number);
  const differing = right.findIndex((part, index) => part !== left[index]);
  return differing < 0 ? 0 : (left[differing] ?? 0) - (right[differing] as number);
}
