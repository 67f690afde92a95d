import type {Call} from './call.ts';
import type {Facts} from './facts.ts';

/** Notices lanes in which calls overlap: there the last line before says little about the next one. */
export interface Lanes {
  readonly note: (facts: Facts, call: Call) => void;
  readonly areMixed: (facts: Facts) => boolean;
  /** True when no other call's line stands between in this lane. */
  readonly follows: (facts: Facts, call: Call) => boolean;
}

const MAX_LANES = 4096;

interface Lane {
  last: Call;
  /** True once lines went back to an earlier call: A, B, A. */
  mixed: boolean;
}

export function createLanes(): Lanes {
  const lanes = new Map<string, Lane>();
  return {
    note(facts, call) {
      const key = laneOf(facts);
      const lane = lanes.get(key);
      if (lane === undefined) {
        if (lanes.size >= MAX_LANES) lanes.clear();
        lanes.set(key, {last: call, mixed: false});
        return;
      }
      // An error line may come late, behind the next request: only the SDK's own lines show an overlap.
      if (facts.phase !== 'end' && lane.last !== call && hasEarlierLine(call, facts)) lane.mixed = true;
      lane.last = call;
    },
    areMixed: (facts) => lanes.get(laneOf(facts))?.mixed === true,
    follows(facts, call) {
      const lane = lanes.get(laneOf(facts));
      return lane === undefined || lane.last === call;
    },
  };
}

const hasEarlierLine = (call: Call, facts: Facts): boolean => call.tries[0]?.facts[0] !== facts;

function laneOf({line, context}: Facts): string {
  const {file, host, pod, container} = context.source;
  return `${line.file ?? file ?? ''}|${host ?? ''}|${pod ?? ''}|${container ?? ''}|${context.pid ?? ''}|${context.thread ?? ''}`;
}
