// What the record answers, by topic.
export type * from './views/documents.ts';
export type * from './views/entities.ts';
export type * from './views/items.ts';
export type * from './views/marks.ts';
export type * from './views/page.ts';
export type * from './views/register.ts';
export type * from './views/relations.ts';
export type * from './views/review.ts';
export type * from './views/search.ts';
export type * from './views/sources.ts';
export type * from './views/threads.ts';
