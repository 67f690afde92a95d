export type {Frame, Line} from './frame.ts';
export {createJoiner, type Entry, FRAME_OPENERS, goesOnFromAbove, isTraceback} from './join.ts';
export {createSplitter} from './lines.ts';
