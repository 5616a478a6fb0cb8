// Documents written for the tests of what several tell together: a dispute over a dam, 2011 to 2014, by four publishers.
import type { Told } from './build.ts';

const KENYA = { kind: 'state', name: 'Kenya', code: 'KEN' } as const;
const UGANDA = { kind: 'state', name: 'Uganda', code: 'UGA' } as const;
const TREATY = { kind: 'agreement', name: 'Lake Treaty' } as const;
const DAM = { kind: 'issue', name: 'dam', names: ['dam'] } as const;
const COUNCIL = { kind: 'body', name: 'Kenya-Uganda Council', partOf: 'Kenya' } as const;
const OTIENO = { kind: 'person', name: 'Grace Otieno', partOf: 'Kenya', offices: ['Foreign Minister'] } as const;

/** Entities are `e1` … in the order given; spans are of the words. */
const spanIn = (text: string, words: string): [number, number] => {
  const start = text.indexOf(words);
  return [start, start + words.length];
};

const planText =
  'The Kenya-Uganda Council will meet in May. Grace Otieno of Kenya offered Uganda talks on the dam. Kenya backs the dam.';

/** 2011: a meeting planned, an offer made, a stand taken. */
export const PLAN: Told = {
  id: 'plan',
  published: '2011-04-02',
  publisher: 'Lake Post',
  text: planText,
  entities: [KENYA, UGANDA, COUNCIL, OTIENO, DAM],
  events: [
    {
      type: 'CONSULT',
      trigger: 'meet',
      actor: ['Kenya-Uganda Council'],
      time: '2011-05',
      modality: 'planned',
    },
    {
      type: 'AGREE',
      trigger: 'offered',
      actor: ['Grace Otieno'],
      recipient: ['Uganda'],
      about: ['dam'],
      time: '2011-04-02',
      basis: 'published',
      cameo: '036',
    },
  ],
  rest: {
    meetings: [
      {
        event: 'v1',
        parties: ['e1', 'e2'],
        body: 'e3',
        level: null,
        place: null,
        time: '2011-05',
        state: 'planned',
        evidence: spanIn(planText, 'The Kenya-Uganda Council will meet in May.'),
      },
    ],
    positions: [
      { actor: 'e1', on: 'e5', stance: 'supports', evidence: spanIn(planText, 'Kenya backs the dam'), statement: null },
    ],
  },
};

const metText =
  'The Kenya-Uganda Council met in Kisumu on 12 May with 40 experts. They talked about the dam. Kenya signed the Lake Treaty.';

/** The meeting, held; a treaty signed. */
export const MET: Told = {
  id: 'met',
  published: '2011-05-13',
  publisher: 'Lake Post',
  text: metText,
  entities: [KENYA, UGANDA, COUNCIL, { kind: 'place', name: 'Kisumu' }, TREATY, DAM],
  events: [
    {
      type: 'CONSULT',
      trigger: 'met',
      actor: ['Kenya', 'Uganda', 'Kenya-Uganda Council'],
      about: ['dam'],
      place: 'Kisumu',
      time: '2011-05-12',
    },
  ],
  rest: {
    meetings: [
      {
        event: 'v1',
        parties: ['e1', 'e2'],
        body: 'e3',
        level: null,
        place: 'e4',
        time: '2011-05-12',
        state: 'held',
        evidence: spanIn(metText, 'The Kenya-Uganda Council met in Kisumu on 12 May with 40 experts.'),
      },
    ],
    agreements: [
      {
        entity: 'e5',
        developments: [
          { what: 'signed', by: ['e1'], time: '2011-05-12', evidence: spanIn(metText, 'Kenya signed the Lake Treaty') },
        ],
        obligations: [],
      },
    ],
  },
};

