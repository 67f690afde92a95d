import type {Headers} from '../util/headers.ts';

/** Who made the call: the library in `name==version` form and its runtime. */
export interface Client {
  readonly version?: string;
  readonly runtime?: string;
}

/** What x-stainless-lang calls a language, and how the SDK's package is called (sdk-formats of each SDK's repository). */
const SDK_OF_LANG: Readonly<Record<string, string>> = {
  python: 'anthropic-sdk-python',
  js: 'anthropic-sdk-typescript',
  go: 'anthropic-sdk-go',
  java: 'anthropic-sdk-java',
  kotlin: 'anthropic-sdk-java',
  ruby: 'anthropic-sdk-ruby',
  php: 'anthropic-sdk-php',
  csharp: 'anthropic-sdk-csharp',
};
const LANG_OF_AGENT: Readonly<Record<string, string>> = {
  Python: 'python',
  JS: 'js',
  Go: 'go',
  Java: 'java',
  Ruby: 'ruby',
  PHP: 'php',
  'C#': 'csharp',
};
const RUNTIME_NAMES: Readonly<Record<string, string>> = {
  cpython: 'Python',
  node: 'Node.js',
  deno: 'Deno',
  edge: 'Edge',
  go: 'Go',
  jre: 'Java',
  ruby: 'Ruby',
  '.net': '.NET',
};
const AGENT = /\b[\w:.]*\/(Python|JS|Go|Java|Ruby|PHP|C#) (\d[\w.+-]{0,40})/;
/** OpenAI's SDKs are made by the same generator and send the same headers. */
const OTHER_AGENT = /^(?:Async|Azure){0,2}OpenAI\//;
const FIRST_PRODUCT = /^([\w.@-]{1,64})\/v?(\d[\w.+-]{0,40})/;
const NODE_IN_AGENT = /\b(?:runtime\/node\.js\/|md\/nodejs#)v?(\d[\w.]{0,20})/;
/** AWS's SDKs name the language with its version. */
const LANG_IN_AGENT = /\blang\/(python|go|java|ruby|php|rust)#(\d[\w.]{0,20})/i;
/** Install paths that name a version or a runtime: pnpm and yarn stores, Python's site-packages, Go's modules, jars. */
const PNPM_PATH = /@anthropic-ai[+/]sdk@(\d[\w.-]{0,40}?)(?:[_(/]|$)/m;
const PYTHON_PATH = /\/python(\d\.\d{1,2})\/site-packages\/(?:anthropic|langchain|httpx)/;
const GO_PATH = /anthropic-sdk-go@v(\d[\w.-]{0,40})/;
const GO_TOOLCHAIN = /(?:toolchain@v[\d.]{1,12}-|\/)go(1\.\d{1,3}(?:\.\d{1,3})?)[./][\w./-]{0,60}src\//;
const JAR = /\banthropic-java(?:-[a-z]{1,20}){0,3}-(\d{1,4}(?:\.\d{1,4}){1,3})\.jar/;

/** Reads the request headers; x-stainless-* beats User-Agent, which frameworks overwrite. */
export function clientOfHeaders(headers: Headers): Client {
  const lang = headers.get('x-stainless-lang')?.toLowerCase();
  const version = headers.get('x-stainless-package-version');
  const agent = headers.get('user-agent');
  const isOther = agent !== undefined && OTHER_AGENT.test(agent);
  const sdk = lang === undefined ? undefined : isOther ? 'openai' : SDK_OF_LANG[lang];
  const found = agent === undefined ? {} : clientOfAgent(agent);
  const runtime = runtimeOf(headers.get('x-stainless-runtime'), headers.get('x-stainless-runtime-version'), lang);
  return client(
    sdk !== undefined && version !== undefined ? `${sdk}==${version}` : found.version,
    runtime ?? found.runtime,
  );
}

/** Reads a User-Agent value. */
export function clientOfAgent(agent: string): Client {
  const official = AGENT.exec(agent);
  const sdk = OTHER_AGENT.test(agent) ? 'openai' : SDK_OF_LANG[LANG_OF_AGENT[official?.[1] ?? ''] ?? ''];
  const node = NODE_IN_AGENT.exec(agent)?.[1];
  const lang = LANG_IN_AGENT.exec(agent);
  const runtime = node === undefined ? lang && `${languageName(lang[1] as string)} ${lang[2]}` : `Node.js ${node}`;
  if (sdk !== undefined && official) return client(`${sdk}==${official[2]}`, runtime);
  const product = FIRST_PRODUCT.exec(agent);
  return client(product ? `${product[1]}==${product[2]}` : undefined, runtime);
}

/** Reads install paths in a stack trace. */
export function clientOfStack(stack: string): Client {
  const pnpm = PNPM_PATH.exec(stack)?.[1];
  const python = PYTHON_PATH.exec(stack)?.[1];
  const go = GO_PATH.exec(stack)?.[1];
  const jar = JAR.exec(stack)?.[1];
  const toolchain = go === undefined ? undefined : GO_TOOLCHAIN.exec(stack)?.[1];
  return client(
    named('typescript', pnpm) ?? named('go', go) ?? named('java', jar),
    python === undefined ? toolchain && `Go ${toolchain}` : `Python ${python}`,
  );
}

const named = (sdk: string, version: string | undefined): string | undefined =>
  version === undefined ? undefined : `anthropic-sdk-${sdk}==${version}`;

function runtimeOf(
  name: string | undefined,
  version: string | undefined,
  lang: string | undefined,
): string | undefined {
  if (name === undefined || version === undefined || version === 'unknown') return undefined;
  const known = lang === 'php' ? 'PHP' : (RUNTIME_NAMES[name.toLowerCase()] ?? name);
  return `${known} ${version.replace(/^(?:v|go)(?=\d)/, '')}`;
}

const languageName = (lang: string): string =>
  lang === 'php' ? 'PHP' : `${lang.charAt(0).toUpperCase()}${lang.slice(1)}`;

function client(version: string | undefined, runtime: string | null | undefined): Client {
  return {...(version !== undefined && {version}), ...(runtime && {runtime})};
}
