export {FRAME_OPENERS, goesOnFromAbove, isHeader, isStatusLine, isTraceback} from './continues.ts';
export type {Frame, Line} from './frame.ts';
export {createJoiner} from './join.ts';
export {createSplitter} from './lines.ts';
export type {Entry} from './pending.ts';
