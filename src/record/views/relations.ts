// Between whom: the temperature of a relationship, who deals with whom, and the people.
import type { Quad } from '../../model/plover.ts';
import type { EntityView } from './entities.ts';
import type { DocumentLink, EntityLink } from './items.ts';

export type Period = 'day' | 'month' | 'year';

/** Events in one period. */
export interface TemperaturePoint {
  /** ISO day, month or year in which the events begin. */
  readonly period: string;
  /** Mean of PLOVER's conflict-cooperation scores, -10 to 10. */
  readonly score: number;
  readonly sum: number;
  /** Events by quadrant: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict. */
  readonly quads: Readonly<Record<Quad, number>>;
  readonly events: number;
}

/** The events between two sides in one period. A side is a state or organisation with its bodies and people. */
export interface TemperatureRow extends TemperaturePoint {
  /** In order of their names. */
  readonly pair: readonly [EntityLink, EntityLink];
}

/** The temperature of several pairs together: an event counts for each pair that it is between. */
export interface OverallTemperature extends Omit<TemperatureView, 'rows'> {
  /** By period. */
  readonly points: readonly TemperaturePoint[];
}

export interface TemperatureView {
  /** By pair, then period. */
  readonly rows: readonly TemperatureRow[];
  /** Events between the pairs that have no date, hence stand in no period. */
  readonly undated: number;
  /** Documents without a date that an as-of by knowledge leaves out. */
  readonly leftOut: number;
}

export interface NetworkView {
  /** Those with most events first. */
  readonly nodes: readonly { readonly entity: EntityLink; readonly events: number }[];
  /** `from` acts towards `to`; what two do together stands once, in alphabetical order of ids. */
  readonly edges: readonly {
    readonly from: string;
    readonly to: string;
    readonly events: number;
    /** Mean of PLOVER's scores. */
    readonly score: number;
    readonly quads: Readonly<Record<Quad, number>>;
  }[];
}

/** An office as documents give it, with the dates of those that do. */
export interface OfficeView {
  readonly office: string;
  /** First and last day of publication of the documents that give it; null where they are undated. */
  readonly from: string | null;
  readonly to: string | null;
  /** The first of them by date. */
  readonly documents: readonly DocumentLink[];
  /** How many there are. */
  readonly number: number;
}

export interface PersonView {
  readonly person: EntityView;
  /** By date. */
  readonly offices: readonly OfficeView[];
  readonly statements: number;
  readonly events: number;
  /** Those whom statements and events bring together with the person, most often first. */
  readonly dealtWith: readonly { readonly entity: EntityLink; readonly items: number }[];
}
