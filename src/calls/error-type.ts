import {
  type ErrorType,
  isErrorType,
  TYPE_ALIASES,
  TYPE_OF_CLASS,
  typeOfStatus,
  UNKNOWN_TYPE,
} from '../spec/error-types.ts';
import type {Failure} from './evidence.ts';

/** What is known of a failure when its type is asked for. */
export interface TypeClues {
  readonly type?: unknown;
  readonly className?: string | undefined;
  readonly status?: number | undefined;
  readonly failure?: Failure | undefined;
  readonly official: boolean;
}

export interface TypeVerdict {
  readonly value: ErrorType;
  readonly original?: string;
  readonly assumed: boolean;
  readonly rule: string;
}

/** Values that printers put where a type is missing; `error` names the envelope, not the failure. */
const NO_TYPE = /^(?:error|none|null|undefined|<nil>|nil|\d*)$/i;
const CLASS_NAME = /^(?:[\w.]+\.)?([A-Z]\w*(?:Error|Exception))$/;

/** The canonical type of a failure, and the printed one when it differs. Never invents an official type. */
export function classify(clues: TypeClues): TypeVerdict {
  const printed = typeof clues.type === 'string' ? clues.type.trim() : '';
  if (!NO_TYPE.test(printed)) {
    const className = CLASS_NAME.exec(printed)?.[1];
    if (isErrorType(printed)) return {value: printed, assumed: false, rule: 'printed type'};
    const alias = TYPE_ALIASES[printed.toLowerCase()];
    if (alias !== undefined) return {value: alias, original: printed, assumed: false, rule: 'alias of a type'};
    if (className === undefined) return {value: UNKNOWN_TYPE, original: printed, assumed: false, rule: 'unknown type'};
    return ofClass(className, clues) ?? {value: UNKNOWN_TYPE, original: printed, assumed: false, rule: 'unknown class'};
  }
  return ofFailure(clues) ?? ofClass(clues.className, clues) ?? ofStatus(clues);
}

function ofFailure({failure}: TypeClues): TypeVerdict | undefined {
  return failure && {value: failure, assumed: false, rule: 'failure without a status'};
}

function ofClass(className: string | undefined, {status}: TypeClues): TypeVerdict | undefined {
  const value = className === undefined ? undefined : TYPE_OF_CLASS[className];
  if (className === undefined || value === undefined) return undefined;
  // OpenAI-compatible SDKs share these class names: a class that contradicts the status names nothing.
  if (status !== undefined && typeOfStatus(status) !== undefined && typeOfStatus(status) !== value) return undefined;
  return {value, original: className, assumed: true, rule: 'class name of an SDK'};
}

function ofStatus({status, official}: TypeClues): TypeVerdict {
  const value = official && status !== undefined ? typeOfStatus(status) : undefined;
  if (value !== undefined) return {value, assumed: true, rule: 'status of the official host'};
  return {value: UNKNOWN_TYPE, assumed: false, rule: 'no type printed'};
}
