// Invented documents with their readings, as many as wanted and the same ones each time: by default twenty events, ten
// statements and fifty mentions a document, over ten years, names and words used as unevenly as in the news.

const TYPES = [
  ['CONSULT', 1],
  ['AGREE', 3],
  ['SUPPORT', 3],
  ['COOPERATE', 7],
  ['AID', 7],
  ['REQUEST', -2],
  ['ACCUSE', -4],
  ['REJECT', -4],
  ['THREATEN', -6],
  ['SANCTION', -6],
  ['MOBILIZE', -7],
  ['ASSAULT', -10],
];
const MODES = ['visit', 'talks', 'meet', 'criticize', 'deploy'];
const CONTEXTS = ['military', 'economic', 'diplomatic', 'territory', 'election', 'natural_resource'];
const MODALITIES = ['actual', 'actual', 'actual', 'actual', 'planned', 'hypothetical', 'negated'];
const DEVELOPMENTS = ['proposed', 'signed', 'ratified', 'suspended', 'violated', 'reaffirmed'];
const STANCES = ['supports', 'opposes', 'conditional', 'concerned', 'neutral'];
const OFFICES = ['Foreign Minister', 'Defence Minister', 'President', 'Ambassador', 'Spokesperson'];
const STATES = 190;
const PEOPLE = 4000;
const MATTERS = { agreement: 400, issue: 300, activity: 300 };
const WORDS = 20_000;
const PUBLISHERS = 120;
const SYLLABLES = [
  'ba',
  'ro',
  'mi',
  'ten',
  'sul',
  'ka',
  'ver',
  'no',
  'li',
  'dra',
  'pos',
  'ge',
  'hu',
  'fin',
  'ar',
  'wes',
];

