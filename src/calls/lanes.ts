import type {Context} from '../framing/frame.ts';
import type {Call} from './call.ts';
import type {Facts} from './facts.ts';

/** Notices lanes in which calls overlap: there the last line before says little about the next one. */
export interface Lanes {
  readonly note: (facts: Facts, call: Call) => void;
  /** A call that is over with its one line, which no envelope held, stood in the lane of its file. */
  readonly pass: (file: string | undefined) => void;
  readonly areMixed: (facts: Facts) => boolean;
  /** True when no other call's line stands between in this lane. */
  readonly follows: (facts: Facts, call: Call) => boolean;
}

const MAX_LANES = 4096;

interface Lane {
  /** None: a call that had only this one line. */
  last: Call | undefined;
  /** True once lines went back to an earlier call: A, B, A. */
  mixed: boolean;
}

export function createLanes(): Lanes {
  const lanes = new Map<string, Lane>();

  const laneOrNew = (key: string, last: Call | undefined): Lane => {
    const known = lanes.get(key);
    if (known) return known;
    if (lanes.size >= MAX_LANES) lanes.clear();
    const lane = {last, mixed: false};
    lanes.set(key, lane);
    return lane;
  };

  return {
    note(facts, call) {
      const lane = laneOrNew(laneOf(facts), call);
      // An error line may come late, behind the next request: only the SDK's own lines show an overlap.
      if (facts.phase !== 'end' && lane.last !== call && hasEarlierLine(call, facts)) lane.mixed = true;
      lane.last = call;
    },
    pass(file) {
      laneOrNew(keyOf(file, {source: {}}), undefined).last = undefined;
    },
    areMixed: (facts) => lanes.get(laneOf(facts))?.mixed === true,
    follows(facts, call) {
      const lane = lanes.get(laneOf(facts));
      return lane === undefined || lane.last === call;
    },
  };
}

const hasEarlierLine = (call: Call, facts: Facts): boolean => call.tries[0]?.facts[0] !== facts;

const laneOf = ({line, context}: Facts): string => keyOf(line.file ?? context.source.file, context);

function keyOf(file: string | undefined, {source: {host, pod, container}, pid, thread}: Context): string {
  return `${file ?? ''}|${host ?? ''}|${pod ?? ''}|${container ?? ''}|${pid ?? ''}|${thread ?? ''}`;
}
