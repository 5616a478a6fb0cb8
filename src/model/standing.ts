// How an item stands in the world, in the same four ways for every kind: what happened, what is to happen, what might,
// and what was refused or denied.
import type { ActivityState, DevelopmentKind, MeetingState, Modality } from './items.ts';

export type Standing = Modality;

const OF_MEETING: Readonly<Record<MeetingState, Standing>> = {
  held: 'actual',
  planned: 'planned',
  considered: 'hypothetical',
  refused: 'negated',
};

const OF_ACTIVITY: Readonly<Partial<Record<ActivityState, Standing>>> = {
  proposed: 'hypothetical',
  agreed: 'planned',
  planned: 'planned',
  refused: 'negated',
  averted: 'negated',
};

const OF_DEVELOPMENT: Readonly<Partial<Record<DevelopmentKind, Standing>>> = {
  proposed: 'hypothetical',
  'amendment-proposed': 'hypothetical',
  rejected: 'negated',
  'amendment-rejected': 'negated',
  'not-ratified': 'negated',
};

export const standingOfMeeting = (state: MeetingState): Standing => OF_MEETING[state];
export const standingOfActivity = (state: ActivityState): Standing => OF_ACTIVITY[state] ?? 'actual';
export const standingOfDevelopment = (what: DevelopmentKind): Standing => OF_DEVELOPMENT[what] ?? 'actual';
