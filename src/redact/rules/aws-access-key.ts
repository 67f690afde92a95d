import type {RedactionRule} from '../rule.ts';
import {marked} from './canary.ts';

/** In lower case only a digit tells an id from a word that starts with `asia`; `ACCA` also occurs in hashes, which have no G to Z. */
export const awsAccessKey: RedactionRule = {
  id: 'aws-access-key',
  title: 'AWS access key ids',
  catches: () => [
    `The security token ${marked('AKIA', 16, 'base32')} is invalid`,
    `my_${marked('ASIA', 16, 'base32')}`,
    `\\u003d${marked('ABIA', 16, 'base32')}`,
    `cut ${marked('ACCA', 8, 'base32')}`,
  ],
  spares: () => [
    ['asia-northeast1', 'a region'],
    ['AsiaPacificRegionalDirector', 'a name'],
    ['AKIA...', 'dotted by whoever logged it'],
    ['51934782720725acca570edeb0a3a7501ca7dbd8, 51934782720725ACCA570EDEB0A3A7501CA7DBD8', 'a hash'],
  ],
  pattern:
    /A(?:KI|SI|BI)A[A-Z0-9]{8,}|ACCA(?=[0-9A-F]{0,15}[G-Z])[A-Z0-9]{8,}|a(?:ki|si|bi)a(?=[a-z]{0,15}[0-9])[a-z0-9]{16}/,
};
