export type {Context, Frame, Line, Source} from './frame.ts';
export {createJoiner, type Entry, FRAME_OPENERS, goesOnFromAbove, isTraceback, type Joiner} from './join.ts';
export {createSplitter, type SplitOptions, type Splitter} from './lines.ts';
