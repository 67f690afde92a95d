import type {Envelope} from './define.ts';
import {context, timedText} from './facts.ts';

const UUID = '[\\da-f]{8}-[\\da-f]{4}-[\\da-f]{4}-[\\da-f]{4}-[\\da-f]{12}';
const TIME = '(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z)';
const NODE = new RegExp(`^${TIME}\\t(${UUID})\\t(TRACE|DEBUG|INFO|WARN|ERROR|FATAL)\\t`);
const PYTHON = new RegExp(`^\\[(DEBUG|INFO|WARNING|ERROR|CRITICAL)\\]\\t${TIME}\\t(${UUID})\\t`);

export const lambda: Envelope = {
  id: 'lambda',
  title: 'AWS Lambda, the text formats of its Node.js and Python runtimes',
  origin:
    'aws/aws-lambda-nodejs-runtime-interface-client src/LogPatch.js; aws/aws-lambda-python-runtime-interface-client awslambdaric/bootstrap.py',
  shape: 'text',
  opens: '0-9[',
  heads: true,
  examples: [
    [
      '2026-11-23T08:46:35.123Z\t0f6c1d2e-3b4a-4c5d-8e6f-708192a3b4c5\tERROR\tClaude call failed: Error: 529 {}',
      'Claude call failed: Error: 529 {}',
    ],
    ['[ERROR]\t2026-11-23T08:46:35.123Z\t0f6c1d2e-3b4a-4c5d-8e6f-708192a3b4c5\tError code: 529', 'Error code: 529'],
  ],
  near: [
    ['2026-11-23T08:46:35.123Z\tundefined\tERROR\tboot failed', 'no invocation: before the first one'],
    ['START RequestId: 0f6c1d2e-3b4a-4c5d-8e6f-708192a3b4c5 Version: $LATEST', "the platform's own line"],
  ],
  unwrap: ({text}, zone) => {
    const node = NODE.exec(text);
    if (node) return unwrapped(text.slice(node[0].length), node[1]!, node[2]!, node[3]!, zone);
    const python = PYTHON.exec(text);
    return python ? unwrapped(text.slice(python[0].length), python[2]!, python[3]!, python[1]!, zone) : undefined;
  },
};

/** The id names the invocation, so it keeps apart what runs at once in one log group. */
const unwrapped = (
  text: string,
  time: string,
  traceId: string,
  level: string,
  zone: Parameters<Envelope['unwrap']>[1],
) => ({
  text,
  context: context(timedText(time, zone), {level: level.toLowerCase(), traceId}),
});
