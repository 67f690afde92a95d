export {createRedactor, type RedactOptions, type Redactor} from './redactor.ts';
