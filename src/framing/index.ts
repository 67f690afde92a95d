export {goesOnFromAbove} from './continues.ts';
export type {Frame, Line} from './frame.ts';
export {createJoiner, type Entry, FRAME_OPENERS, isTraceback} from './join.ts';
export {createSplitter} from './lines.ts';
