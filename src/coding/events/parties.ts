// Who a phrase stands for: "Russian troops", "leaders of Mali's government", "the army", "we".
import type { EntityRegister } from '../../model/annotations.ts';
import type { Entity, EntityKind, Statement } from '../../model/items.ts';
import { contains, lengthOf, type Span } from '../../model/span.ts';
import type { Tree } from './tree.ts';

/** Kinds that act and are acted upon. */
const ACTING: ReadonlySet<EntityKind> = new Set(['state', 'organization', 'body', 'person', 'group']);

/** Relations under which a modifier may name the party behind a phrase, best first. */
const MODIFIERS: readonly (readonly string[])[] = [
  ['nmod:poss', 'amod', 'compound', 'nmod:desc', 'flat', 'appos', 'nummod', 'nmod:unmarked', 'dep'],
  ['nmod'],
];
const OURS: ReadonlySet<string> = new Set(['we', 'us', 'our', 'ours', 'i', 'me', 'my']);
const LEVELS = 4;

/** The statement with the smallest content that holds a span, null where the document itself speaks. */
export function innermostStatement(statements: readonly Statement[], span: Span): Statement | null {
  let best: Statement | null = null;
  let size = Number.POSITIVE_INFINITY;
  for (const statement of statements) {
    for (const piece of statement.content) {
      if (contains(piece, span) && lengthOf(piece) < size) {
        size = lengthOf(piece);
        best = statement;
      }
    }
  }
  return best;
}

/** Resolves the phrases of one sentence to entities of the register; adds a group for people without a name. */
export class Parties {
  private readonly tree: Tree;
  private readonly register: EntityRegister;
  private readonly people: ReadonlySet<string>;
  private readonly bodies: ReadonlySet<string>;
  private readonly statements: readonly Statement[];

  constructor(
    tree: Tree,
    register: EntityRegister,
    classes: ReadonlyMap<string, ReadonlySet<string>>,
    statements: readonly Statement[],
  ) {
    this.tree = tree;
    this.register = register;
    this.people = classes.get('people') ?? new Set();
    this.bodies = classes.get('bodies') ?? new Set();
    this.statements = statements;
  }

  /** Whether a phrase's head stands for somebody: an acting entity, people, a body, or a pronoun for one. */
  isParty = (at: number): boolean => {
    const { tree } = this;
    if (this.direct(at).length) return true;
    if (this.isNominalParty(at)) return true;
    return (
      tree.upos(at) === 'PROPN' ||
      (tree.upos(at) === 'PRON' && /^(?:he|she|they|him|her|them|we|us|i|me|it)$/.test(tree.form(at)))
    );
  };

  /** The entities that some phrases stand for, in order, each once. */
  ofAll(places: readonly number[], places2kinds?: { readonly places: boolean }): readonly string[] {
    return [...new Set(places.flatMap((at) => this.of(at, places2kinds)))];
  }

  /**
   * The entities a phrase stands for: that of its head, else those that modify it, nearest first
   * ("Syrian air strikes" gives Syria), else a new group for people or a body without a name.
   * @param options `places: true` takes places too, for want of a party
   */
  of(at: number, options?: { readonly places: boolean }): readonly string[] {
    const direct = this.direct(at);
    if (direct.length) return [...new Set([...direct, ...this.stateOf(at)])];
    const nominal = this.isNominalParty(at);
    const inside = this.inside(at, false);
    if (inside.length) return inside;
    if (nominal) return [this.group(at)];
    return options?.places ? this.inside(at, true) : [];
  }

  /** The acting entity whose mention the head of the phrase belongs to, or what a pronoun stands for. */
  private direct(at: number): readonly string[] {
    const { tree, register } = this;
    const span = tree.span(at);
    if (OURS.has(tree.form(at))) {
      const statement = innermostStatement(this.statements, span);
      if (statement) return this.speakersAsWe(statement, tree.form(at));
    }
    const entity = register.at(span);
    if (!entity || !ACTING.has(entity.kind)) return [];
    return [entity.id];
  }

