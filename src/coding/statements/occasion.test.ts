import { beforeAll, describe, expect, test } from 'vitest';
import { createTagger, type Tagger } from './tagger/tagger.ts';
import { told } from './testing/read.ts';

let tagger: Tagger;
beforeAll(async () => {
  tagger = await createTagger();
});

/** Each cue of a text with the day and the place of its saying. */
async function occasions(text: string): Promise<readonly string[]> {
  const found = await told(text, tagger);
  return found.map(({ cue, statement: { time, place } }) => `${cue} ${time?.value ?? '-'} ${place ? 'placed' : '-'}`);
}

describe('when and where something was said', () => {
  test.each([
    [
      'Estonian Defence Minister Kadri Saar told reporters in Nairobi on 5 May 2014 that Estonia would send engineers.',
      ['told 2014-05-05 placed'],
    ],
    [
      'Speaking in Doha on 4 June 2012, Omani Foreign Minister Khalid Attar said that the pact was dead.',
      ['said 2012-06-04 placed'],
    ],
    ['Jordan on 9 March 2011 announced that it would close the bridge.', ['announced 2011-03-09 -']],
    [
      'According to a statement issued on 9 April 2010 by the Cuban embassy, the ship will sail in May.',
      ['According to 2010-04-09 -'],
    ],
    [
      'President Ana Torres told parliament on 12 March 2015 that Peru would build a dam and warned that Chile should not interfere.',
      ['told 2015-03-12 -', 'warned 2015-03-12 -'],
    ],
    [
      'The Foreign Ministry of Peru said on 3 July 2013 that Chile had closed the pass, adding that the envoy would leave.',
      ['said 2013-07-03 -', 'adding 2013-07-03 -'],
    ],
  ])('is taken from beside the cue: %s', async (text, expected) => {
    expect([...(await occasions(text))].sort()).toEqual([...expected].sort());
  });

  test.each([
    'Jordanian Minister Salem Odeh said that his troops had crossed the river on 9 March 2011.',
    'Jordanian Minister Salem Odeh has said since 9 March 2011 that the river is the border.',
    'Jordanian Minister Salem Odeh said the talks in Cairo on 9 March 2011 had been useful.',
    'The minister, who had met the envoy on 9 March 2011, said that the plan was dead.',
  ])('is not what the text says of something else: %s', async (text) => {
    for (const one of await occasions(text)) expect(one).toMatch(/ - -$/);
  });
});
