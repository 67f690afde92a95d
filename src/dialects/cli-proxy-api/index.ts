import type {Evidence} from '../../calls/evidence.ts';
import type {Frame} from '../../framing/frame.ts';
import {emptyDraft} from '../../spec/types.ts';
import {readTime} from '../../util/time.ts';
import {defineDialect} from '../define.ts';
import {goDuration} from '../gin.ts';
import {aboutModel} from '../models.ts';
import {aboutPath} from '../urls.ts';

const LINE =
  /^\[(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)\] \[([\da-f]{8}|-{8})\] \[[a-z]{4,7} {0,2}\] \[[\w.-]{1,80}\.go:\d{1,6}\] ([\s\S]*)$/;
/** Older builds print the id behind the place. */
const OLD_LINE =
  /^\[(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)\] \[[a-z]{4,7} {0,2}\] \[[\w.-]{1,80}\.go:\d{1,6}\] \| ([\da-f]{8}|-{8}) \| ([\s\S]*)$/;
const ACCESS =
  /^ {0,4}(\d{3}) \| {1,20}(\S{1,30}) \| {1,40}([\da-fA-F.:]{2,45}) \| POST {1,8}"([^"\n]{1,4096})"(?: \[credits\])?(?: \| ([\s\S]+))?$/;
const FAILED =
  /^upstream execution failed: provider=(\S{1,60}) model=(\S{1,200}) auth=[\s\S]{0,200}? duration=(\S{1,30}) err=([\s\S]*)$/;
const REQUEST_ERROR = /^request error, error status: (\d{3}), error message: ([\s\S]*)$/;
const USED = /^Use (?:API key|OAuth) [\s\S]{1,120} for model (\S{1,200})/;
const CUT = /^(?:unexpected EOF|EOF|stream (?:error|closed)|http2: )/;

export default defineDialect({
  id: 'cli-proxy-api',
  title: 'The relay CLIProxyAPI',
  origin:
    'router-for-me/CLIProxyAPI internal/logging/gin_logger.go, sdk/cliproxy/auth/conductor_execution.go; run at 7.2.99',
  keywords: [
    '[gin_logger.go:',
    'upstream execution failed: ',
    'request error, error status: ',
    'Use API key ',
    'Use OAuth ',
  ],
  rows: [
    {id: 'cliproxy.access', title: 'the access line', marks: ['[gin_logger.go:'], read: readAccess},
    {id: 'cliproxy.hop', title: 'a try upstream failed', marks: ['upstream execution failed: '], read: readFailed},
    {id: 'cliproxy.error', title: 'DEBUG: its status', marks: ['request error, error status: '], read: readStatus},
    {
      id: 'cliproxy.model',
      title: 'DEBUG: the model that is asked',
      marks: ['Use API key ', 'Use OAuth '],
      read: readModel,
    },
  ],
});

function readLine({text, zone}: Frame, read: (message: string) => Evidence | undefined): Evidence | undefined {
  const found = LINE.exec(text) ?? OLD_LINE.exec(text);
  const evidence = found?.[3] === undefined ? undefined : read(found[3].trimEnd());
  if (!found || !evidence) return undefined;
  const time = readTime(found[1] ?? '', zone);
  const id = found[2]?.startsWith('-') ? undefined : found[2];
  return {
    ...evidence,
    at: time?.at,
    zoneless: time?.zoneless,
    ...(id !== undefined && {callKey: `cliproxy ${id}`, ids: {relay: id}}),
  };
}

function readAccess(frame: Frame): Evidence | undefined {
  return readLine(frame, (message) => {
    const found = ACCESS.exec(message);
    if (!found) return undefined;
    const [, status, took = '', ip, path = '', words] = found;
    const about = aboutPath(path);
    if (about === undefined) return undefined;
    return {
      row: 'cliproxy.access',
      phase: 'end',
      server: {part: 'access'},
      about,
      url: path,
      status,
      totalMs: goDuration(took),
      ...(words !== undefined && {error: {message: words.trim()}}),
      stated: {...emptyDraft(), client_ip: ip},
    };
  });
}

function readFailed(frame: Frame): Evidence | undefined {
  return readLine(frame, (message) => {
    const found = FAILED.exec(message);
    if (!found) return undefined;
    const [, provider = '', model = '', , words = ''] = found;
    const named = aboutModel(model);
    const broken = CUT.test(words);
    return {
      row: 'cliproxy.hop',
      phase: 'response',
      about: named === 'unknown' && provider === 'claude' ? 'claude' : named,
      // A stream that broke is not tried again: its head has left.
      ...(broken ? {stream: {broken: true}} : {hop: 'failed'}),
      errorText: words,
      error: words.includes('{') ? {} : {message: words},
      stated: {...emptyDraft(), model},
    };
  });
}

/** The same failure, with the status and without the body. */
function readStatus(frame: Frame): Evidence | undefined {
  return readLine(frame, (message) => {
    const found = REQUEST_ERROR.exec(message);
    if (!found) return undefined;
    const [, status, words = ''] = found;
    return {row: 'cliproxy.error', phase: 'response', about: 'unknown', hop: 'failed', status, error: {message: words}};
  });
}

function readModel(frame: Frame): Evidence | undefined {
  return readLine(frame, (message) => {
    const model = USED.exec(message)?.[1];
    if (model === undefined) return undefined;
    return {row: 'cliproxy.model', phase: 'start', about: aboutModel(model), stated: {...emptyDraft(), model}};
  });
}
