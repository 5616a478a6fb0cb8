// Documents written for the tests of exports: certain and vague dates, all modalities, people, bodies and an alliance,
// signs beyond the basic plane, and words that would harm a careless writer.
import type { Told } from '../../record/testing/build.ts';

const NORWAY = { kind: 'state', name: 'Norway', code: 'NOR' } as const;
const RUSSIA = { kind: 'state', name: 'Russia', code: 'RUS' } as const;
const NATO = { kind: 'organization', name: 'NATO' } as const;
const MINISTER = { kind: 'person', name: 'Kari Berg', partOf: 'Norway', offices: ['Defence Minister'] } as const;
const TREATY = { kind: 'agreement', name: 'Fjord Fisheries Treaty' } as const;

/** Two parties meet in a town on a day; a promise without a date; a talk that did not take place. */
export const TALKS: Told = {
  id: 'talks 🐟/1',
  title: 'Talks in Bergen <b>& after</b>',
  published: '2013-02-04',
  text: '🐟🐟 News. Kari Berg of Norway met NATO in Bergen on 3 February. Norway will aid Russia. Norway did not visit Russia. Norway may sanction Russia. Norway said "=1+1, we sign the Fjord Fisheries Treaty".',
  entities: [NORWAY, RUSSIA, NATO, MINISTER, TREATY, { kind: 'place', name: 'Bergen', partOf: 'Norway' }],
  events: [
    {
      type: 'CONSULT',
      trigger: 'met',
      actor: ['Kari Berg', 'Norway', 'NATO'],
      place: 'Bergen',
      time: '2013-02-03',
      mode: 'multilateral',
      contexts: ['military'],
    },
    { type: 'AID', trigger: 'aid', actor: ['Norway'], recipient: ['Russia'], modality: 'planned', time: '2013-03' },
    {
      type: 'CONSULT',
      trigger: 'visit',
      actor: ['Norway'],
      recipient: ['Russia'],
      modality: 'negated',
      time: '2013-02-04',
    },
    { type: 'SANCTION', trigger: 'sanction', actor: ['Norway'], recipient: ['Russia'], modality: 'hypothetical' },
  ],
  statements: [
    {
      speaker: ['Norway'],
      cue: 'said',
      content: '"=1+1, we sign the Fjord Fisheries Treaty"',
      about: ['Fjord Fisheries Treaty'],
    },
  ],
  rest: {
    meetings: [
      {
        event: 'v1',
        parties: ['e1', 'e3'],
        body: null,
        level: 'defence-ministers',
        place: 'e6',
        time: '2013-02-03',
        state: 'held',
        evidence: [11, 66],
      },
    ],
    agreements: [
      {
        entity: 'e5',
        developments: [{ what: 'signed', by: ['e1'], time: '2013-02', evidence: [140, 160] }],
        obligations: [{ evidence: [140, 160] }],
      },
    ],
    activities: [{ entity: 'e5', parties: ['e1'], state: 'planned', evidence: [67, 90], figures: [] }],
    positions: [{ actor: 'e1', on: 'e5', stance: 'supports', evidence: [140, 160], statement: 's1' }],
  },
};

/** A month, a season, no date at all; control signs; the same meeting told again. */
export const VAGUE: Told = {
  id: 'vague',
  published: '2013-04-10',
  text: 'Berg met NATO in Bergen. In March Russia warned Norway. In spring Russia praised Norway. Russia rejected the plan of Norway. \u0007\t<script>',
  entities: [RUSSIA, NORWAY, NATO, { ...MINISTER, name: 'Kari Berg', names: ['Berg'] }],
  events: [
    { type: 'CONSULT', trigger: 'met', actor: ['Kari Berg', 'NATO'], time: '2013-02-03' },
    { type: 'THREATEN', trigger: 'warned', actor: ['Russia'], recipient: ['Norway'], time: '2013-03' },
    { type: 'SUPPORT', trigger: 'praised', actor: ['Russia'], recipient: ['Norway'], time: '2013-SP' },
    { type: 'REJECT', trigger: 'rejected', actor: ['Russia'], recipient: ['Norway'], time: null },
  ],
  rest: {
    meetings: [
      {
        event: 'v3',
        parties: ['e3'],
        body: null,
        level: null,
        place: null,
        time: '2013-02',
        state: 'planned',
        evidence: [0, 24],
      },
      {
        event: 'v4',
        parties: ['e3', 'e1'],
        body: null,
        level: null,
        place: null,
        time: null,
        state: 'refused',
        evidence: [0, 20],
      },
    ],
  },
};

const newsText = 'Norway met Russia. Norway suspended the Fjord Fisheries Treaty.';

/** News without a day of its own: that of its publication stands for it. */
export const NEWS: Told = {
  id: 'news',
  published: '2013-05-06',
  text: newsText,
  entities: [NORWAY, RUSSIA, TREATY],
  events: [{ type: 'CONSULT', trigger: 'met', actor: ['Norway', 'Russia'], time: '2013-05-06', basis: 'published' }],
  rest: {
    meetings: [
      {
        event: 'v1',
        parties: ['e1', 'e2'],
        body: null,
        level: null,
        place: null,
        time: '2013-05-06',
        basis: 'published',
        state: 'held',
        evidence: [0, 18],
      },
    ],
    agreements: [
      {
        entity: 'e3',
        developments: [
          { what: 'suspended', by: ['e1'], time: '2013-05-06', basis: 'published', evidence: [19, newsText.length] },
        ],
        obligations: [],
      },
    ],
  },
};

export const DEALINGS: readonly Told[] = [TALKS, VAGUE];
