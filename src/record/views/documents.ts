// Documents of the record: in lists, with their text, and with all that was read in them.
import type { MentionForm, TimexType } from '../../model/analysis.ts';
import type { PassageKind } from '../../model/document.ts';
import type { Diagnostic } from '../../model/items.ts';
import type { Span } from '../../model/span.ts';
import type {
  ActivityView,
  DevelopmentView,
  DocumentLink,
  EntityLink,
  EventView,
  ItemKind,
  MeetingView,
  ObligationView,
  PositionView,
  StatementView,
} from './items.ts';

export interface DocumentListing extends DocumentLink {
  readonly author: string | null;
  readonly language: string | null;
  readonly url: string | null;
  /** Length of the text in UTF-16 code units. */
  readonly length: number;
  readonly counts: Readonly<Record<ItemKind, number>>;
}

/** A document's text with what the language and its head say of it. */
export interface DocumentText extends DocumentListing {
  readonly text: string;
  readonly passages: readonly { readonly span: Span; readonly kind: PassageKind }[];
  /** `passage` is the index of the passage it stands in. */
  readonly sentences: readonly { readonly span: Span; readonly passage: number }[];
  readonly entities: readonly (EntityLink & {
    readonly mentions: readonly { readonly span: Span; readonly form: MentionForm }[];
  })[];
  readonly times: readonly { readonly span: Span; readonly type: TimexType; readonly value: string }[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A document with all that was read in it. Its own evidence comes first in what other documents tell too. */
export interface DocumentView extends DocumentText {
  readonly statements: readonly StatementView[];
  readonly events: readonly EventView[];
  readonly meetings: readonly MeetingView[];
  readonly developments: readonly DevelopmentView[];
  readonly obligations: readonly ObligationView[];
  readonly activities: readonly ActivityView[];
  readonly positions: readonly PositionView[];
}
