// How the entity tables should look, for the linter.
import { CAPITAL_ROLES } from './capital-words.ts';
import type { EntityLexicon } from './entities.ts';
import { eachOf, isoDate, oneOf, type TableCheck } from './lint.ts';
import { STRENGTHS } from './matters.ts';
import { ORGANIZATION_KINDS } from './organizations.ts';
import { isStateCode } from './states.ts';

const RANKS = [
  'head-of-state',
  'head-of-government',
  'foreign',
  'defence',
  'minister',
  'diplomat',
  'organization-head',
  'spokesperson',
  'official',
  'military',
  'legislator',
  'party',
  'expert',
  'royal',
  'address',
] as const;
const ACTIVITIES = [
  'operation',
  'exercise',
  'project',
  'training',
  'transit',
  'destruction',
  'deployment',
  'dialogue',
] as const;
const GROUPS = [
  'official',
  'military',
  'police',
  'armed',
  'press',
  'expert',
  'civil',
  'criminal',
  'economic',
  'legal',
  'member',
  'human',
  'party',
] as const;
const gender = oneOf(['m', 'f']);
const yesNo = oneOf(['yes', 'no']);
const year = (cell: string) => (/^\d{4}$/.test(cell) ? null : `"${cell}" is no year`);

/**
 * The checks of all entity tables.
 * @param lexicon the loaded tables, against which owners and parties are checked
 */
export function entityChecks({ states, owners, offices }: EntityLexicon): readonly TableCheck[] {
  const owner = (cell: string) =>
    isStateCode(cell, states) || owners.has(cell)
      ? null
      : `"${cell}" is neither a state's code nor a name of the tables`;
  const known = new Set<string>();
  const office = (cell: string) => {
    if (!known.has(cell) && offices.has((value) => value.office === cell)) known.add(cell);
    return known.has(cell) ? null : `there is no office "${cell}" in offices.tsv`;
  };
  const names = eachOf();
  return [
    {
      file: 'states.tsv',
      columns: {
        code: (cell) => (/^[A-Z]{3}$/.test(cell) ? null : `"${cell}" is no code of three capital letters`),
        name: null,
        variants: names,
        capitals: names,
        seats: names,
        adjectives: names,
        people: names,
        from: year,
        to: year,
      },
      key: ['code'],
      required: ['code', 'name'],
      row: ({ from = '', to = '' }) => (from && to && from > to ? 'it ends before it begins' : null),
    },
    {
      file: 'places.tsv',
      columns: { name: null, variants: names, of: owner, adjectives: names },
      key: ['name'],
      required: ['name'],
    },
    {
      file: 'organizations.tsv',
      columns: { name: null, kind: oneOf(ORGANIZATION_KINDS), aliases: names, short: eachOf(definite), of: owner },
      key: ['name'],
      required: ['name', 'kind'],
    },
    {
      file: 'bodies.tsv',
      columns: { name: null, aliases: names, short: eachOf(definite), of: owner },
      key: ['name', 'of'],
      required: ['name'],
    },
    {
      file: 'body-kinds.tsv',
      columns: { kind: null, phrases: eachOf(small), alone: yesNo },
      key: ['kind'],
      required: ['kind', 'phrases', 'alone'],
    },
    {
      file: 'offices.tsv',
      columns: {
        phrases: eachOf(small),
        office: null,
        rank: oneOf(RANKS),
        of: oneOf(['state', 'organization', 'body', 'any', 'none']),
        gender,
      },
      key: ['phrases'],
      required: ['phrases', 'rank', 'of'],
    },
    {
      file: 'office-holders.tsv',
      columns: { person: null, aliases: names, office, of: owner, from: isoDate, to: isoDate, gender },
      key: ['person', 'office', 'of', 'from'],
      required: ['person', 'office', 'of', 'from'],
      row: ({ from = '', to = '' }) => (from && to && from > to ? 'the term ends before it begins' : null),
    },
    { file: 'given-names.tsv', columns: { gender, names: null }, key: ['gender'], required: ['gender', 'names'] },
    {
      file: 'groups.tsv',
      columns: { noun: null, kind: oneOf(GROUPS), alone: yesNo },
      key: ['noun'],
      required: ['noun', 'kind', 'alone'],
    },
    {
      file: 'agreements.tsv',
      columns: { name: null, aliases: names, short: eachOf(definite), parties: eachOf(owner), date: isoDate },
      key: ['name'],
      required: ['name'],
    },
    {
      file: 'agreement-versions.tsv',
      columns: { name: null, changes: null, phrases: eachOf(small) },
      key: ['name', 'changes'],
      required: ['name', 'changes', 'phrases'],
    },
    {
      file: 'agreement-kinds.tsv',
      columns: { noun: small, strength: oneOf(STRENGTHS) },
      key: ['noun'],
      required: ['noun', 'strength'],
    },
    {
      file: 'activities.tsv',
      columns: { name: null, kind: oneOf(ACTIVITIES), aliases: names, short: eachOf(definite), by: eachOf(owner) },
      key: ['name'],
      required: ['name', 'kind'],
    },
    {
      file: 'activity-kinds.tsv',
      columns: { phrase: small, kind: oneOf(ACTIVITIES), strength: oneOf(STRENGTHS) },
      key: ['phrase'],
      required: ['phrase', 'kind', 'strength'],
    },
    {
      file: 'issues.tsv',
      columns: { name: null, patterns: eachOf(small), topic: null },
      key: ['name'],
      required: ['name', 'patterns'],
    },
    {
      file: 'capital-words.tsv',
      columns: { word: small, role: oneOf(CAPITAL_ROLES) },
      key: ['word', 'role'],
      required: ['word', 'role'],
    },
    {
      file: 'name-nouns.tsv',
      columns: { noun: null, type: oneOf(['ORG', 'LOC']), place: oneOf(['first', 'last']) },
      key: ['noun'],
      required: ['noun', 'type', 'place'],
    },
  ];
}

/** Phrases of ordinary words are written small, since small letters match capitals too. */
function small(cell: string): string | null {
  return cell === cell.toLowerCase() ? null : `"${cell}" has capitals, which would not match small letters`;
}

function definite(cell: string): string | null {
  return cell.startsWith('the ') ? null : `"${cell}" does not begin with "the"`;
}
