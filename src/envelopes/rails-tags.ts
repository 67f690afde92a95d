import type {Envelope} from './define.ts';
import {context} from './facts.ts';

/** Up to three tags such as `[ActiveJob] [HeronJob]`, the id of the request or job, and tags behind it. */
const TAGS =
  /^(?:\[[A-Z][\w:]{0,99}\] ){0,3}\[([\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12})\] (?:\[[\w.:-]{1,64}\] ){0,3}/;

export const railsTags: Envelope = {
  id: 'rails-tags',
  title: "Rails' tagged logging: the request's id in brackets",
  origin: 'rails/rails activesupport/lib/active_support/tagged_logging.rb, railties new app template (log_tags)',
  shape: 'text',
  opens: '[',
  heads: true,
  language: 'ruby',
  examples: [
    ['[6f1b2c3d-0a1b-4c2d-8e3f-112233445566] Connection error.', 'Connection error.'],
    [
      '[ActiveJob] [HeronJob] [6f1b2c3d-0a1b-4c2d-8e3f-112233445566] Error performing HeronJob',
      'Error performing HeronJob',
    ],
  ],
  near: [
    ['[6f1b2c3d-0a1b-4c2d-8e3f] landed', 'a short id'],
    ['[heron] [12] landed', 'no id'],
  ],
  unwrap: ({text}) => {
    const found = TAGS.exec(text);
    return found ? {text: text.slice(found[0].length), context: context({}, {traceId: found[1]})} : undefined;
  },
};
