// An item as one line that a person and a program can check: fields by name, parties by name and code.
import type { AnyView, EntityLink } from '../../record/views.ts';

/** Halves of surrogate pairs, which no file of text can hold: the source file has this sign in their place, too. */
const HALF = /\p{Cs}/gu;

const party = ({ name, code }: EntityLink) => (code === null ? name : `${name} (${code})`);
const parties = (links: readonly EntityLink[]) => links.map(party);

export function factOf(item: AnyView) {
  return {
    id: item.id,
    kind: item.kind,
    date: { value: item.time.value, basis: item.time.basis },
    ...fieldsOf(item),
    review: item.review,
    evidence: item.evidence.map(({ document, span: [start, end], quote, rule, why }) => ({
      ...{ document: document.id, start, end, quote: quote.replace(HALF, '\ufffd') },
      ...(rule !== null && { rule }),
      ...(why !== null && { why }),
    })),
  };
}

function fieldsOf(item: AnyView) {
  switch (item.kind) {
    case 'event': {
      const { type, mode, modality, background, score, cameo, place } = item;
      const who = { actor: parties(item.actor), recipient: parties(item.recipient), about: parties(item.about) };
      return { type, mode, modality, background, score, cameo, ...who, place: place && party(place) };
    }
    case 'statement':
      return {
        ...{ speaker: parties(item.speaker), addressee: parties(item.addressee), about: parties(item.about) },
        ...{ form: item.form, cue: item.cueText, content: item.contentText },
      };
    case 'meeting': {
      const { state, level, body, place, event } = item;
      return {
        state,
        level,
        parties: parties(item.parties),
        body: body && party(body),
        place: place && party(place),
        event,
      };
    }
    case 'development':
      return { agreement: item.agreement.name, what: item.what, by: parties(item.by) };
    case 'obligation':
      return { agreement: item.agreement.name };
    case 'activity': {
      const figures = item.figures.map(({ value, of }) => ({ value, of }));
      return { activity: item.activity.name, state: item.state, parties: parties(item.parties), figures };
    }
    case 'position':
      return { actor: party(item.actor), on: item.on.name, stance: item.stance, statement: item.statement };
  }
}
