import type {Evidence} from '../../calls/evidence.ts';
import type {Frame} from '../../framing/frame.ts';
import {emptyDraft} from '../../spec/types.ts';
import {defineDialect} from '../define.ts';
import {aboutModel} from '../models.ts';

const LIMITED = /^claude \| all \d{1,6} active accounts rate limited [\s\S]{0,200}?lastErrorCode=(\d{3})\b/;
const WAITS =
  /^claude\/(\S{1,200}) all connections cooling down [\s\S]{0,80}? waiting (\d{1,6})s before retry (\d{1,4})\/\d{1,4}/;
const ENDED = /^❌ claude \[(\d{3})\]: (?:\[\d{3}\]: )?([\s\S]{1,2000})$/;
const MS = 1000;

export default defineDialect({
  id: 'omniroute',
  title: 'The relay OmniRoute',
  origin: 'diegosouzapw/OmniRoute, its pino lines and its console, as users print them (2026-04)',
  keywords: ['active accounts rate limited', 'all connections cooling down', '❌ claude ['],
  rows: [
    {
      id: 'omniroute.limited',
      title: 'every account was refused',
      marks: ['active accounts rate limited'],
      read: readLimited,
    },
    {id: 'omniroute.waits', title: 'it waits before a retry', marks: ['all connections cooling down'], read: readWaits},
    {id: 'omniroute.ended', title: 'it gives up', marks: ['❌ claude ['], read: readEnded},
  ],
});

function readLimited({text}: Frame): Evidence | undefined {
  const status = LIMITED.exec(text)?.[1];
  return status === undefined ? undefined : {row: 'omniroute.limited', phase: 'response', hop: 'failed', status};
}

function readWaits({text}: Frame): Evidence | undefined {
  const found = WAITS.exec(text);
  if (!found) return undefined;
  const [, model, wait, retry] = found;
  return {
    row: 'omniroute.waits',
    phase: 'retry',
    about: aboutModel(model),
    retry: {again: true, delayMs: Number(wait) * MS},
    hops: Number(retry) + 1,
    stated: {...emptyDraft(), model},
  };
}

function readEnded({text}: Frame): Evidence | undefined {
  const found = ENDED.exec(text);
  if (!found) return undefined;
  return {row: 'omniroute.ended', phase: 'end', about: 'claude', status: found[1], error: {message: found[2]}};
}
