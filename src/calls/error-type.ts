import {
  type ErrorType,
  isErrorType,
  isOfficialType,
  LIARS,
  TYPE_OF_CLASS,
  TYPE_RULES,
  type TypeRule,
  typeOfStatus,
  UNKNOWN_TYPE,
  WHITE_LABEL,
} from '../spec/error-types.ts';
import type {Failure} from './evidence.ts';

/** What is known of a failure when its type is asked for. */
export interface TypeClues {
  readonly type?: unknown;
  /** What was printed as the type although it is none, such as `<nil>`. */
  readonly placeholder?: string | undefined;
  readonly code?: string | undefined;
  readonly className?: string | undefined;
  /** The message and the words around the body. */
  readonly words?: string | undefined;
  /** The dialect that the line is in. */
  readonly dialect?: string | undefined;
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
  const given = typeof clues.type === 'string' ? clues.type.trim() : '';
  const printed = NO_TYPE.test(given) ? undefined : given;
  if (printed !== undefined && isErrorType(printed)) return ofLiar(printed, clues) ?? plain(printed);
  const original = printed ?? clues.placeholder ?? (given === '' || given === 'error' ? undefined : given);
  return (
    ofCode(printed, original, clues) ??
    ofName(printed, clues) ??
    (printed === undefined ? ofFailure(clues) : undefined) ??
    ofWords(original, clues) ??
    (printed === undefined ? ofClass(clues.className, clues) : undefined) ??
    (printed === undefined ? ofStatus(original, clues) : unknown(printed))
  );
}

const plain = (value: ErrorType): TypeVerdict => ({value, assumed: false, rule: 'printed type'});

function unknown(original: string): TypeVerdict {
  const rule = WHITE_LABEL.test(original) ? "a relay's own name" : 'unknown type';
  return {value: UNKNOWN_TYPE, original, assumed: false, rule};
}

function ofLiar(printed: ErrorType, clues: TypeClues): TypeVerdict | undefined {
  const rule = LIARS.find((one) => holds(one, printed, clues));
  return rule === undefined || rule.to === printed
    ? undefined
    : {value: rule.to, original: printed, assumed: false, rule: rule.why};
}

/** A code is finer than a type, and white labels leave it as it was. */
function ofCode(printed: string | undefined, original: string | undefined, clues: TypeClues): TypeVerdict | undefined {
  const {code} = clues;
  if (code === undefined) return undefined;
  const kept = original ?? code;
  if (isOfficialType(code)) return {value: code, original: kept, assumed: false, rule: 'an official type as the code'};
  const rule = TYPE_RULES.find((one) => one.codes?.includes(code) && holds(one, printed, clues));
  if (rule === undefined || (rule.to === UNKNOWN_TYPE && printed !== undefined && hasMeaning(printed, clues)))
    return undefined;
  return {value: rule.to, original: kept, assumed: rule.assumed === true, rule: rule.why};
}

/** A code of which nothing follows does not outweigh a type that means something. */
const hasMeaning = (printed: string, clues: TypeClues): boolean =>
  (ofName(printed, clues)?.value ?? UNKNOWN_TYPE) !== UNKNOWN_TYPE;

function ofName(printed: string | undefined, clues: TypeClues): TypeVerdict | undefined {
  if (printed === undefined) return undefined;
  const rule = TYPE_RULES.find((one) => one.types !== undefined && holds(one, printed, clues));
  // What a rule cannot tell, the words around it may.
  if (rule !== undefined && rule.to !== UNKNOWN_TYPE)
    return {value: rule.to, original: printed, assumed: rule.assumed === true, rule: rule.why};
  const className = CLASS_NAME.exec(printed)?.[1];
  const verdict = className === undefined ? undefined : ofClass(className, clues);
  if (verdict) return verdict;
  return rule && (ofWords(printed, clues) ?? {value: rule.to, original: printed, assumed: false, rule: rule.why});
}

function ofFailure({failure}: TypeClues): TypeVerdict | undefined {
  return failure && {value: failure, assumed: false, rule: 'failure without a status'};
}

function ofWords(original: string | undefined, clues: TypeClues): TypeVerdict | undefined {
  const {words} = clues;
  if (words === undefined) return undefined;
  const rule = TYPE_RULES.find((one) => one.says?.test(words) && holds(one, undefined, clues));
  const kept = original ?? clues.className;
  return (
    rule && {
      value: rule.to,
      ...(kept !== undefined && {original: kept}),
      assumed: rule.assumed === true,
      rule: rule.why,
    }
  );
}

/** Every condition that a rule states. */
function holds(rule: TypeRule, type: string | undefined, clues: TypeClues): boolean {
  const {types, codes, says, from, status} = rule;
  if (types !== undefined && (type === undefined || !types.includes(type.toLowerCase()))) return false;
  if (codes !== undefined && (clues.code === undefined || !codes.includes(clues.code))) return false;
  if (says !== undefined && !says.test(clues.words ?? '')) return false;
  if (status !== undefined && clues.status !== status) return false;
  return from === undefined || (clues.dialect !== undefined && from.includes(clues.dialect));
}

function ofClass(className: string | undefined, {status}: TypeClues): TypeVerdict | undefined {
  const value = className === undefined ? undefined : TYPE_OF_CLASS[className];
  if (className === undefined || value === undefined) return undefined;
  // OpenAI-compatible SDKs share these class names: a class that contradicts the status names nothing.
  if (status !== undefined && typeOfStatus(status) !== undefined && typeOfStatus(status) !== value) return undefined;
  return {value, original: className, assumed: true, rule: 'class name of an SDK'};
}

function ofStatus(original: string | undefined, {status, official, code}: TypeClues): TypeVerdict {
  const value = official && status !== undefined ? typeOfStatus(status) : undefined;
  if (value !== undefined) return {value, assumed: true, rule: 'status of the official host'};
  // The first thing that names the failure is kept, even when it names little.
  const kept = original ?? code;
  return kept === undefined ? {value: UNKNOWN_TYPE, assumed: false, rule: 'no type printed'} : unknown(kept);
}
