// Small documents written for the tests of the record: three about one meeting, one about a refusal, one without a date.
import type { Told } from './build.ts';

const NORWAY = { kind: 'state', name: 'Norway', code: 'NOR' } as const;
const SWEDEN = { kind: 'state', name: 'Sweden', code: 'SWE' } as const;
const PACT = { kind: 'agreement', name: 'Fjord Fisheries Treaty', names: ['Fjord Fisheries Treaty'] } as const;

export const MEETING: Told = {
  id: 'meeting',
  title: 'Talks in Bergen',
  published: '2012-05-04',
  text: 'Norway met Sweden in Bergen on 3 May. Minister Kari Berg said the Fjord Fisheries Treaty must stand.',
  entities: [
    NORWAY,
    SWEDEN,
    { kind: 'place', name: 'Bergen' },
    { kind: 'person', name: 'Kari Berg', partOf: 'Norway', offices: ['Foreign Minister'] },
    PACT,
  ],
  events: [{ type: 'CONSULT', trigger: 'met', actor: ['Norway', 'Sweden'], place: 'Bergen', time: '2012-05-03' }],
  statements: [
    {
      speaker: ['Kari Berg'],
      cue: 'said',
      content: 'the Fjord Fisheries Treaty must stand',
      about: ['Fjord Fisheries Treaty'],
    },
  ],
  rest: {
    meetings: [
      {
        event: 'v1',
        parties: ['e1', 'e2'],
        body: null,
        level: 'foreign-ministers',
        place: 'e3',
        time: '2012-05-03',
        state: 'held',
        evidence: [0, 37],
      },
    ],
    agreements: [
      {
        entity: 'e5',
        developments: [{ what: 'reaffirmed', by: ['e4'], time: '2012-05', evidence: [38, 100] }],
        obligations: [{ evidence: [62, 100] }],
      },
    ],
    positions: [{ actor: 'e4', on: 'e5', stance: 'supports', evidence: [38, 100], statement: 's1' }],
  },
};

export const RETOLD: Told = {
  id: 'retold',
  title: 'A look back',
  published: '2012-06',
  text: 'In May the talks between Sweden and Norway were held. Berg warned that quotas would fall. The Fjord Fisheries Treaty stood.',
  entities: [NORWAY, SWEDEN, { kind: 'person', name: 'Berg', partOf: 'Norway' }, PACT],
  events: [
    { type: 'CONSULT', trigger: 'talks', actor: ['Sweden', 'Norway'], time: '2012-05' },
    { type: 'ACCUSE', trigger: 'warned', actor: ['Berg'], time: '2012-06', basis: 'published' },
  ],
  rest: {
    agreements: [
      {
        entity: 'e4',
        developments: [
          { what: 'reaffirmed', by: ['e3'], time: '2012-05-03', evidence: [90, 123] },
          { what: 'proposed', by: ['e3'], time: '2012-05-03', evidence: [90, 123] },
        ],
        obligations: [],
      },
    ],
  },
};

export const REFUSAL: Told = {
  id: 'refusal',
  published: '2013-01-15',
  text: 'Sweden rejected the plan of Norway on Monday. "We will not sign the Fjord Fisheries Treaty", Stockholm said.',
  entities: [{ ...SWEDEN, names: ['Sweden', 'Stockholm'] }, NORWAY, PACT],
  events: [
    {
      type: 'REJECT',
      trigger: 'rejected',
      actor: ['Sweden'],
      recipient: ['Norway'],
      about: ['Fjord Fisheries Treaty'],
      time: '2013-01-14',
      contexts: ['natural_resource'],
    },
  ],
  statements: [
    {
      speaker: ['Sweden'],
      cue: 'said',
      content: '"We will not sign the Fjord Fisheries Treaty"',
      about: ['Fjord Fisheries Treaty'],
    },
  ],
};

export const UNDATED: Told = {
  id: 'undated',
  text: 'Norway praised Sweden. Nobody knows when.',
  entities: [NORWAY, SWEDEN],
  events: [{ type: 'SUPPORT', trigger: 'praised', actor: ['Norway'], recipient: ['Sweden'] }],
};

export const SAMPLES: readonly Told[] = [MEETING, RETOLD, REFUSAL, UNDATED];
