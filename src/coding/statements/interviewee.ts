// Finds who is interviewed: from the lines before the first question.
import type { EntityRegister } from '../../model/annotations.ts';
import type { DocumentHead } from '../../model/document.ts';
import type { Entity } from '../../model/items.ts';
import { overlaps, type Span } from '../../model/span.ts';

/** Words by which a line says that it introduces an interview or briefing. */
const INTERVIEWING = /\b(?:interview|talks?|speaks?|spoke|conversation|briefing|conference)\b/i;
/** Mentions before the first question that are looked at; an introduction has no more. */
const MOST_EARLY = 50;
/** How much text before the first question is searched for a name that the analysis missed. */
const INTRODUCTION = 4000;

/** Longest stretch, in code units, before a name that may hold whom the person speaks for: "Russian MFA Spokesman". */
const OFFICE = 40;

const NAME = String.raw`(\p{Lu}[\p{L}'’-]+(?: \p{Lu}\.)? \p{Lu}[\p{L}'’-]+)`;
/**
 * Where a title in capitals hides a name from the analysis: "Anna Berg's Interview", "Spokesman Anna Berg", "interview with
 * Anna Berg".
 */
const PATTERNS: readonly RegExp[] = [
  new RegExp(
    String.raw`${NAME}(?:['’]s)? (?:[Ii]nterview|[Bb]riefing|[Aa]nswers|[Rr]eplies|[Pp]ress [Cc]onference)\b`,
    'gu',
  ),
  new RegExp(
    String.raw`\b(?:[Ss]pokes(?:man|woman|person)|[Mm]inister|[Aa]mbassador|[Pp]resident|[Ss]ecretary[ -][Gg]eneral|[Rr]epresentative|[Cc]hairman),? ${NAME}`,
    'gu',
  ),
  new RegExp(String.raw`\b(?:[Ii]nterview|[Cc]onversation|[Bb]riefing) (?:with|of|by) ${NAME}`, 'gu'),
];

/**
 * The person interviewed: the first one named before the first question who is not the author, in a line about the interview if
 * there is one. Where the register knows nobody there, a name in a line of an interview's usual form is added to it.
 * @param before where the first question begins
 */
export function intervieweeOf(
  text: string,
  head: DocumentHead,
  register: EntityRegister,
  before: number,
): Entity | null {
  const early = register
    .all()
    .filter(({ kind, name }) => kind === 'person' && name !== head.author)
    .flatMap((entity) => entity.mentions.filter(({ span }) => span[1] <= before).map(({ span }) => ({ entity, span })))
    .sort((a, b) => a.span[0] - b.span[0])
    .slice(0, MOST_EARLY);
  const inTitle = early.find(({ span }) => INTERVIEWING.test(lineAround(text, span)));
  return (inTitle ?? early[0])?.entity ?? personByPattern(text, register, before);
}

function personByPattern(text: string, register: EntityRegister, before: number): Entity | null {
  const introduction = text.slice(0, Math.min(before, INTRODUCTION));
  for (const pattern of PATTERNS) {
    for (const match of introduction.matchAll(pattern)) {
      const name = match[1] ?? '';
      const start = match.index + match[0].indexOf(name);
      const span: Span = [start, start + name.length];
      if (register.within(span).length || overlapsEntity(register, span)) continue;
      const owner = register.within([Math.max(0, start - OFFICE), start]).at(-1);
      const partOf = owner?.kind === 'body' || owner?.kind === 'state' ? owner.id : null;
      return register.get(register.add({ kind: 'person', name, partOf, mentions: [{ span, form: 'name' }] }));
    }
  }
  return null;
}

function overlapsEntity(register: EntityRegister, span: Span): boolean {
  return register.at(span)?.mentions.some((mention) => overlaps(mention.span, span)) ?? false;
}

/** The outlet or person that the lines before the first question say the interview was given to, else the author. */
export function askersOf(
  text: string,
  head: DocumentHead,
  register: EntityRegister,
  before: number,
  answerer: Entity,
): readonly string[] {
  for (const entity of register.all()) {
    if (entity.id === answerer.id || (entity.kind !== 'organization' && entity.kind !== 'person')) continue;
    const isGiven = entity.mentions.some(
      ({ span }) =>
        span[1] <= before &&
        /\b(?:interview|conversation) (?:with|to|for) (?:the )?$/i.test(text.slice(Math.max(0, span[0] - 24), span[0])),
    );
    if (isGiven || entity.name === head.author) return [entity.id];
  }
  return [];
}

function lineAround(text: string, [start, end]: Span): string {
  const from = text.lastIndexOf('\n', start) + 1;
  const to = text.indexOf('\n', end);
  return text.slice(from, to < 0 ? Math.min(text.length, end + 300) : Math.min(to, end + 300));
}
