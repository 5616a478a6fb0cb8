// Parts of a year and longer periods: quarters, halves, seasons, fiscal years, centuries.
import type { Form, Side } from '../form.ts';
import { type Groups, type Place, type Rule, rule } from '../pattern.ts';
import { yearPoint } from '../values/point.ts';
import { readOrdinal, readSeason } from '../words/numbers.ts';

const SIDE = '(?<side>last|past|previous|next|coming|this|following|this past|this coming|current)';

export const PERIOD_RULES: readonly Rule[] = [
  rule(
    'period:quarter',
    `(?:(?:the|its|their) )?(?:${SIDE} )?(?:(?:fiscal|financial)~)?(?<nth>first|second|third|fourth|1st|2nd|3rd|4th) (?:fiscal )?quarters?|(?:fiscal )?(?<nth2>first|second|third|fourth)[-–]quarter`,
    (g) => quarter(Number(readOrdinal(g.nth ?? g.nth2 ?? '')), g),
  ),
  rule(
    'period:quarter-year',
    '(?:(?<year>YEAR)[- ]?Q(?<n>[1-4])|Q(?<m>[1-4])(?:[- ](?<tail>YEAR))?)',
    ({ year, n, m, tail }) => {
      const at = Number(n ?? m) - 1;
      const whole = year ?? tail;
      if (whole !== undefined) return { kind: 'point', point: { grain: 'quarter', at: Number(whole) * 4 + at } };
      return { kind: 'part', part: { grain: 'quarter', at }, side: 'near' };
    },
  ),
  rule('period:half', `(?:the )?(?:${SIDE} )?(?:(?:fiscal|financial)~)?(?<nth>first|second|latter)~half`, readHalf),
  rule('period:season-year', '(?:the )?(?<season>SEASON)(?: of|,)?[ -](?<year>YEAR)', ({ season = '', year }) => ({
    kind: 'point',
    point: { grain: 'season', at: Number(year) * 4 + readSeason(season) },
  })),
  rule('period:season', `(?:the )?(?:${SIDE} )(?<season>SEASON)`, (g) => season(g)),
  rule('period:that-season', '(?:that|the same) (?<season>SEASON)', ({ season: word = '' }) => ({
    kind: 'in-year',
    part: { grain: 'season', at: readSeason(word) },
    year: { kind: 'same', grain: 'year' },
  })),
  rule('period:bare-season', '(?:the )?(?<season>SEASON)', readBareSeason),
  rule(
    'period:fiscal-year',
    '(?:the )?(?:fiscal|financial)(?:~year)? (?<year>YEAR)|(?:the )?(?<second>YEAR) (?:fiscal|financial) year',
    ({ year, second }) => ({
      kind: 'point',
      point: yearPoint(Number(year ?? second)),
    }),
  ),
  rule('period:year-span', '(?:the )?(?<year>YEAR) (?:period|quarter)', ({ year }) => ({
    kind: 'period-of',
    year: Number(year),
  })),
  rule('period:century', '(?:the )?(?<nth>ORDINAL)~century', ({ nth = '' }) => {
    const count = readOrdinal(nth);
    return count === null || count < 2 || count > 29
      ? null
      : { kind: 'point', point: { grain: 'century', at: count - 1 } };
  }),
];

function quarter(nth: number, groups: Groups): Form {
  return { kind: 'part', part: { grain: 'quarter', at: nth - 1 }, side: sideOf(groups.side) };
}

function season(groups: Groups): Form {
  return {
    kind: 'part',
    part: { grain: 'season', at: readSeason(groups.season ?? '') },
    side: sideOf(groups.side),
  };
}

/** What follows the half of a year: "of 2008", "of the fiscal year", "last year". */
const OF_YEAR =
  /^\s+of\s+(?:the\s+)?(?:fiscal\s+|last\s+|this\s+|next\s+)?(?:year|\d{4}(?!s))|^\s+(?:last|this|next)\s+year/i;

/** "the second half of 2008", "first-half profits": but not the halves of games and hours. */
function readHalf({ nth = '', side }: Groups, { text, start, end }: Place): Form | null {
  const words = text.slice(start, end);
  if (!OF_YEAR.test(text.slice(end, end + 30)) && !/fiscal|-half$/i.test(words)) return null;
  return { kind: 'part', part: { grain: 'half', at: /first/i.test(nth) ? 0 : 1 }, side: sideOf(side) };
}

/** What makes a season's word part of a name or of another word: "spring-clean", "the Winter Palace". */
const IN_NAME = /^\s?-|^\s+(?:street|house|palace|offensive|games|olympic)/i;

const LEADS_SEASON = /\b(?:in|by|since|until|during|early|late|mid|this|that|through|of|for)[\s-]$/i;

/** "in the spring" is a season; "the fall of Kabul", "a spring", "to fall" are not. */
function readBareSeason(groups: Groups, { text, start, end, from, to, tagAt }: Place): Form | null {
  const words = text.slice(start, end);
  const after = text.slice(end, Math.min(to, end + 12));
  const led = LEADS_SEASON.test(text.slice(Math.max(from, start - 8), start));
  if (IN_NAME.test(after) || (/fall$/i.test(words) && /^\s+(?:in|of)\b/i.test(after))) return null;
  if (!led && (/(?:fall|spring)$/i.test(words) || !/^the/i.test(words))) return null;
  const tag = tagAt(end - 1);
  return tag === '' || tag.startsWith('NN') ? season(groups) : null;
}

/** The side that a determiner names: "last", "next", "this". */
export function sideOf(word: string | undefined): Side {
  const plain = word?.toLowerCase() ?? '';
  if (/previous/.test(plain)) return 'preceding';
  if (/following/.test(plain)) return 'following';
  if (/past|last/.test(plain)) return 'last';
  if (/next|coming/.test(plain)) return 'next';
  return /this|current/.test(plain) ? 'this' : 'near';
}
