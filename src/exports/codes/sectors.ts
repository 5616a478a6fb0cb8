// What part of a society an actor is, from its name and offices: CAMEO's roles and PLOVER's sectors.
//
// Sources: CAMEO manual 1.1b3, table 3.1 (roles; a minister of defence is GOV MIL), and PLOVER manual, draft 0.8,
// table of sectors. Where both have the idea under two names the row gives both.

interface Sector {
  readonly words: RegExp;
  readonly cameo: readonly string[];
  readonly plover: readonly string[];
}

const same = (words: RegExp, ...codes: string[]): Sector => ({ words, cameo: codes, plover: codes });

/** The first row that fits decides. */
const SECTORS: readonly Sector[] = [
  same(
    /\bdefen[cs]e (?:minister|ministry|secretary)|ministry of (?:national )?defen[cs]e|\bpentagon\b/iu,
    'GOV',
    'MIL',
  ),
  same(/\binterior (?:minister|ministry)|ministry of (?:the )?interior/iu, 'GOV', 'COP'),
  same(/\b(?:police|policem[ae]n|gendarmerie|gendarmes?|border guards?)\b/iu, 'COP'),
  same(/\b(?:intelligence|secret (?:service|police)|CIA|FSB|GRU|SVR|KGB|MI5|MI6|Mossad|spy|spies)\b/u, 'SPY'),
  same(/\b(?:rebels?|insurgents?|guerrillas?|militants?|separatists?|taliban)\b/iu, 'REB'),
  same(
    /\b(?:arm(?:y|ies)|armed forces|air force|nav(?:y|al)|fleet|troops?|soldiers?|general staff|military|battalions?|brigades?|(?<!(?:secretary|attorney|consul|director|governor|inspector|prosecutor)[ -])generals?|admirals?|commanders?|officers?|\w+ forces|peacekeepers?|marines?)\b/iu,
    'MIL',
  ),
  same(
    /\b(?:parliament\w*|dumas?|senat(?:e|ors?)|congress\w*|bundestag|bundesrat|knesset|sejm|verkhovna rada|house of (?:commons|lords|representatives)|lawmakers?|legislat\w+|members? of parliament|MPs?)\b/iu,
    'LEG',
  ),
  same(/\b(?:courts?|judges?|tribunals?|prosecutors?\w*)\b/iu, 'JUD'),
  same(/\bopposition\b/iu, 'OPP'),
  same(/\bpart(?:y|ies)\b/iu, 'PTY'),
  {
    words: /\b(?:journalists?|reporters?|correspondents?|newspapers?|press|news agency|broadcasters?|editors?)\b/iu,
    cameo: ['MED'],
    plover: ['JRN'],
  },
  {
    words: /\b(?:doctors?|hospitals?|nurses?|medics?)\b/iu,
    cameo: ['HLH'],
    plover: ['MED'],
  },
  same(/\b(?:analysts?|experts?|professors?|scholars?|universit(?:y|ies)|students?|institutes?)\b/iu, 'EDU'),
  same(/\b(?:compan(?:y|ies)|business\w*|banks?|traders?|firms?|investors?)\b/iu, 'BUS'),
  same(/\b(?:trade unions?|workers?)\b/iu, 'LAB'),
  same(/\brefugees?\b/iu, 'REF'),
  same(/\b(?:criminals?|traffickers?|smugglers?|pirates?)\b/iu, 'CRM'),
  {
    words: /\b(?:church|patriarchs?|bishops?|imams?|clerics?|pope)\b/iu,
    cameo: [],
    plover: ['REL'],
  },
  same(/\b(?:civilians?|citizens?|residents?|protest[eo]rs?|demonstrators?|people)\b/iu, 'CVL'),
  same(/\b(?:former|ex)[- ](?:president|minister|ambassador|secretary|chancellor|official)/iu, 'ELI'),
  same(
    /\b(?:presiden(?:t|ts|cy|tial)|premiers?|prime minister|ministers?|ministry|ministries|chancellors?|secretar(?:y|ies)|envoys?|ambassadors?|diplomats?|negotiators?|spokes\w+|kings?|queens?|emperor|rulers?|government|cabinet|administration|authorities|officials?|leaders?|kremlin|white house|foreign office|state department|embass(?:y|ies)|delegations?|representatives?|advisers?|security council|head of state|consul)\b/iu,
    'GOV',
  ),
];

/** What an actor is, by the words for it; empty where they do not say. The earlier words count for more. */
export function sectorOf(words: readonly string[]): Pick<Sector, 'cameo' | 'plover'> {
  for (const text of words) {
    const found = SECTORS.find((sector) => sector.words.test(text));
    if (found) return found;
  }
  return { cameo: [], plover: [] };
}
