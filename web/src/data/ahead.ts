// What the page at an address asks of the service, so that it can be asked before the page is drawn, or while one presses.
import type { Endpoints } from '../../../src/service/contract.ts';
import { type Address, addressNow, watchAddress } from './address.ts';
import { askAhead, askAtOnce, type Question, questionOf } from './api.ts';

export type Asked = readonly [path: keyof Endpoints, question: Question];

/** What a page asks first, in the order in which it is looked at; as its own `useAnswer` does, to the letter. */
export type Asks = (address: Address) => readonly Asked[];

/** @param asksOf of the page that an address names; null where that has not come or does not say */
export function askOnMoves(asksOf: (page: string) => Asks | null): void {
  known = (address) => [...evidenceAsked(address), ...(asksOf(address.page)?.(address) ?? [])];
  watchAddress(() => askAtOnce(known(addressNow()).map(([path, question]) => questionOf(path, question))));
}

let known: Asks = () => [];

/** What the panel shows of an item that is open beside a page. */
const evidenceAsked: Asks = ({ query: { item } }) => (item ? evidenceOf(item) : []);

const evidenceOf = (id: string): readonly Asked[] => [
  ['/api/items/:id', { id }],
  ['/api/review/history/:id', { id }],
];

/** Asks for the evidence of an item that is likely to be opened next. */
export function askEvidence(id: string): void {
  for (const [path, question] of evidenceOf(id)) askAhead(path, question);
}

/** Asks what the page at this address will ask. */
export function askAheadAt(address: Address): void {
  for (const [path, question] of known(address)) askAhead(path, question);
}
