// Finds the turns of an interview or briefing: who answers, in which paragraphs, and who asked.
import type { EntityRegister } from '../../model/annotations.ts';
import type { DocumentHead } from '../../model/document.ts';
import type { Entity } from '../../model/items.ts';
import type { Span } from '../../model/span.ts';
import { askersOf, intervieweeOf } from './interviewee.ts';
import type { Paragraph } from './paragraphs.ts';

/** One answer, or one labelled turn of a transcript. */
export interface Turn {
  readonly speaker: Entity;
  readonly addressee: readonly string[];
  /** Without the label. */
  readonly content: readonly Span[];
  readonly rule: string;
  readonly why: string;
}

const ASKING = /^(?:question|q|journalist|reporter|correspondent|interviewer|moderator|host)(?:\s*\d{1,2})?\s*[:.]\s/i;
const ANSWERING = /^(?:answer|a)(?:\s*\d{1,2})?\s*[:.]\s+/i;
/** "ROGOZIN:", "Mr. Smith:", "Anna Berg:" at the start of a turn; up to five words. */
const LABEL = /^((?:\p{Lu}[\p{L}.'’-]*|de|van|von|al|bin)(?: (?:\p{Lu}[\p{L}.'’-]*|de|van|von|al|bin)){0,4})\s?:\s+/u;
interface Labelled {
  readonly paragraph: Paragraph;
  readonly role: 'question' | 'answer' | 'named' | 'plain' | 'end';
  readonly name: string;
  readonly start: number;
}

/**
 * The turns of a document that is an interview: where passages are questions, or where at least two paragraphs begin with
 * the label of a speaker that the document names. Empty for other documents. "Answer: We wait." is one turn of the
 * interviewee, who is the first person named before the first question.
 */
export function turnsOf(
  text: string,
  head: DocumentHead,
  paragraphs: readonly Paragraph[],
  register: EntityRegister,
): readonly Turn[] {
  const people = register.all().filter(({ kind }) => kind === 'person');
  const personFor = personsByLabel(people);
  const first = paragraphs.find((paragraph) => isQuestion(text, paragraph));
  const before = first?.span[0] ?? 0;
  const answerer = first ? intervieweeOf(text, head, register, before) : null;
  const bearer = (name: string) => (answerer && holdsOffice(answerer, name) ? answerer : personFor(name));
  const labelled = paragraphs.map((paragraph) => labelOf(text, paragraph, bearer));
  const names = labelled.filter(({ role }) => role === 'named').length;
  if (!first && names < 2) return [];
  const askers = answerer ? askersOf(text, head, register, before, answerer) : [];
  return collect(labelled, { answerer, askers, personFor: bearer });
}

function isQuestion(text: string, { kind, span: [start, end] }: Paragraph): boolean {
  return kind === 'question' || ASKING.test(text.slice(start, Math.min(end, start + 80)));
}

function labelOf(text: string, paragraph: Paragraph, personFor: (label: string) => Entity | null): Labelled {
  const [start, end] = paragraph.span;
  const opening = text.slice(start, Math.min(end, start + 80));
  const plain = { paragraph, name: '', start };
  if (isQuestion(text, paragraph)) return { ...plain, role: 'question' };
  if (paragraph.kind !== 'body') return { ...plain, role: 'end' };
  const answer = ANSWERING.exec(opening);
  if (answer) return { ...plain, role: 'answer', start: start + answer[0].length };
  const label = LABEL.exec(opening);
  const name = label?.[1] ?? '';
  if (label && personFor(name)) return { ...plain, role: 'named', name, start: start + label[0].length };
  return { ...plain, role: 'plain' };
}

/** Finds the one person whose name ends in a label's last word; none where several do. */
function personsByLabel(people: readonly Entity[]): (label: string) => Entity | null {
  const lastWord = (name: string) => name.split(' ').at(-1)?.toLowerCase() ?? '';
  const byLast = new Map<string, Entity | null>();
  for (const person of people) byLast.set(lastWord(person.name), byLast.has(lastWord(person.name)) ? null : person);
  return (label) => byLast.get(lastWord(label)) ?? null;
}

/** "Secretary-General:" before the turns of the Secretary-General of some union, whom the title names. */
const holdsOffice = ({ name, offices }: Entity, label: string): boolean =>
  [name, ...offices].some((words) => words.toLowerCase().startsWith(`${label.toLowerCase()} of `));

interface Roles {
  readonly answerer: Entity | null;
  readonly askers: readonly string[];
  readonly personFor: (label: string) => Entity | null;
}

/** Runs through the paragraphs; plain ones continue the turn before them. */
function collect(labelled: readonly Labelled[], { answerer, askers, personFor }: Roles): readonly Turn[] {
  const turns: Turn[] = [];
  let speaker: Entity | null = null;
  let content: Span[] = [];
  let why = '';
  const close = () => {
    if (speaker && content.length) {
      const addressee = speaker === answerer ? askers : [];
      turns.push({ speaker, addressee, content, rule: 'interview', why });
    }
    content = [];
  };
  for (const { role, name, start, paragraph } of labelled) {
    if (role !== 'plain') {
      close();
      speaker = null;
    }
    if (role === 'question') {
      speaker = answerer;
      why = 'answer to the question before it; speaker = the person interviewed';
    } else if (role === 'answer') {
      speaker = answerer;
      why = 'label: answer; speaker = the person interviewed';
    } else if (role === 'named') {
      speaker = personFor(name);
      why = `label: *${name}*`;
    }
    if (role !== 'question' && role !== 'end' && speaker) content.push([start, paragraph.span[1]]);
  }
  close();
  return turns;
}
