/** How many suffixes are looked for: each relay in a row adds one. */
const MAX_SUFFIXES = 8;
const MAX_TEXT = 8192;
const SUFFIX = /\s?[(\uff08](?:request id|trace_?id)[:\uff1a] ?([\w-]{8,128})[)\uff09]/gi;
/** What relays put before the message of their upstream. */
const PREFIX =
  /^(?:status_code=\d{3}, |Provider API error: |(?:anthropic|bedrock|vertex-ai|azure-ai) error: |upstream error: \d{3} )/;
/** LiteLLM's class, and the class that it caught, in front of the provider's words. */
const CLASSES = /^(?:litellm\.[\w.]{2,80}: ){1,4}(?:\w{1,40}(?:Exception|Error) - )?(?:litellm\.[\w.]{2,80}: )?/;
/** What LiteLLM puts behind it. */
const TAIL =
  /\.? ?Received Model Group=|\s?Available Model Group Fallbacks=|\s?LiteLLM Retried: |\.? Handle with `litellm\./;

/** A message without what the relays on its way added. */
export function ownWords(message: string): string {
  if (message.length > MAX_TEXT) return message;
  const tail = message.search(TAIL);
  const cut = tail < 0 ? message : message.slice(0, tail);
  const bare = cut.replace(SUFFIX, '').replace(PREFIX, '').replace(CLASSES, '');
  // What nobody added to stays as it is, blanks and all.
  return bare === message || bare.trim() === '' ? message : bare.trim();
}

/** The ids that relays appended, the one of the relay that was called first: each relay on the way back adds one. */
export function suffixIdsOf(texts: readonly string[]): string[] {
  const ids: string[] = [];
  for (const text of texts) {
    for (const [, id] of text.slice(0, MAX_TEXT).matchAll(SUFFIX)) {
      if (id !== undefined && !ids.includes(id) && ids.length < MAX_SUFFIXES) ids.push(id);
    }
    if (ids.length > 0) break;
  }
  return ids.reverse();
}
