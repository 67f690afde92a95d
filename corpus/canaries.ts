/**
 * Secrets that are none. Every word below is put together here, so that a search for it finds only what the real
 * SDKs printed. A record made from a capture must contain none of them.
 */
import {createHash} from 'node:crypto';

/** The key every call uses, and the one the `unauthorized` calls use: right shape, never issued. */
export const apiKeys = {
  main: canaryKey('granite'),
  revoked: canaryKey('pumice'),
} as const;

/** What the clouds take instead: an access key of AWS and its secret, and a token of Google's. Never issued. */
export const cloudKeys = {
  awsId: ['AK', 'IA', letters('basalt', 16).toUpperCase()].join(''),
  awsSecret: letters('schist', 40),
  googleToken: ['ya', '29.', letters('gneiss', 120)].join(''),
} as const;

export const apiKeyList: readonly string[] = Object.values(apiKeys);

/** Found in the user's messages. */
export const promptPhrases: readonly string[] = [
  'marsh ' + 'lantern ' + 'oboe',
  'quartz ' + 'ferret ' + 'almanac',
  'juniper ' + 'trestle ' + 'sonnet',
];

/** Found in the assistant's turns of the request. */
export const assistantPhrases: readonly string[] = ['velvet ' + 'harbour ' + 'abacus'];

export const systemPhrases: readonly string[] = ['saffron ' + 'gantry ' + 'minuet'];

/** Found in what the mock answers. */
export const answerPhrases: readonly string[] = ['copper ' + 'heron ' + 'ledger', 'birch ' + 'cymbal ' + 'estuary'];

/** Found in tool descriptions and schemas. */
export const toolPhrases: readonly string[] = ['willow ' + 'ferry ' + 'sextant'];

export const userIds: readonly string[] = ['user-' + 'tarn' + '-4471', 'user-' + 'fell' + '-9038'];

/** A PNG of one pixel; its text is as secret as any other content. */
export const imageData =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk' + 'YPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

/** What no record may contain, in one list. */
export const canaries: readonly string[] = [
  ...apiKeyList,
  ...Object.values(cloudKeys),
  ...promptPhrases,
  ...assistantPhrases,
  ...systemPhrases,
  ...answerPhrases,
  ...toolPhrases,
  ...userIds,
  imageData,
];

function canaryKey(seed: string): string {
  let random = '';
  for (let round = 0; random.length < 93; round += 1) {
    random += createHash('sha256').update(`${seed} ${round}`).digest('base64url');
  }
  return ['sk-ant-', 'api03-', random.slice(0, 93), 'AA'].join('');
}

/** Letters and digits alone, as the clouds use them. */
function letters(seed: string, length: number): string {
  let text = '';
  for (let round = 0; text.length < length; round += 1) {
    text += createHash('sha256')
      .update(`${seed} ${round}`)
      .digest('base64url')
      .replace(/[-_01]/g, '');
  }
  return text.slice(0, length);
}
