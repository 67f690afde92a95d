export {maskPart} from './methods.ts';
export {createRedactor} from './redactor.ts';