/** Another paper on the same meeting: other numbers, no place, said by somebody. */
export const OTHER: Told = {
  id: 'other',
  published: '2011-05-14',
  publisher: 'Hill Herald',
  text: 'Uganda and Kenya met on 12 May with 55 experts about the dam, Grace Otieno said.',
  entities: [KENYA, UGANDA, OTIENO, DAM],
  statements: [
    {
      speaker: ['Grace Otieno'],
      cue: 'said',
      content: 'Uganda and Kenya met on 12 May with 55 experts about the dam',
      about: ['dam'],
    },
  ],
  events: [
    { type: 'CONSULT', trigger: 'met', actor: ['Uganda', 'Kenya'], about: ['dam'], time: '2011-05-12', statement: 1 },
  ],
};

const wire =
  'Kenya and Uganda met on 12 May with 40 experts about the dam. Officials of both sides went through the figures of the ' +
  'last rainy season and the flow at the second gate and agreed to look at them again before the harvest of the coming year.';

/** One wire report in two papers. */
export const WIRE: Told = {
  id: 'wire',
  published: '2011-05-12',
  publisher: 'Coast Wire',
  text: wire,
  entities: [KENYA, UGANDA, DAM],
  events: [{ type: 'CONSULT', trigger: 'met', actor: ['Kenya', 'Uganda'], about: ['dam'], time: '2011-05-12' }],
};

export const REPRINT: Told = {
  ...WIRE,
  id: 'reprint',
  published: '2011-05-13',
  publisher: 'Plains Daily',
  text: `${wire} More follows.`,
};

const turnText =
  'Kenya opposes the dam. Kenya suspended the Lake Treaty on 3 March. Uganda accused Kenya of breaking the Lake Treaty. Kenya accused Uganda of breaking the Lake Treaty.';

/** 2013: the stand changes, the treaty is suspended, each blames the other. */
export const TURN: Told = {
  id: 'turn',
  published: '2013-03-04',
  publisher: 'Hill Herald',
  text: turnText,
  entities: [KENYA, UGANDA, TREATY, DAM],
  events: [
    {
      type: 'SANCTION',
      trigger: 'suspended',
      actor: ['Kenya'],
      recipient: ['Uganda'],
      about: ['Lake Treaty'],
      time: '2013-03-03',
    },
    {
      type: 'ACCUSE',
      trigger: 'accused Kenya',
      actor: ['Uganda'],
      recipient: ['Kenya'],
      about: ['Lake Treaty'],
      time: '2013-03',
    },
  ],
  rest: {
    agreements: [
      {
        entity: 'e3',
        developments: [
          {
            what: 'suspended',
            by: ['e1'],
            time: '2013-03-03',
            evidence: spanIn(turnText, 'Kenya suspended the Lake Treaty on 3 March'),
          },
          {
            what: 'accused-of-violation',
            by: ['e2'],
            time: null,
            evidence: spanIn(turnText, 'Uganda accused Kenya of breaking the Lake Treaty'),
          },
          {
            what: 'accused-of-violation',
            by: ['e1'],
            time: null,
            evidence: spanIn(turnText, 'Kenya accused Uganda of breaking the Lake Treaty'),
          },
        ],
        obligations: [],
      },
    ],
    positions: [
      {
        actor: 'e1',
        on: 'e4',
        stance: 'opposes',
        evidence: spanIn(turnText, 'Kenya opposes the dam'),
        statement: null,
      },
    ],
    activities: [],
  },
};

const workText = 'Work on the dam survey goes on with 12 engineers. Kenya asked Uganda for talks in 2014.';

/** Undated: knowledge of it cannot be placed. */
export const WORK: Told = {
  id: 'work',
  text: workText,
  entities: [KENYA, UGANDA, { kind: 'activity', name: 'dam survey' }],
  events: [{ type: 'REQUEST', trigger: 'asked', actor: ['Kenya'], recipient: ['Uganda'], time: '2014', cameo: '106' }],
  rest: {
    activities: [
      {
        entity: 'e3',
        parties: ['e1'],
        state: 'under-way',
        evidence: spanIn(workText, 'Work on the dam survey goes on with 12 engineers'),
        figures: [{ span: spanIn(workText, '12'), value: 12, of: 'engineers' }],
      },
    ],
  },
};

export const RELATIONSHIP: readonly Told[] = [PLAN, MET, OTHER, WIRE, REPRINT, TURN, WORK];
