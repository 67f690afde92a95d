export {type Call, hasOutcome, isProven, linesOf} from './call.ts';
export {createCorrelator} from './correlate.ts';
export {derive, type Explain} from './derive.ts';
export {readFacts} from './facts.ts';
export {createKeepHeader} from './headers.ts';
