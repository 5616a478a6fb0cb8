// What a hand does on each page: where it begins, what it does, and when that is over.

/** A control that is pressed by the mouse, without having been pointed at before. */
const press = (find) => ({ press: find });
/** A field into which all is put at once. */
const fill = (label, of) => ({
  act: (page, asked) => page.getByLabel(label, { exact: true }).first().fill(asked(of)),
});
/** Counted from the key: what is put in asks for nothing before. */
const fillAndEnter = (label, of) => ({
  begins: ['keydown'],
  act: async (page, asked) => {
    await page.getByLabel(label).first().fill(asked(of));
    await page.keyboard.press('Enter');
  },
});
const choose = (label, ...options) => ({
  act: (page, _, round) => page.getByLabel(label).selectOption(options[round % options.length]),
});
const key = (name, focus) => ({
  before: (page) => focus(page).focus(),
  act: (page) => page.keyboard.press(name),
});
const link = (name) => press((page) => page.getByRole('link', { name }).first());
const button = (name) => press((page) => page.getByRole('button', { name }).first());

const world = fill('as of', 'day');
const known = fill('as known by', 'day');
const toNow = button('back to now');

/** Another side of the relationship, as chosen from the list of those that fit. */
const side = {
  begins: ['keydown'],
  before: async (page, asked) => {
    await page.getByRole('combobox', { name: 'One side' }).fill(asked('side'));
    await page.getByRole('option').first().waitFor();
    await page.waitForLoadState('networkidle');
  },
  act: (page) => page.keyboard.press('Enter'),
};
const part = (of) => fill(`Part of a ${of}`, 'part');

/** Painted on the canvas anew. */
const PAINTED = 'globalThis.paints > globalThis.painted';
const has = (selector) => `!!document.querySelector(${JSON.stringify(selector)})`;

/**
 * In the order in which they are done. `page` opens one; the others follow on it. `until` is what holds beside that all in
 * sight is there and the address or the page's words have changed.
 */
export const INTERACTIONS = [
  { page: '/' },
  { name: 'overview as of a day', ...world },
  { name: 'overview as of another day', ...world },
  { name: 'overview back to now', ...toNow },
  { name: 'overview known by a day', ...known },
  { name: 'overview known by another day', ...known },
  { page: '/' },
  { name: 'overview, by month', ...button('by month') },
  { name: 'overview by month, as of a day', ...world },
  { page: '/' },
  { name: 'overview of one side', ...side, until: "location.search.includes('pair')" },
  { name: 'overview of one side, as of a day', ...world },
  { name: 'overview of one side, known by a day', ...known },
  { page: '/timeline' },
  { name: 'timeline, how it stands', ...choose('How it stands', 'planned', 'hypothetical', 'negated'), until: PAINTED },
  { name: 'timeline, however it stands', ...choose('How it stands', ''), until: PAINTED },
  {
    name: 'timeline, a lane',
    ...press((page) => page.getByLabel('Statements', { exact: true })),
    until: PAINTED,
  },
  { name: 'timeline, a step of the zoom', ...button('Zoom in'), until: PAINTED, moves: true },
  { name: 'timeline, a step aside', ...button('Later'), until: PAINTED, moves: true },
  { name: 'timeline, the whole', ...button('Whole'), until: PAINTED },
  { name: 'timeline as of a day', ...world, until: PAINTED },
  { name: 'timeline as of another day', ...world, until: PAINTED },
  { name: 'timeline back to now', ...toNow, until: PAINTED },
  { name: 'timeline known by a day', ...known, until: PAINTED },
  { name: 'timeline known by another day', ...known, until: PAINTED },
  { page: '/timeline' },
  {
    name: 'evidence opened',
    ...press((page, round) => page.locator('.entry a').nth(round)),
    until: has('.panel .facts'),
  },
  { name: 'evidence closed', ...button('Close the evidence'), until: `!${has('.panel')}` },
  { name: 'timeline, words in the sentence', ...fillAndEnter('Words in the sentence', 'word'), until: PAINTED },
  { page: '/people' },
  { name: 'people, next page', ...link(/next|later/i) },
  { name: 'people as of a day', ...world },
  { name: 'people known by a day', ...known },
  { page: '/people' },
  { name: 'states and organisations', ...link('States and organisations') },
  { name: 'network', ...link('Network'), until: has('.network svg') },
  {
    name: 'network, a name in it',
    ...key('Enter', (page) => page.locator('.network .node').nth(3)),
    until: `location.search.includes('centre')`,
  },
  { page: '/people' },
  { name: 'people, part of a name', ...part('name') },
  { page: '/people?view=actors' },
  { name: 'states as of a day', ...world },
  { name: 'states known by a day', ...known },
  { name: 'states, part of a name', ...part('name') },
  { page: '/people?view=network' },
  { name: 'network as of a day', ...world },
  { name: 'network known by a day', ...known },
  { page: '/documents' },
  { name: 'documents as of a day', ...world },
  { name: 'documents known by a day', ...known },
  { name: 'documents, part of a title', ...part('title') },
  { page: '/documents' },
  {
    name: 'a document',
    ...press((page, round) => page.locator('main ol.library a').nth(round)),
    until: has('.text, article'),
  },
  { page: '/threads' },
  { name: 'register of agreements', ...link(/Agreements/) },
  { name: 'issues', ...link(/^Issues/) },
  { name: 'a thread', ...press((page, round) => page.locator('main table a').nth(round)), until: has('main h2') },
  { name: 'a thread as of a day', ...world },
  { name: 'a thread known by a day', ...known },
  { name: 'a thread back to now', ...toNow },
  {
    name: 'all actors of a thread',
    ...button(/^Show all \d+ actors$/),
    until: "document.querySelectorAll('.matrix tbody').length > 3",
  },
  { name: 'a thread as of a day, all actors open', ...world },
  { name: 'a thread known by a day, all actors open', ...known },
  { name: 'a thread back to now, all actors open', ...toNow },
  { page: '/threads?kind=issue' },
  { name: 'issues as of a day', ...world },
  { name: 'issues known by a day', ...known },
  { page: '/threads' },
  { name: 'all threads as of a day', ...world },
  { name: 'threads, part of a name', ...part('name') },
  { page: '/threads?kind=agreement' },
  { name: 'register as of a day', ...world },
  { name: 'register known by a day', ...known },
  { page: '/threads?kind=agreement' },
  {
    name: 'an agreement',
    ...press((page, round) => page.locator('main .lines a.entity').nth(round)),
    until: has('main h2'),
  },
  { page: '/compare' },
  { name: 'tellings side by side', ...press((page, round) => page.locator('main .entry a, main .lines a').nth(round)) },
  { page: '/compare' },
  { name: 'tellings as of a day', ...world },
  { page: '/review' },
  {
    name: 'review, an item accepted',
    before: async (page) => {
      await page.keyboard.press('j');
      await page.waitForSelector('.panel .facts');
      await page.waitForLoadState('networkidle');
    },
    act: (page) => page.keyboard.press('a'),
    until: has('.panel .facts'),
  },
  { name: 'review, taken back', act: (page) => page.keyboard.press('u') },
  { page: '/review' },
  { name: 'review as of a day', ...world },
  { name: 'review known by a day', ...known },
  { page: '/review' },
  { name: 'review, further down', ...link(/next|later/i) },
  { name: 'review, another kind', ...choose('Kind of item', 'statement', 'meeting', 'position', 'event') },
  { page: '/search?q=treaty' },
  { name: 'other words to search for', ...fillAndEnter('Search the record', 'word') },
  { name: 'search as of a day', ...world },
  { name: 'search known by a day', ...known },
];
