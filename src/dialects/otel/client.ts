import type {Evidence} from '../../calls/evidence.ts';
import {own, text} from '../../util/json.ts';
import type {Span} from './span.ts';

/** The scopes under which the official SDKs make their own spans, by language. */
const SDK_SCOPE = /^com\.anthropic\.sdk\.([a-z]{1,20})$/;
/** The resource's attributes (semantic-conventions, process). */
const RUNTIME = ['process', 'runtime'].join('.');
const RUNTIMES: Readonly<Record<string, string>> = {
  cpython: 'Python',
  nodejs: 'Node.js',
  node: 'Node.js',
  go: 'Go',
  'OpenJDK Runtime Environment': 'Java',
  '.NET': '.NET',
};

/** The library that made the span, and the runtime when the resource names its version. */
export function clientOf({scope, resource}: Span): Evidence['sdk'] {
  const runtime = text(own(resource, `${RUNTIME}.name`));
  const version = text(own(resource, `${RUNTIME}.version`))?.replace(/^(?:go|v)(?=\d)/, '');
  return {
    version: libraryOf(scope, resource),
    runtime: runtime === undefined || version === undefined ? undefined : `${RUNTIMES[runtime] ?? runtime} ${version}`,
  };
}

function libraryOf({name, version}: Span['scope'], resource: Span['resource']): string | undefined {
  if (text(own(resource, 'service.name')) === 'claude-code') {
    const service = text(own(resource, 'service.version'));
    return service === undefined ? undefined : `claude-cli==${service}`;
  }
  if (name === undefined || version === undefined || version === '') return undefined;
  const language = SDK_SCOPE.exec(name)?.[1];
  return language === undefined ? `${name}==${version}` : `anthropic-sdk-${language}==${version}`;
}
