export {type Account, accountText} from './account.ts';
export {encode} from './encode.ts';
export {createNormaliser} from './normalise.ts';
export {DEFAULTS, type EngineOptions} from './options.ts';
