import {conditionOf} from '../../src/cli/commands/errors.ts';
import {
  GUIDE_TYPES,
  LIARS,
  OFFICIAL_TYPES,
  TYPE_OF_CLASS,
  TYPE_RULES,
  type TypeRule,
  UNKNOWN_TYPE,
  WHITE_LABEL,
} from '../../src/spec/error-types.ts';
import {BANNER, code, table} from './markdown.ts';

/** docs/error-types.md: the types of the API, and what is made of everybody else's. */
export function errorTypesPage(): string {
  const official = table(
    ['type', 'status'],
    Object.entries(OFFICIAL_TYPES).map(([type, status]) => [code(type), String(status)]),
  );
  const classes = table(
    ['class', 'type'],
    Object.entries(TYPE_OF_CLASS).map(([name, type]) => [code(name), code(type)]),
  );
  return `${BANNER}

# Error types

A record's \`error_type\` is one of these. What is printed as one of them passes unchanged, unless it stands among the [liars](#liars).

${official}

The field guide's own, for what the API cannot say: ${GUIDE_TYPES.map(code).join(', ')}.
Everything else is \`${UNKNOWN_TYPE}\`, and \`error_type_original\` keeps what was printed, also what is no type at all: \`<nil>\`, \`None\`, \`429\`.

The innermost body of an error decides. Then its code is asked before its type: relays rename types and leave codes as they were.
A name that ends as ${code(`/${WHITE_LABEL.source}/`)} and is not official says only who spoke.
Nothing is read from a status but on Anthropic's own host, where \`assumed\` names the type.

## Liars

Official names in a place where they mean something else, or come from somebody else. Where the type is kept, the row says why.

${rulesTable(LIARS)}

## Codes, types and texts of others

The first row that holds decides; rows for codes come before rows for types, whatever their place.

${rulesTable(TYPE_RULES)}

## Exception classes

A class name is no type of the API. Where the official SDKs define a class for exactly one type, the type is taken and named in \`assumed\`.

${classes}
`;
}

const rulesTable = (rules: readonly TypeRule[]): string =>
  table(
    ['what is printed', 'becomes', 'why'],
    rules.map((rule) => [code(conditionOf(rule)), code(rule.to), rule.why]),
  );
