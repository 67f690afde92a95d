import {captures, type Score, scoreCapture} from '../../corpus/score.ts';
import {BANNER, table} from './markdown.ts';

/** corpus/RESULTS.md: every capture held against the mock's journal. */
export function corpusPage(): string {
  const scores = captures().map(scoreCapture);
  const perfect = scores.filter(({problems}) => problems.length === 0).length;
  const total = (pick: (score: Score) => number): number => scores.reduce((sum, score) => sum + pick(score), 0);
  const rows = scores.map((score) => {
    const {sdk, version, level, logger, mode, calls} = score.expected;
    const ambiguous = calls.filter((call) => call.ambiguous !== undefined).length;
    return [
      sdk,
      version,
      level,
      logger,
      mode,
      score.calls,
      ambiguous,
      score.records,
      `${score.right} of ${score.fields}`,
      score.problems.length,
    ].map(String);
  });
  const head = [
    'SDK',
    'version',
    'level',
    'logger',
    'calls at once',
    'calls shown',
    'of them ambiguous',
    'records',
    'fields right',
    'problems',
  ];
  return `${BANNER}

# What callmill makes of the captures

The expectation is the journal of the mock server and a table of what each log shows (\`visible.ts\`); callmill has no part in it.
A record is right when every field that the log shows is right and nothing in it is denied by the journal. Calls that a log
honestly cannot tell apart are named ambiguous: such a call may make two records.

${perfect} of ${scores.length} captures without a problem: ${total((s) => s.calls)} calls shown, ${total((s) => s.records)} records,
${total((s) => s.right)} of ${total((s) => s.fields)} fields right.

${table(head, rows)}
`;
}
