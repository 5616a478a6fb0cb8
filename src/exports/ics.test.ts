// The calendar, read by a library of calendars.
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { DEALINGS, NEWS } from './testing/dealings.ts';
import { exported } from './testing/export.ts';

describe('the calendar', () => {
  it('has the meetings with a date, whole days, each under a lasting name', async () => {
    const { text, leftOut } = await exported('ics', DEALINGS);
    const calendar = new ICAL.Component(ICAL.parse(text) as unknown as [string, object[], object[]]);
    const events = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
    expect(
      events.map(({ startDate, endDate, summary }) => [startDate.toString(), endDate.toString(), summary]),
    ).toEqual([
      ['2013-02-01', '2013-03-01', 'NATO'],
      ['2013-02-03', '2013-02-04', 'Norway, NATO'],
    ]);
    expect(events.map(({ component }) => component.getFirstPropertyValue('status'))).toEqual([
      'TENTATIVE',
      'CONFIRMED',
    ]);
    expect(events.map(({ component }) => component.getFirstProperty('categories')?.getValues())).toEqual([
      ['PLANNED', 'APPROXIMATE'],
      ['HELD', 'DEFENCE-MINISTERS'],
    ]);
    expect(events[1]?.description).toContain('"Kari Berg of Norway met NATO in Bergen on 3 February.');
    expect(events[1]?.location).toBe('Bergen');
    for (const { uid } of events) expect(uid).toMatch(/^m[0-9a-f]+@rapporteur$/);
    expect(leftOut).toEqual({ undated: 1 });
  });

  it('makes no fact of a day of publication', async () => {
    const { text } = await exported('ics', [NEWS]);
    expect(text).toContain('DTSTART;VALUE=DATE:20130506');
    expect(text).toContain('CATEGORIES:HELD,APPROXIMATE\r\nSTATUS:TENTATIVE');
    expect(text).toContain('When: about 6 May 2013 (held)');
  });

  it('breaks lines at 75 octets, never inside a sign', async () => {
    const { text } = await exported('ics', DEALINGS);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text).not.toMatch(/[^\r]\n/);
    expect(text).not.toContain('\ufffd');
  });
});
