// Feeds, tables, archives: what documents they give, and that what is in a file decides its kind.
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bytesContent } from '../content.ts';
import { documentsIn, openBytes } from '../open.ts';
import { makeWarc, makeZip } from '../testing/make-archives.ts';
import { parseColumns } from './table-columns.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text);
const P =
  'The ministers of the two states agreed on the text of the treaty, and said that it would be signed in spring.';
const page = (title: string): string =>
  `<html lang="en"><head><title>${title}</title></head><body><p>${P}</p></body></html>`;

describe('feeds', () => {
  const rss = `<?xml version="1.0"?><!-- made by hand --><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
    <channel><title>The Northern Courier</title><language>en-GB</language>
    <item><title>Canal talks &amp; tolls</title><link>https://courier.example/2013/canal-talks.html</link><dc:creator>Ida Brandt</dc:creator>
      <pubDate>Wed, 23 Oct 2013 22:10:00 +0200</pubDate><description>Short.</description><content:encoded><![CDATA[<p>${P}</p><p>More.</p>]]></content:encoded></item>
    <item><title>Nothing new</title><guid>x</guid></item></channel></rss>`;

  it('gives the entries of RSS with publisher, author and date', async () => {
    expect(await openBytes(bytes(rss), 'news.xml')).toEqual([
      {
        id: 'canal-talks',
        text: `${P}\n\nMore.`,
        title: 'Canal talks & tolls',
        published: '2013-10-23',
        publisher: 'The Northern Courier',
        author: 'Ida Brandt',
        url: 'https://courier.example/2013/canal-talks.html',
        language: 'en',
      },
      { id: 'news-2', text: 'Nothing new', title: 'Nothing new', publisher: 'The Northern Courier', language: 'en' },
    ]);
  });

  it('reads Atom, RDF and JSON Feed', async () => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title type="html">Courier</title><entry><title>Talks</title><link rel="self" href="x"/>
      <link href="https://a.example/t"/><updated>2013-10-23T10:00:00Z</updated><author><name>Jo Roe</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Hi.</p></div></content></entry></feed>`;
    const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="c"><title>Courier</title></channel>
      <item rdf:about="t"><title>Talks</title><link>https://a.example/t</link><description>Hi.</description></item></rdf:RDF>`;
    const json = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Courier',
      items: [{ id: '1', url: 'https://a.example/t', title: 'Talks', content_text: 'Hi.' }],
    });
    for (const feed of [atom, rdf, json]) {
      const [document] = await openBytes(bytes(feed), 'feed');
      expect(document).toMatchObject({ id: 't', text: 'Hi.', title: 'Talks', publisher: 'Courier' });
    }
    expect(await openBytes(bytes(atom), 'feed')).toMatchObject([{ published: '2013-10-23', author: 'Jo Roe' }]);
  });

  it('does not expand entities that a feed declares', async () => {
    const declared = Array.from({ length: 30 }, (_, i) => `<!ENTITY e${i + 1} "&e${i};&e${i};&e${i};&e${i};">`).join(
      '',
    );
    const bomb = `<!DOCTYPE rss [<!ENTITY e0 "aaaaaaaaaa">${declared}]><rss version="2.0"><channel><title>&e30;</title><item><title>&e30;</title></item></channel></rss>`;
    const started = performance.now();
    const documents = await openBytes(bytes(bomb), 'bomb.rss').catch((error: { code: string }) => error.code);
    expect(JSON.stringify(documents).length).toBeLessThan(10_000);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('tables', () => {
  it('finds the columns by their usual names, whatever separates them', async () => {
    const rows = [
      ['Doc ID', 'Headline', 'Pub_Date', 'Source', 'Body'],
      ['7', 'Talks', '23 Oct 2013', 'Courier', '"One, ""two""\nthree"'],
    ];
    for (const mark of [',', ';', '\t']) {
      expect(await openBytes(bytes(`\uFEFF${rows.map((row) => row.join(mark)).join('\r\n')}\r\n`), 'a.csv')).toEqual([
        { id: '7', text: 'One, "two"\nthree', title: 'Talks', published: '2013-10-23', publisher: 'Courier' },
      ]);
    }
  });

  it('takes the columns that are named', async () => {
    const table = bytes('nr,words,when\na,Some words,2013-10\nb,,2014');
    const options = { columns: parseColumns('text=words, date=When, id=nr') };
    const found = [];
    for await (const document of documentsIn(bytesContent(table, 'a.csv'), 'a.csv', options)) found.push(document);
    expect(found).toEqual([
      { id: 'a', text: 'Some words', published: '2013-10' },
      { id: 'b', text: '', published: '2014' },
    ]);
    await expect(openBytes(table, 'a.csv')).rejects.toMatchObject({ code: 'columns-missing' });
    expect(() => parseColumns('words')).toThrow(/text=body/);
    expect(() => parseColumns('colour=red')).toThrow(/the fields are id, text/);
  });

  it('says which row is no document, and reads the others', async () => {
    const refused: string[] = [];
    const table = 'id,text,date\n1,a,2013-10-23\n2,b,soon\n3,c,\n';
    const documents = await openBytes(bytes(table), 'a.csv', (fault) => refused.push(fault.message));
    expect(documents.map(({ id }) => id)).toEqual(['1', '3']);
    expect(refused).toEqual([expect.stringMatching(/a\.csv, line 3: "published" is "soon"; give a date/)]);
    await expect(openBytes(bytes('id,text\n1,"a\n2,b'), 'a.csv')).rejects.toMatchObject({ code: 'file-broken' });
  });

  it('reads a table in windows-1251', async () => {
    const row = 'Москва, заявил министр иностранных дел, ждёт ответа на предложение о переговорах.';
    const encoded = Buffer.from(
      [...`id;text\n1;${row}`].map((char) => {
        const code = char.charCodeAt(0);
        if (char === 'ё') return 0xb8;
        return code < 128 ? code : code - 0x410 + 0xc0;
      }),
    );
    expect(await openBytes(encoded, 'a.csv')).toEqual([{ id: '1', text: row }]);
  });
});

describe('JSON Lines', () => {
  it('names documents without an id by file and line, and maps fields', async () => {
    const lines = bytes('{"body":"x","when":"2013"}\n\n{"body":"y"}');
    const found = [];
    const options = { columns: parseColumns('text=body,date=when') };
    for await (const document of documentsIn(bytesContent(lines, 'a.jsonl'), 'a.jsonl', options)) found.push(document);
    expect(found).toEqual([
      { id: 'a-1', text: 'x', published: '2013' },
      { id: 'a-3', text: 'y' },
    ]);
  });
});

describe('archives', () => {
  const captures = [
    { address: 'https://courier.example/', type: 'image/png', body: 'x' },
    {
      address: 'https://courier.example/2013/10/23/talks',
      type: 'text/html; charset=utf-8',
      body: page('Talks of Bonn'),
    },
    { address: 'https://courier.example/gone', type: 'text/html', body: page('Not found'), status: 404 },
    {
      address: 'https://courier.example/b.txt',
      type: 'text/plain; charset=koi8-r',
      body: Buffer.from([0xee, 0xe1, 0xf4, 0xef]),
    },
  ];

  it.each([
    ['a web archive', 'a.warc', makeWarc(captures)],
    ['a packed web archive', 'a.warc.gz', makeWarc(captures, true)],
    ['a web archive with a name that says nothing', 'data', makeWarc(captures, true)],
    [
      'a WACZ',
      'a.wacz',
      makeZip([
        { name: 'datapackage.json', content: '{}' },
        { name: 'pages/pages.jsonl', content: '{"id":"1","text":"no document"}' },
        { name: 'archive/data.warc.gz', content: makeWarc(captures, true) },
      ]),
    ],
  ])('%s', async (_, name, archive) => {
    expect(await openBytes(archive, name)).toEqual([
      { id: 'talks', text: P, title: 'Talks of Bonn', language: 'en', url: 'https://courier.example/2013/10/23/talks' },
      { id: 'b', text: 'НАТО', url: 'https://courier.example/b.txt' },
    ]);
  });

  it('reads the files in a zip by their content, and packed ones', async () => {
    const zip = makeZip([
      { name: 'b/talks.html', content: page('Talks') },
      { name: 'a.txt', content: 'Plain.' },
      { name: '__MACOSX/a.txt', content: 'x' },
      { name: 'style.css', content: 'p {}' },
      { name: 'c.jsonl.gz', content: gzipSync('{"id":"1","text":"one"}\n{"id":"2","text":"two"}\n') },
    ]);
    expect((await openBytes(zip, 'a.bin')).map(({ id }) => id)).toEqual(['a', 'talks', '1', '2']);
  });

  it('names the part that cannot be read', async () => {
    const refused: string[] = [];
    const zip = makeZip([
      { name: 'a.txt', content: 'Plain.' },
      { name: 'b.pdf', content: '%PDF-1.4' },
    ]);
    expect(await openBytes(zip, 'x/a.zip', (fault) => refused.push(fault.message))).toHaveLength(1);
    expect(refused).toEqual([expect.stringMatching(/^cannot read x\/a\.zip\/b\.pdf as PDF/)]);
  });
});

describe('kinds', () => {
  it.each([
    ['a page without an extension', 'page', page('x'), 'The ministers'],
    ['a page that says it is text', 'page.txt', page('x'), 'The ministers'],
    ['text that says it is a page', 'a.html', 'The ministers met.', 'The ministers met.'],
    ['text that begins with a bracket', 'a.txt', '[Moscow] The ministers met.', '[Moscow] The ministers met.'],
    ['text that begins with a brace', 'a.txt', '{Moscow} The ministers met.', '{Moscow} The ministers met.'],
    ['text in commas', 'a.txt', 'Text, date, and so on.\nMore.', 'Text, date'],
    ['JSON that says it is text', 'a.txt', '{"id":"1","text":"one"}\n', 'one'],
  ])('%s', async (_, name, content, text) => {
    const [document] = await openBytes(bytes(content), name);
    expect(document?.text.startsWith(text)).toBe(true);
  });

  it('says what a picture is', async () => {
    const png = Buffer.from('89504e470d0a1a0a0000000d4948445200000001', 'hex');
    await expect(openBytes(png, 'talks.txt')).rejects.toThrow(/talks\.txt: it is image\/png/);
  });
});
