import type {CallFields} from '../spec/types.ts';

/** Bedrock and Vertex name the model in the path, and whether a stream is asked for. */
const BEDROCK = /\/model\/([^/?#\s]{1,512})\/(?:invoke|converse)(-with-response-stream|-stream)?(?:[?#]|$)/;
const VERTEX = /\/models\/([^/:?#\s]{1,128}):(r|streamR)awPredict(?:[?#]|$)/;

/** Hosts of gateways that serve many providers: who calls them calls Claude through a proxy that names itself. */
const PROXIES: readonly (readonly [host: RegExp, name: string])[] = [
  [/^https?:\/\/openrouter\.ai(?=[/:])/, 'openrouter'],
  [/^https?:\/\/gateway\.ai\.cloudflare\.com(?=[/:])/, 'cloudflare-ai-gateway'],
  [/^https?:\/\/api\.portkey\.ai(?=[/:])/, 'portkey'],
  [/^https?:\/\/(?:anthropic|gateway|ai-gateway)\.(?:hconeai\.com|helicone\.ai)(?=[/:])/, 'helicone'],
];

/** What the URL of a call says besides where it went. */
export function urlFacts(url: string): Partial<CallFields> {
  const proxy = PROXIES.find(([host]) => host.test(url))?.[1];
  return {...pathFacts(url), ...(proxy !== undefined && {proxy_used: proxy})};
}

function pathFacts(url: string): Partial<CallFields> {
  const bedrock = BEDROCK.exec(url);
  if (bedrock) return {model: modelOf(bedrock[1] as string), stream_mode: bedrock[2] !== undefined};
  const vertex = VERTEX.exec(url);
  return vertex ? {model: modelOf(vertex[1] as string), stream_mode: vertex[2] === 'streamR'} : {};
}

/** An ARN names the account too: the model or the profile is its last part. */
function modelOf(segment: string): string {
  const name = decoded(segment);
  return name.slice(name.lastIndexOf('/') + 1);
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
