export {type Account, accountText, createAccount} from './account.ts';
export {encode} from './encode.ts';
export {createNormaliser} from './normalise.ts';
export {DEFAULTS, type EngineOptions} from './options.ts';
export {createRemovals} from './removals.ts';
