// Vocabulary of time expressions: tables only. Regular-expression fragments stand where a word has several spellings.

export const MONTHS = [
  'jan(?:uary|\\.)?', 'feb(?:ruary|\\.)?', 'mar(?:ch|\\.)?', 'apr(?:il|\\.)?', 'may', 'june?', 'july?', 'aug(?:ust|\\.)?',
  'sept?(?:ember|\\.)?', 'oct(?:ober|\\.)?', 'nov(?:ember|\\.)?', 'dec(?:ember|\\.)?',
] as const; // biome-ignore format: one table

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

export const SHORT_WEEKDAYS = ['mon', 'tues?', 'wed', 'thu(?:rs?)?', 'fri', 'sat', 'sun'] as const;

export const SEASON_WORDS = ['spring', 'summer', '(?:fall|autumn)', 'winter'] as const;

export const ORDINALS = [
  'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh', 'twelfth',
  'thirteenth', 'fourteenth', 'fifteenth', 'sixteenth', 'seventeenth', 'eighteenth', 'nineteenth', 'twentieth',
  'twenty-first', 'twenty-second', 'twenty-third', 'twenty-fourth', 'twenty-fifth', 'twenty-sixth', 'twenty-seventh',
  'twenty-eighth', 'twenty-ninth', 'thirtieth', 'thirty-first',
] as const; // biome-ignore format: one table

/** Number words below a hundred that no other is made of, and the multipliers. */
export const NUMBER_WORDS: Readonly<Record<string, number>> = {
  one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12,
  thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19, twenty: 20,
  thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90,
}; // biome-ignore format: one table

export const MULTIPLIERS: Readonly<Record<string, number>> = { dozen: 12, hundred: 100, thousand: 1000 };

/** Decades as words: "the nineties". */
export const DECADE_WORDS = [
  'twenties',
  'thirties',
  'forties',
  'fifties',
  'sixties',
  'seventies',
  'eighties',
  'nineties',
] as const;

/** Units with their letters in TIMEX3 durations; those after `T` count parts of a day. */
export const UNITS: Readonly<Record<string, string>> = {
  second: 'TS', sec: 'TS', minute: 'TM', min: 'TM', hour: 'TH', hr: 'TH', day: 'D', night: 'D', weekday: 'D', week: 'W', weekend: 'WE', fortnight: 'F',
  month: 'M', quarter: 'Q', season: 'S', year: 'Y', yr: 'Y', summer: 'SU', winter: 'WI', decade: 'DE', century: 'CE', centurie: 'CE', millennium: 'ML', millennia: 'ML',
}; // biome-ignore format: one table

/** Parts of the day with their TIMEX3 codes. */
export const DAY_PARTS: Readonly<Record<string, string>> = {
  morning: 'MO', forenoon: 'MO', afternoon: 'AF', evening: 'EV', night: 'NI', noon: '12:00', midday: '12:00', lunchtime: '12:00',
  midnight: '24:00', dawn: 'MO', daybreak: 'MO', dusk: 'EV', nightfall: 'EV',
}; // biome-ignore format: one table

/** Holidays on a fixed day, as `MM-DD`. */
export const HOLIDAYS: Readonly<Record<string, string>> = {
  "new year's day": '01-01', "new year's eve": '12-31', "new year's": '01-01', 'christmas day': '12-25', 'christmas eve': '12-24',
  'boxing day': '12-26', "valentine's day": '02-14', 'halloween': '10-31', 'bastille day': '07-14', 'fourth of july': '07-04',
  'victory day': '05-09', 'labour day': '05-01', 'may day': '05-01', 'christmas': '12-25',
}; // biome-ignore format: one table

/** Adverbs and adjectives of a rhythm, with the duration between two times. */
export const RHYTHMS: Readonly<Record<string, string>> = {
  hourly: 'PT1H', daily: 'P1D', nightly: 'P1D', weekly: 'P1W', biweekly: 'P2W', fortnightly: 'P2W', monthly: 'P1M',
  bimonthly: 'P2M', quarterly: 'P1Q', annually: 'P1Y', yearly: 'P1Y', biannual: 'P6M', biennial: 'P2Y', biennially: 'P2Y',
}; // biome-ignore format: one table

/** Words that say how near a figure is; they belong to the expression ("more than two years"). */
export const ABOUT =
  'about|around|almost|nearly|more than|less than|fewer than|at least|at most|up to|no more than|no less than|(?:over|under)(?! (?:the|these|those|last|past|next|several|recent|many|its)\\b)|' +
  'approximately|roughly|just over|just under|well over|as much as|another';

/** Words that say which part of a time is meant; the value stays plain ("early October"). */
export const PART_OF =
  'early|late|mid|middle|beginning|start|end|close|turn|first half|second half|later|earlier|latter part|early part|eve|close';