/** Marsaglia's xorshift, 32 bits: numbers from 0 below `below`. */
function numbers(seed) {
  let state = (Math.imul(seed, 2_654_435_761) | 0) + 1;
  const next = (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
  for (let warm = 0; warm < 8; warm += 1) next(2);
  return next;
}

/** A word for each number, the same one each time: "tensulka". */
function word(n) {
  let rest = n + 16;
  let made = '';
  for (; rest > 0; rest = Math.floor(rest / 16)) made += SYLLABLES[rest % 16];
  return made;
}
const capital = (text) => text[0].toUpperCase() + text.slice(1);
const codeOf = (n) => `${String.fromCharCode(65 + (Math.floor(n / 26) % 26), 65 + (n % 26))}X`;
/** From 0 below `below`, small numbers far more often (about as Zipf has it). */
const often = (next, below) => Math.floor(below ** (next(10_000) / 10_000)) - 1;

/**
 * Document `n` of the seed, with its reading.
 * @returns {{ document: object, reading: object }}
 */
export function generated(n, { seed = 1, events = 20, statements = 10, mentions = 50 } = {}) {
  const next = numbers(seed * 1_000_003 + n + 1);
  const published = dayOf(next(3650));
  const entities = cast(next);
  const of = (kind) => entities.filter((entity) => entity.kind === kind);
  const actors = entities.filter(({ kind }) => kind === 'state' || kind === 'person' || kind === 'body');
  const matters = entities.filter(({ kind }) => kind in MATTERS);
  const pick = (list) => list[next(list.length)];
  let text = '';
  const append = (words) => {
    const start = text.length;
    text += words;
    return [start, text.length];
  };
  const mention = (entity) => {
    const span = append(entity.name);
    entity.mentions.push({ span, form: 'name' });
    mentioned += 1;
    return entity.id;
  };
  let mentioned = 0;
  const filler = (count) => {
    for (let at = 0; at < count; at += 1) append(` ${word(often(next, WORDS))}`);
  };
  const reading = {
    format: 1,
    id: `generated-${n}`,
    document: {
      title: `${capital(word(next(WORDS)))} ${word(next(WORDS))} ${n}`,
      publisher: `The ${capital(word(often(next, PUBLISHERS)))} Herald`,
      author: null,
      language: 'en',
      published: { value: published, basis: 'given' },
    },
    passages: [],
    sentences: [],
    entities,
    times: [],
    statements: [],
    events: [],
    agreements: [],
    meetings: [],
    activities: [],
    positions: [],
  };
  const sentence = (write) => {
    const start = text.length;
    write();
    append('.');
    reading.sentences.push({ span: [start, text.length], passage: 0 });
    append(' ');
    return [start, text.length - 1];
  };
  for (let at = 0; at < events; at += 1) {
    const [type, score] = pick(TYPES);
    const event = { actor: [], recipient: [], about: [] };
    const back = next(4) === 0 ? next(400) : 0;
    const evidence = sentence(() => {
      event.actor.push(mention(pick(actors)));
      append(' ');
      event.trigger = append(word(2 * WORDS + next(3000)));
      append(' ');
      const other = mention(pick(actors));
      if (other !== event.actor[0]) event.recipient.push(other);
      filler(6);
      append(' over ');
      if (mentioned < mentions) event.about.push(mention(pick(matters)));
      filler(4);
    });
    reading.events.push({
      id: `v${at + 1}`,
      type,
      mode: next(3) === 0 ? pick(MODES) : null,
      contexts: [pick(CONTEXTS)],
      ...event,
      place: null,
      evidence,
      time: {
        value: dayOf(dayNumber(published) - back).slice(0, next(8) === 0 ? 7 : 10),
        basis: back ? 'expression' : 'published',
      },
      modality: pick(MODALITIES),
      background: back > 30,
      statement: null,
      score,
      cameo: '043',
      rule: 'generated',
      why: 'lexicon: generated',
    });
    if (type === 'CONSULT') {
      const { time, actor, recipient } = reading.events.at(-1);
      const parties = [...actor, ...recipient];
      reading.meetings.push({
        event: `v${at + 1}`,
        parties,
        body: null,
        level: null,
        place: null,
        time: time.value,
        state: 'held',
        evidence,
      });
    }
  }
  for (let at = 0; at < statements; at += 1) {
    const said = { speaker: [], about: [] };
    sentence(() => {
      said.content = [append(word(next(WORDS)))];
      filler(10);
      said.content[0][1] = text.length;
      append(', ');
      const speaker = pick(actors);
      if (mentioned < mentions) said.speaker.push(mention(speaker));
      else said.speaker.push(speaker.id);
      append(' ');
      said.cue = append('said');
    });
    said.about.push(pick(matters).id);
    reading.statements.push({ id: `s${at + 1}`, addressee: [], source: null, form: 'indirect', via: [], ...said });
  }
  for (; mentioned < mentions; ) {
    sentence(() => {
      mention(pick(actors));
      filler(8);
    });
  }
  const within = () => pick(reading.sentences).span;
  for (const { id } of of('agreement')) {
    const by = [pick(actors).id];
    const developments = [{ what: pick(DEVELOPMENTS), by, time: published, evidence: within() }];
    reading.agreements.push({ entity: id, developments, obligations: next(4) === 0 ? [{ evidence: within() }] : [] });
  }
  for (const { id } of of('activity')) {
    reading.activities.push({
      entity: id,
      parties: [pick(actors).id],
      state: 'under-way',
      evidence: within(),
      figures: [],
    });
  }
  for (const { id } of of('issue')) {
    reading.positions.push({
      actor: pick(actors).id,
      on: id,
      stance: pick(STANCES),
      evidence: within(),
      statement: 's1',
    });
  }
  reading.passages.push({ span: [0, text.length], kind: 'body' });
  return { document: { id: reading.id, text, published, title: reading.document.title }, reading };
}

/** The entities of a document: two to four states, as many people and bodies of theirs, and what they deal with. */
function cast(next) {
  const entities = [];
  const add = (kind, name, more = {}) => {
    const known = entities.find((entity) => entity.name === name);
    if (known) return known;
    const entity = {
      id: `e${entities.length + 1}`,
      kind,
      name,
      code: null,
      partOf: null,
      offices: [],
      mentions: [],
      ...more,
    };
    entities.push(entity);
    return entity;
  };
  const states = Array.from({ length: 2 + next(3) }, () => {
    const n = often(next, STATES);
    return { n, entity: add('state', `${capital(word(n))}land`, { code: codeOf(n) }) };
  });
  for (const { n, entity } of states) {
    const person = often(next, Math.floor(PEOPLE / STATES)) * STATES + n;
    const name = `${capital(word(person % 97))} ${capital(word(1000 + person))}ov`;
    add('person', name, { partOf: entity.id, offices: [OFFICES[person % OFFICES.length]] });
    add('body', `${entity.name} Foreign Ministry`, { partOf: entity.id });
  }
  for (const [kind, most] of Object.entries(MATTERS)) {
    const n = often(next, most);
    add(
      kind,
      `${capital(word(5000 + n))} ${kind === 'agreement' ? 'Treaty' : kind === 'activity' ? 'Mission' : 'dispute'}`,
    );
  }
  return entities;
}

const FIRST_DAY = Date.UTC(2010, 0, 1);
const DAY = 86_400_000;
const dayOf = (n) => new Date(FIRST_DAY + n * DAY).toISOString().slice(0, 10);
const dayNumber = (day) => (Date.parse(day) - FIRST_DAY) / DAY;
