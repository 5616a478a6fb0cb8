// Hand-made readings for tests: items are given by the words they stand on, and entities by their names.
import { contentHash } from '../../intake/fingerprint.ts';
import type { Document } from '../../model/document.ts';
import type { Entity, Event, EventTime, Modality, Statement } from '../../model/items.ts';
import type { Context, EventType } from '../../model/plover.ts';
import { scoreOf } from '../../model/plover.ts';
import type { Reading } from '../../model/reading.ts';
import type { Span } from '../../model/span.ts';
import type { OpenRecord, Outcome } from '../record.ts';

export interface Told {
  readonly id: string;
  readonly text: string;
  readonly published?: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly entities?: readonly (Pick<Entity, 'kind' | 'name'> & {
    readonly code?: string;
    readonly partOf?: string;
    readonly offices?: readonly string[];
    /** Words it is mentioned by; its name without. */
    readonly names?: readonly string[];
  })[];
  readonly events?: readonly {
    readonly type: EventType;
    readonly trigger: string;
    readonly actor: readonly string[];
    readonly recipient?: readonly string[];
    readonly about?: readonly string[];
    readonly place?: string;
    readonly time?: string | null;
    readonly basis?: EventTime['basis'];
    readonly modality?: Modality;
    readonly contexts?: readonly Context[];
    readonly mode?: string;
    readonly cameo?: string;
    /** Place of the statement that reports it, from 1. */
    readonly statement?: number;
  }[];
  readonly statements?: readonly {
    readonly speaker: readonly string[];
    readonly cue: string;
    readonly content: string;
    readonly about?: readonly string[];
  }[];
  /** Everything else of the reading, with spans and ids written out. */
  readonly rest?: Partial<Reading>;
}

export function documentOf({ id, text, published, title }: Told): Document {
  return { id, text, published, title };
}

/** Sentences end at full stops; evidence is the sentence of the trigger. Entity ids are `e1`, `e2` … in the order given. */
export function readingOf(told: Told): Reading {
  const { id, text, published, title, publisher, entities = [], events = [], statements = [], rest = {} } = told;
  const sentences = [...text.matchAll(/[^.\s][^.]*\.?/gu)].map(
    ({ 0: words, index }): Span => [index, index + words.length],
  );
  const idOf = (name: string) => `e${entities.findIndex((entity) => entity.name === name) + 1}`;
  const spanOf = (words: string): Span => {
    const start = text.indexOf(words);
    if (start < 0) throw new Error(`the text of ${id} has no "${words}"`);
    return [start, start + words.length];
  };
  const around = ([start, end]: Span): Span =>
    sentences.find(([from, to]) => from <= start && end <= to) ?? [start, end];
  return {
    format: 1,
    id,
    document: {
      title: title ?? null,
      publisher: publisher ?? null,
      author: null,
      language: 'en',
      published: published === undefined ? { value: null, basis: 'unknown' } : { value: published, basis: 'given' },
    },
    passages: [{ span: [0, text.length], kind: 'body' }],
    sentences: sentences.map((span) => ({ span, passage: 0 })),
    entities: entities.map(
      ({ kind, name, code, partOf, offices = [], names = [name] }): Entity => ({
        id: idOf(name),
        kind,
        name,
        code: code ?? null,
        partOf: partOf === undefined ? null : idOf(partOf),
        offices,
        mentions: names.filter((words) => text.includes(words)).map((words) => ({ span: spanOf(words), form: 'name' })),
      }),
    ),
    times: [],
    statements: statements.map(
      ({ speaker, cue, content, about = [] }, n): Statement => ({
        id: `s${n + 1}`,
        speaker: speaker.map(idOf),
        addressee: [],
        source: null,
        cue: spanOf(cue),
        content: [spanOf(content)],
        form: content.startsWith('"') ? 'direct' : 'indirect',
        via: [],
        about: about.map(idOf),
      }),
    ),
    events: events.map(
      (event, n): Event => ({
        id: `v${n + 1}`,
        type: event.type,
        mode: event.mode ?? null,
        contexts: event.contexts ?? [],
        actor: event.actor.map(idOf),
        recipient: (event.recipient ?? []).map(idOf),
        about: (event.about ?? []).map(idOf),
        place: event.place === undefined ? null : idOf(event.place),
        trigger: spanOf(event.trigger),
        evidence: around(spanOf(event.trigger)),
        time: event.time
          ? { value: event.time, basis: event.basis ?? 'expression' }
          : { value: null, basis: 'unknown' },
        modality: event.modality ?? 'actual',
        background: false,
        statement: event.statement === undefined ? null : `s${event.statement}`,
        ...(event.cameo === undefined ? {} : { cameo: event.cameo }),
        score: scoreOf(event.type, event.mode ?? null),
        rule: 'by-hand',
        why: `said "${event.trigger}"`,
      }),
    ),
    agreements: [],
    meetings: [],
    activities: [],
    positions: [],
    ...rest,
  };
}

/** Adds the document as if a file of its id had been read by version `version`. */
export function tell(
  record: OpenRecord,
  told: Told,
  { version = '1', path = `${told.id}.txt` } = {},
): Promise<Outcome> {
  return record.add(documentOf(told), readingOf(told), { path, hash: contentHash(JSON.stringify(told)), version });
}
