// What a person can put right about an entity: that it is the same as another, that it is several, what it is called.
import { useId, useRef, useState } from 'react';
import type { EntityDetail, EntityLink } from '../../../src/service/contract.ts';
import { named, useAnswer } from '../data/api.ts';
import { countWords, kindWords } from '../data/words.ts';
import { mayReview, useSession } from '../login/gate.tsx';
import { type Deciding, useDeciding } from '../review/decide.ts';
import { History } from '../review/history.tsx';
import { ActorPicker } from '../shell/actor-picker.tsx';
import { Answer } from '../shell/notice.tsx';
import { Sheet } from '../shell/sheet.tsx';
import '../styles/review.css';

type Open = 'same' | 'apart' | 'name' | null;

export function PutRight({ entity }: { readonly entity: EntityDetail }) {
  const session = useSession();
  const deciding = useDeciding();
  const [open, setOpen] = useState<Open>(null);
  const from = useRef<HTMLButtonElement>(null);
  const answer = useAnswer('/api/review/history/:id', { id: entity.id });
  const history = answer.state === 'there' ? answer.value : null;
  const merged = history?.merged ?? [];
  const entries = history?.entries ?? [];
  if (!mayReview(session) && entries.length === 0) return null;
  const close = () => {
    setOpen(null);
    from.current?.focus();
  };
  const choose = (what: Exclude<Open, null>, words: string) => (
    <button
      type="button"
      className="button-quiet"
      aria-expanded={open === what}
      onClick={(click) => {
        from.current = click.currentTarget;
        setOpen(open === what ? null : what);
      }}
    >
      {words}
    </button>
  );
  return (
    <section className="put-right-bar" aria-label="Put right who or what this is">
      {mayReview(session) && (
        <p className="review-buttons">
          <span className="label">{merged.length > 1 ? `${merged.length} names taken for one` : 'Not right?'}</span>
          {choose('same', 'The same as …')}
          {merged.length > 1 && choose('apart', 'Take apart …')}
          {choose('name', 'Rename …')}
        </p>
      )}
      {answer.state === 'refused' && <Answer of={answer}>{() => null}</Answer>}
      {deciding.fault && (
        <p role="alert" className="fault">
          {deciding.fault}
        </p>
      )}
      {open === 'same' && <Same entity={entity} deciding={deciding} onDone={close} />}
      {open === 'apart' && <Apart entity={entity} merged={merged} deciding={deciding} onDone={close} />}
      {open === 'name' && <Name key={entity.name} entity={entity} deciding={deciding} onDone={close} />}
      {entries.length > 0 && <History entries={entries} deciding={deciding} />}
    </section>
  );
}

interface FormProps {
  readonly entity: EntityDetail;
  readonly deciding: Deciding;
  readonly onDone: () => void;
}

const ACTORS = 'state,organization,body,group';
const SUBJECTS = 'issue,agreement,activity,body';

/** Kinds that the reader may have taken for one another. */
const alike = (kind: EntityLink['kind']): string =>
  kind === 'person' || kind === 'place' ? kind : SUBJECTS.includes(kind) ? `${SUBJECTS},group` : ACTORS;

function Same({ entity, deciding: { decide, busy }, onDone }: FormProps) {
  const [other, setOther] = useState<string | null>(null);
  const chosen = useAnswer('/api/entities/:id', other === null ? null : named(other));
  const found = other !== null && chosen.state === 'there' ? chosen.value : null;
  const isItself = found?.id === entity.id;
  return (
    <Sheet
      label={`What ${entity.name} is the same as`}
      save="They are the same"
      className="put-right"
      ready={found !== null && !isItself}
      busy={busy}
      onSave={() => {
        const entities = [entity.id, found?.id];
        void decide({ what: 'merge-entities', entities }).then((entry) => entry && onDone());
      }}
      onLeave={onDone}
    >
      <div className="field">
        <span className="label">{entity.name} is the same as</span>
        <ActorPicker
          label="The same as"
          placeholder="Part of a name"
          id={other}
          kinds={alike(entity.kind)}
          onPick={setOther}
        />
      </div>
      {isItself && <p className="label">These are one already.</p>}
      {found && !isItself && (
        <p>
          {found.name} ({kindWords(found.kind)}, {countWords(found.documents, 'document')}) will count as {entity.name}.
          Its name is kept among the others, and it can be taken apart again.
        </p>
      )}
    </Sheet>
  );
}

interface ApartProps extends FormProps {
  readonly merged: readonly EntityLink[];
}

function Apart({ entity, merged, deciding: { decide, busy }, onDone }: ApartProps) {
  const [parts, setParts] = useState<readonly string[]>([]);
  return (
    <Sheet
      label={`Take ${entity.name} apart`}
      save="Take these out"
      className="put-right"
      ready={parts.length > 0 && parts.length < merged.length}
      busy={busy}
      onSave={() => void decide({ what: 'split-entity', entity: entity.id, parts }).then((entry) => entry && onDone())}
      onLeave={onDone}
    >
      <fieldset className="field">
        <legend>Documents mean somebody or something else by these names</legend>
        {merged.map(({ id, name, kind }, at) => (
          <label key={id} className="field-flag">
            <input
              type="checkbox"
              checked={parts.includes(id)}
              onChange={({ target }) =>
                setParts(target.checked ? [...parts, id] : parts.filter((known) => known !== id))
              }
            />{' '}
            {name}{' '}
            <span className="label">
              {kindWords(kind)}
              {at === 0 ? ', gives the name' : ''}
            </span>
          </label>
        ))}
      </fieldset>
      {parts.length === merged.length && <p className="label">One of them has to stay.</p>}
    </Sheet>
  );
}

function Name({ entity, deciding: { decide, busy }, onDone }: FormProps) {
  const id = useId();
  const [name, setName] = useState(entity.name);
  const [owner, setOwner] = useState(entity.partOf?.id ?? null);
  const fields = {
    ...(name.trim() === entity.name ? {} : { name: name.trim() }),
    ...(owner === (entity.partOf?.id ?? null) ? {} : { partOf: owner }),
  };
  return (
    <Sheet
      label={`What ${entity.name} is called`}
      save="Save the correction"
      className="put-right"
      ready={name.trim() !== '' && Object.keys(fields).length > 0}
      busy={busy}
      onSave={() =>
        void decide({ what: 'correct-entity', entity: entity.id, fields }).then((entry) => entry && onDone())
      }
      onLeave={onDone}
    >
      <p className="field">
        <label htmlFor={id}>Name</label>
        <input id={id} type="text" value={name} autoComplete="off" onChange={({ target }) => setName(target.value)} />
      </p>
      <div className="field">
        <span className="label">belongs to</span>
        <ActorPicker
          label="Belongs to"
          placeholder="nobody"
          id={owner}
          kinds="state,organization,body"
          onPick={setOwner}
        />
      </div>
    </Sheet>
  );
}
