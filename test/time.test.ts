import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {readTime, timeOf, zoneOf} from '../src/util/time.ts';

const plusEight = (): number => 480;

/** Read in a zone of +08:00, with 2026 as the year of times without one. */
const TIMES: readonly (readonly [text: string, iso: string, zoneless: boolean, rest?: string])[] = [
  ['2026-11-23 08:46:42,774 - httpx', '2026-11-23T00:46:42.774Z', true, ' - httpx'],
  ['2026-11-23T08:52:26.123456789Z x', '2026-11-23T08:52:26.123Z', false, ' x'],
  ['2026-11-23T08:52:26.5+0200', '2026-11-23T06:52:26.500Z', false],
  ['2026-11-23T08:52Z', '2026-11-23T08:52:00.000Z', false],
  ['2026-11-23 08:46:42 - 3', '2026-11-23T00:46:42.000Z', true, ' - 3'],
  ['2026-11-23 08:46:42+00 LOG', '2026-11-23T08:46:42.000Z', false, ' LOG'],
  ['2026-11-23 08:46:42.123 -0800 PST', '2026-11-23T16:46:42.123Z', false, ' PST'],
  ['2026-11-23 08:46:42 UTC', '2026-11-23T08:46:42.000Z', false],
  ['20261123T085226Z', '2026-11-23T08:52:26.000Z', false],
  ['2026/11/23 08:52:26.123456 msg', '2026-11-23T00:52:26.123Z', true, ' msg'],
  ['23/Nov/2026:08:52:26 +0000]', '2026-11-23T08:52:26.000Z', false, ']'],
  ['Tue, 12 Nov 2024 16:40:09 GMT', '2024-11-12T16:40:09.000Z', false],
  ['Tuesday, 12-Nov-24 16:40:09 GMT', '2024-11-12T16:40:09.000Z', false],
  ['Tue Nov 12 16:40:09 2024', '2024-11-12T08:40:09.000Z', true],
  ['Tue Nov  5 16:40:09 UTC 2024', '2024-11-05T16:40:09.000Z', false],
  ['Sun Nov 23 2026 08:52:26 GMT+0100 (CET)', '2026-11-23T07:52:26.000Z', false, ' (CET)'],
  ['23-Nov-2026 08:52:26 UTC', '2026-11-23T08:52:26.000Z', false],
  ['23 Nov 2026 08:52:26.123 *', '2026-11-23T00:52:26.123Z', true, ' *'],
  ['Nov 23, 2026 8:52:54 AM App', '2026-11-23T00:52:54.000Z', true, ' App'],
  ['Nov 23 2026 08:52:26: x', '2026-11-23T00:52:26.000Z', true, ': x'],
  ['11/23/2026, 12:52:26 PM', '2026-11-23T04:52:26.000Z', true],
  ['23.11.2026 08:52:26', '2026-11-23T00:52:26.000Z', true],
  ['Nov  3 08:52:26 host', '2026-11-03T00:52:26.000Z', true, ' host'],
];

const NO_TIMES = [
  '',
  '08:52:54.803 [main]',
  '2026-11-23',
  '2026-02-30 01:02:03',
  '2026-13-01 00:00:00',
  '2026-11-00 00:00:00',
  '2026-11-23 24:00:00',
  '2026-11-23 08:60:00',
  'Err 23 08:52:26',
  '0001-01-01T00:00:00Z',
  'at 2026-11-23 08:46:42',
  '11/23/2026, 13:52:26 PM',
  '2026-11-23T08:52:26+19:00',
  '12026-11-23 08:46:42',
];

const VALUES: readonly (readonly [value: unknown, iso: string | undefined])[] = [
  [1795423630, '2026-11-23T08:47:10.000Z'],
  [1795423630.8, '2026-11-23T08:47:10.800Z'],
  ['1795423630.25', '2026-11-23T08:47:10.250Z'],
  [1795423630800, '2026-11-23T08:47:10.800Z'],
  ['1795423630800000', '2026-11-23T08:47:10.800Z'],
  ['1795423630800000123', '2026-11-23T08:47:10.800Z'],
  ['2026-11-23T08:47:10Z', '2026-11-23T08:47:10.000Z'],
  ['2026-11-23T08:47:10Z x', undefined],
  [429, undefined],
  [Number.NaN, undefined],
  [-1795423630, undefined],
  ['429', undefined],
  [null, undefined],
  [{}, undefined],
];

/** Wall clocks of Europe/Berlin: summer, winter, the hour that comes twice, the hour that does not come. */
const BERLIN: readonly (readonly [wall: string, offset: number])[] = [
  ['2026-07-01T12:00Z', 120],
  ['2026-01-01T12:00Z', 60],
  ['2026-10-25T02:30Z', 120],
  ['2026-10-25T03:00Z', 60],
  ['2026-03-29T01:59Z', 60],
  ['2026-03-29T02:30Z', 60],
  ['2026-03-29T03:00Z', 120],
];

describe('readTime', () => {
  for (const [text, iso, zoneless, rest = ''] of TIMES) {
    it(text, () => {
      const time = readTime(text, plusEight, 2026);
      assert.deepEqual(time, {at: Date.parse(iso), end: text.length - rest.length, zoneless});
    });
  }

  it('reads nothing else', () => {
    for (const text of NO_TIMES) assert.equal(readTime(text, plusEight, 2026), undefined, text);
    assert.equal(readTime('Nov 23 08:52:26 host', plusEight), undefined, 'a time without a year needs one');
  });

  it('reads every ISO time back', () => {
    const dates = fc.date({
      min: new Date('1970-01-01T00:00:00Z'),
      max: new Date('9999-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(dates, (date) => {
        assert.equal(readTime(date.toISOString(), plusEight)?.at, date.getTime());
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...TIMES), (junk, [text]) => {
        readTime(junk, plusEight);
        readTime(text.slice(0, junk.length) + junk, plusEight);
      }),
    );
  });
});

it('timeOf reads epochs by magnitude and whole strings', () => {
  for (const [value, iso] of VALUES) {
    assert.equal(timeOf(value, plusEight)?.at, iso === undefined ? undefined : Date.parse(iso), String(value));
  }
});

describe('zoneOf', () => {
  it('reads names', () => {
    const names = {UTC: 0, Z: 0, '+08:00': 480, '-0330': -210, 'Asia/Kathmandu': 345, 'America/New_York': -300};
    for (const [name, offset] of Object.entries(names))
      assert.equal(zoneOf(name)?.(Date.UTC(2026, 0, 1)), offset, name);
    for (const name of ['', 'Nowhere/Land', '+25:00', 'my zone']) assert.equal(zoneOf(name), undefined, name);
  });

  it('follows summer time', () => {
    const berlin = zoneOf('Europe/Berlin');
    for (const [wall, offset] of BERLIN) assert.equal(berlin?.(Date.parse(wall)), offset, wall);
  });

  it('knows the local rules', () => {
    const wall = Date.UTC(2026, 6, 1, 12);
    assert.equal(wall - (zoneOf('local')?.(wall) ?? Number.NaN) * 60_000, new Date(2026, 6, 1, 12).getTime());
  });
});
