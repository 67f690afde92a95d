import {
  ERROR_TYPES,
  isErrorType,
  isOfficialType,
  LIARS,
  OFFICIAL_TYPES,
  TYPE_OF_CLASS,
  TYPE_RULES,
  type TypeRule,
  UNKNOWN_TYPE,
  WHITE_LABEL,
} from '../../spec/error-types.ts';
import {EXIT, UsageError} from '../messages.ts';

/** `callmill errors [TYPE] [--json]`: the types, or what becomes of one that somebody prints. */
export function errors(type: string | undefined, json: boolean): number {
  const wanted = type?.trim();
  if (wanted === '') throw new UsageError('an empty type names nothing');
  const rules = [...LIARS, ...TYPE_RULES].filter((rule) => wanted === undefined || isAbout(rule, wanted));
  if (json) process.stdout.write(`${JSON.stringify(rules.map(plain), null, 2)}\n`);
  else process.stdout.write(wanted === undefined ? listOfTypes() : accountOf(wanted, rules));
  return EXIT.ok;
}

function isAbout({types = [], codes = [], to}: TypeRule, wanted: string): boolean {
  const name = wanted.toLowerCase();
  return to === wanted || types.includes(name) || codes.some((code) => code.toLowerCase() === name);
}

const plain = ({says, ...rule}: TypeRule): object => ({...rule, ...(says && {says: says.source})});

function listOfTypes(): string {
  const width = Math.max(...ERROR_TYPES.map((type) => type.length));
  return ERROR_TYPES.map((type) => `${type.padEnd(width)}  ${natureOf(type)}\n`).join('');
}

function natureOf(type: string): string {
  if (isOfficialType(type)) return `official, status ${OFFICIAL_TYPES[type]}`;
  return type === UNKNOWN_TYPE ? 'everything else; the original is in error_type_original' : "the field guide's own";
}

function accountOf(wanted: string, rules: readonly TypeRule[]): string {
  const lines: string[] = [];
  const ofClass = Object.hasOwn(TYPE_OF_CLASS, wanted) ? TYPE_OF_CLASS[wanted] : undefined;
  if (isErrorType(wanted)) lines.push(`${wanted}: ${natureOf(wanted)}`);
  else if (ofClass !== undefined) lines.push(`${wanted} -> ${ofClass}: a class of the SDKs, named in assumed`);
  else if (rules.length === 0)
    lines.push(`${wanted} -> ${UNKNOWN_TYPE}: ${WHITE_LABEL.test(wanted) ? "a relay's own name" : 'no rule knows it'}`);
  for (const rule of rules) lines.push(`  ${conditionOf(rule)} -> ${rule.to}: ${rule.why}`);
  return `${lines.join('\n')}\n`;
}

/** What must hold, in words. */
export function conditionOf({types, codes, says, status, from}: TypeRule): string {
  return [
    types && `type ${types.join(' | ')}`,
    codes && `code ${codes.join(' | ')}`,
    status !== undefined && `status ${status}`,
    says && `text /${says.source}/`,
    from && `from ${from.join(' | ')}`,
  ]
    .filter(Boolean)
    .join(', ');
}
