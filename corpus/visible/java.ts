/** Java, read from the SDK's sources (2.8.1, 3.13.0) and from the logs by eye. */
import type {Doubt, Mention, Row} from './row.ts';

export const javaRows: readonly Row[] = [];
export const javaDoubts: readonly Doubt[] = [];
export const javaMentions: readonly Mention[] = [];
