import type {Evidence} from '../../calls/evidence.ts';
import {findErrorBody} from '../../calls/find-body.ts';
import type {Frame} from '../../framing/frame.ts';
import {emptyDraft} from '../../spec/types.ts';
import {isObject, type JsonObject, own, text as textOf} from '../../util/json.ts';
import {defineDialect} from '../define.ts';
import {speaksOfClaude} from '../proof.ts';

/** Portkey's gateway: it keeps the provider's type and puts the provider's name before the message. */
export default defineDialect({
  id: 'portkey',
  title: 'Portkey AI gateway',
  origin: 'Portkey-AI/gateway src/providers/utils.ts, src/providers/anthropic/utils.ts (669825c); not run',
  keywords: ['anthropic error: ', 'bedrock error: ', 'vertex-ai error: '],
  rows: [
    {id: 'portkey.json', title: 'the body is the entry', names: ['provider'], read: readEntry},
    {
      id: 'portkey.body',
      title: 'the body stands in a text',
      marks: ['anthropic error: ', 'bedrock error: ', 'vertex-ai error: '],
      read: readText,
      enriched: true,
    },
  ],
});

function readEntry(frame: Frame): Evidence | undefined {
  return frame.json && evidenceOf('portkey.json', frame.json, frame);
}

function readText(frame: Frame): Evidence | undefined {
  const found = findErrorBody(frame.text);
  const evidence = found && evidenceOf('portkey.body', found.body, frame);
  return evidence && found ? {...evidence, errorText: frame.text.slice(0, found.start)} : undefined;
}

function evidenceOf(row: string, body: JsonObject, frame: Frame): Evidence | undefined {
  const provider = textOf(own(body, 'provider'));
  const error = own(body, 'error');
  const message = isObject(error) ? textOf(own(error, 'message')) : undefined;
  if (provider === undefined || !isObject(error) || !message?.startsWith(`${provider} error: `)) return undefined;
  if (provider !== 'anthropic' && !speaksOfClaude(frame)) return undefined;
  return {
    row,
    phase: 'end',
    responseBody: {error: {...error, message: message.slice(provider.length + ' error: '.length)}},
    stated: {...emptyDraft(), proxy_used: 'portkey'},
  };
}
