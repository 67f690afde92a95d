export {type Account, accountText} from './account.ts';
export {encode, escapeControls} from './encode.ts';
export {createNormaliser, type Normaliser} from './normalise.ts';
export type {EngineOptions, RejectReason} from './options.ts';