  /** "We" of a spokesman is the state or organisation he speaks for, and he himself. */
  private speakersAsWe(statement: Statement, form: string): readonly string[] {
    const plural = form.startsWith('w') || form.startsWith('u') || form.startsWith('ou');
    const owners = plural
      ? statement.speaker
          .map((id) => this.register.get(id)?.partOf)
          .filter((id): id is string => typeof id === 'string')
      : [];
    return [...new Set([...statement.speaker, ...owners])];
  }

  /** "Russian troops": a group or body of a state brings the state along where the text names it there. */
  private stateOf(at: number): readonly string[] {
    const kind = this.register.at(this.tree.span(at))?.kind;
    if (kind !== 'group') return [];
    return this.tree
      .childrenIn(at, 'amod', 'compound', 'nmod:poss')
      .map((child) => this.register.at(this.tree.span(child)))
      .filter((entity): entity is Entity => entity?.kind === 'state' || entity?.kind === 'organization')
      .map(({ id }) => id);
  }

  /** Parties that modify the head, level by level; the first level that names any decides. */
  private inside(at: number, places: boolean): readonly string[] {
    let level = [at];
    for (let depth = 0; depth < LEVELS && level.length; depth += 1) {
      const next: number[] = [];
      for (const relations of MODIFIERS) {
        const children = level
          .flatMap((head) => this.tree.childrenIn(head, ...relations))
          .flatMap((child) => this.tree.coordinated(child));
        const found = children.flatMap((child) => (places ? this.place(child) : this.directOrNominal(child)));
        if (found.length) return [...new Set(found)];
        next.push(...children);
      }
      level = next.slice(0, 40);
    }
    return places ? this.place(at) : [];
  }

  private directOrNominal(at: number): readonly string[] {
    const direct = this.direct(at);
    if (direct.length) return direct;
    if (this.tree.relation(at) === 'nmod' && this.isNominalParty(at) && !this.hasNamed(at)) return [this.group(at)];
    return [];
  }

  private hasNamed(at: number): boolean {
    return this.tree.phrase(at, 12).some((place) => this.direct(place).length > 0);
  }

  private place(at: number): readonly string[] {
    const entity = this.register.at(this.tree.span(at));
    return entity?.kind === 'place' ? [entity.id] : [];
  }

  private isNominalParty(at: number): boolean {
    const { tree } = this;
    const upos = tree.upos(at);
    if (upos !== 'NOUN' && upos !== 'PROPN' && upos !== 'NUM' && upos !== 'ADJ') return false;
    const lemma = tree.lemma(at);
    return (
      this.people.has(lemma) ||
      this.bodies.has(lemma) ||
      this.people.has(tree.form(at)) ||
      this.bodies.has(tree.form(at))
    );
  }

  /** People or a body without a name ("the protesters"): a group entity, or a body where the noun says so. */
  private group(at: number): string {
    const { tree } = this;
    const span = tree.hullOf(nominalWords(tree, at));
    const known = this.register.at(span);
    if (known && ACTING.has(known.kind) && contains(span, known.mentions[0]?.span ?? span)) return known.id;
    const name = tree.text
      .slice(...span)
      .replace(/^(?:the|a|an)\s+/i, '')
      .replace(/\s+/g, ' ');
    const kind = this.people.has(tree.lemma(at)) || this.people.has(tree.form(at)) ? 'group' : 'body';
    return this.register.add({ kind, name, mentions: [{ span, form: 'nominal' }], rule: 'role-filler' });
  }
}

/** The head noun with what stands close before it: "two dozen armed men". */
function nominalWords(tree: Tree, at: number): readonly number[] {
  const before = tree
    .childrenIn(at, 'amod', 'compound', 'nummod', 'nmod:poss', 'det', 'flat')
    .filter((child) => child < at && at - child <= 8);
  return [...before, at];
}
