import type {RedactionRule} from '../rule.ts';
import {fake} from './canary.ts';

/**
 * The gate looks for the fixed marks in the middle; what stands before them fits any word and would slow every text down.
 */
export const azureSecret: RedactionRule = {
  id: 'azure-secret',
  title: 'Azure client secrets and Azure OpenAI keys',
  catches: () => [
    `AADSTS7000215: Invalid client secret «${fake('abc', 0)}8${fake('Q~', 34)}»`,
    `secret\\n«Xy~1${fake('Q~', 31, 'key')}»`,
    `key «${fake('9', 51)}${fake('JQQJ99', 26)}» rejected`,
  ],
  spares: () => [
    ['see FAQ~ for details', 'prose'],
    ['JQQJ99', 'the mark alone'],
  ],
  gate: /\dQ~[\w~.-]{8}|JQQJ99[a-z0-9]/i,
  pattern: /[\w~.-]{0,3}\dQ~[\w~.-]{8,}|[A-Za-z0-9]{12,60}JQQJ99[A-Za-z0-9]{1,40}/i,
};
