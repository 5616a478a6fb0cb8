// What an entry of the journal did, for a person: "taken out".
import type { ReviewEntry } from './entry.ts';

export const whatWords = (what: ReviewEntry['what']): string => what.replace('-', ' ');
