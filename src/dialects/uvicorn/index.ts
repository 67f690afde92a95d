import type {Evidence} from '../../calls/evidence.ts';
import type {Frame} from '../../framing/frame.ts';
import {emptyDraft} from '../../spec/types.ts';
import {defineDialect} from '../define.ts';
import {aboutPath} from '../gin.ts';

/** With its own prefix, with a logger's, or as the message of a JSON entry; the words of the status are not always there. */
const ACCESS =
  /(?:^|[\s|])(?:INFO:? {1,8})?([\da-fA-F.:[\]]{2,45}):\d{1,5} - "POST (\S{1,2048}) HTTP\/[\d.]{1,4}" (\d{3})(?: [A-Za-z][A-Za-z' -]{0,40})?$/;

/** Relays written in Python: LiteLLM, claude-code-proxy, anthropic-to-vertex bridges and the like. */
export default defineDialect({
  id: 'uvicorn',
  title: "uvicorn's access line, in front of relays written in Python",
  origin: 'encode/uvicorn uvicorn/logging.py; run at the version that LiteLLM 1.108.7 installs',
  keywords: ['/v1/messages', '/chat/completions HTTP/'],
  rows: [{id: 'uvicorn.access', title: 'the access line', marks: ['"POST /'], read: readAccess}],
});

function readAccess({text}: Frame): Evidence | undefined {
  const found = ACCESS.exec(text);
  if (!found) return undefined;
  const [, ip = '', path = '', status] = found;
  const about = aboutPath(path);
  if (about === undefined) return undefined;
  return {
    row: 'uvicorn.access',
    phase: 'end',
    final: true,
    // A path of anybody's only adds to a call that is known to be Claude's.
    joinsOnly: about === 'unknown',
    url: path,
    status,
    stated: {...emptyDraft(), client_ip: ip},
  };
}
