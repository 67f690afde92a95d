import type {RedactionRule} from '../rule.ts';
import {fake} from './canary.ts';

/** Base64 shows by a digit or padding, or by a capital inside a long word; `Basic Authentication` has neither. */
export const basicAuth: RedactionRule = {
  id: 'basic-auth',
  title: 'Basic credentials in an authorization header',
  catches: () => [
    `Authorization: Basic «${btoa(`user:${fake('', 14)}`)}»`,
    `'proxy-authorization': 'basic «${btoa(`proxy:${fake('p', 20)}`)}»'`,
    `authorization=Basic%20«${btoa(`u:${fake('', 19)}`)}»`,
  ],
  spares: () => [
    ['Basic Authentication is not supported', 'prose'],
    ['basic information about PostgreSQL', 'prose'],
    ['Basic [REDACTED:basic-auth]', 'done already'],
  ],
  pattern:
    /(?:[Bb]asic|BASIC)(?:[ \t+]|%20){1,4}(?<secret>(?:(?=[A-Za-z+/_-]{0,60}[0-9=])[\w+/-]{8,}|(?=[\w+/-]{2,20}[A-Z])[\w+/-]{20,})(?:=|%3[Dd]){0,2})/,
};
