export {FRAME_OPENERS, goesOnFromAbove, isHeader, isStatusLine, isTraceback} from './continues.ts';
export type {Frame, Line} from './frame.ts';
export {createJoiner, type Entry} from './join.ts';
export {createSplitter} from './lines.ts';
