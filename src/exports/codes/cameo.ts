// CAMEO's event codes: a code for events that bear none, and the nodes above a code.
//
// Source: CAMEO manual 1.1b3, chapter 2, read backwards through PLOVER's table of correspondence (CAMEO2PLOVER-2021):
// the general code of the category, or the one whose wording is the mode's.
import type { EventType } from '../../model/plover.ts';

const GENERAL: Readonly<Record<EventType, string>> = {
  AGREE: '030',
  CONSULT: '040',
  SUPPORT: '050',
  CONCEDE: '080',
  COOPERATE: '060',
  AID: '070',
  RETREAT: '087',
  REQUEST: '100',
  ACCUSE: '110',
  REJECT: '120',
  THREATEN: '130',
  PROTEST: '140',
  SANCTION: '160',
  MOBILIZE: '150',
  COERCE: '170',
  ASSAULT: '190',
};

const BY_MODE: Readonly<Record<string, string>> = {
  'CONSULT visit': '042',
  'CONSULT third-party': '045',
  'CONSULT multilateral': '046',
  'CONSULT phone': '041',
  'RETREAT withdraw': '0874',
  'RETREAT release': '084',
  'RETREAT disarm': '0873',
  'RETREAT ceasefire': '0871',
  'RETREAT access': '086',
  'ACCUSE disapprove': '111',
  'ACCUSE investigate': '090',
  'ACCUSE allege': '112',
  'REJECT meet': '125',
  'THREATEN restrict': '132',
  'THREATEN relations': '131',
  'THREATEN violence': '138',
  'PROTEST demo': '141',
  'PROTEST riot': '145',
  'PROTEST strike': '143',
  'PROTEST hunger': '142',
  'PROTEST obstruct': '144',
  'SANCTION expel': '166',
  'SANCTION discontinue': '164',
  'MOBILIZE troops': '154',
  'MOBILIZE police': '153',
  'COERCE seize': '171',
  'COERCE restrict': '172',
  'COERCE curfew': '1723',
  'COERCE martial-law': '1724',
  'COERCE arrest': '173',
  'COERCE deport': '174',
  'COERCE cyber': '176',
  'ASSAULT abduct': '181',
  'ASSAULT beat': '182',
  'ASSAULT torture': '1822',
  'ASSAULT sexual': '1821',
  'ASSAULT targeted': '186',
  'ASSAULT firearms': '193',
  'ASSAULT explosives': '183',
  'ASSAULT suicide-attack': '1831',
  'ASSAULT aerial': '195',
  'ASSAULT drone': '195',
  'ASSAULT heavy-weapons': '194',
  'ASSAULT unconventional': '204',
};

export interface CameoCode {
  /** Three or four digits, with the leading zero. */
  readonly code: string;
  /** The node of the second level, three digits. */
  readonly base: string;
  /** The node of the first level, two digits. */
  readonly root: string;
  /** GDELT's: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict. */
  readonly quad: 1 | 2 | 3 | 4;
}

export function cameoOf(event: {
  readonly type: EventType;
  readonly mode: string | null;
  readonly cameo: string | null;
}): CameoCode {
  const code = event.cameo ?? BY_MODE[`${event.type} ${event.mode}`] ?? GENERAL[event.type];
  return { code, base: code.slice(0, 3), root: code.slice(0, 2), quad: quadOf(Number(code.slice(0, 2))) };
}

/** The quad class of a root by GDELT's codebook, which differs from PLOVER's for what changed its category. */
function quadOf(root: number): 1 | 2 | 3 | 4 {
  if (root <= 5) return 1;
  if (root <= 8) return 2;
  return root <= 13 ? 3 : 4;
}
