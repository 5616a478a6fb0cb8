// Deciding over HTTP: whoever is logged in with the role enters a decision, or takes one back.
import type { Context, Hono, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import { Fault } from '../../model/fault.ts';
import type { OpenRecord } from '../../record/record.ts';
import { decisionSchema } from '../../record/review/decision.ts';
import type { User } from '../access/roles.ts';
import { type RefusalStatus, type Refused, refuse } from '../refusal.ts';

/** A decision is a few fields and a note. */
const LARGEST = 256 * 1024;

const UNDO = z.strictObject({ entry: z.string().min(1).max(64), note: z.string().max(10_000).optional() });

const STATUS: Readonly<Record<string, RefusalStatus>> = {
  'review-decision': 400,
  'review-unknown': 404,
  'review-conflict': 409,
  'review-undone': 409,
  'record-unwritable': 503,
};

const says = ({ status, body }: Refused) => Response.json(body, { status });

interface Options {
  /** Opens the record for writing, once; null where nothing may be decided. */
  readonly writable: (() => Promise<OpenRecord>) | null;
  readonly mayReview: MiddlewareHandler;
  readonly userOf: (c: Context) => User | null;
}

export function reviewRoutes(app: Hono, { writable, mayReview, userOf }: Options): void {
  const limit = bodyLimit({
    maxSize: LARGEST,
    onError: () => says(refuse(413, 'too-large', 'a decision is not as large as that')),
  });
  const enter = async (c: Context, work: (record: OpenRecord, who: string) => Promise<unknown>): Promise<Response> => {
    if (!writable) return says(refuse(503, 'read-only', 'this record is served read-only; nothing can be decided'));
    try {
      return Response.json(await work(await writable(), userOf(c)?.name ?? 'local'));
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      return says(refuse(STATUS[error.code] ?? 500, error.code, error.message));
    }
  };
  app.post('/api/review/decisions', mayReview, limit, async (c) => {
    const asked = decisionSchema.safeParse(await c.req.json().catch(() => null));
    if (!asked.success) return says(refuseBody(asked.error));
    return enter(c, (record, who) => record.decide(asked.data, who));
  });
  app.post('/api/review/undo', mayReview, limit, async (c) => {
    const asked = UNDO.safeParse(await c.req.json().catch(() => null));
    if (!asked.success) return says(refuseBody(asked.error));
    return enter(c, (record, who) => record.undo(asked.data.entry, who, asked.data.note));
  });
}

function refuseBody({ issues: [issue] }: z.ZodError): Refused {
  return refuse(400, 'bad-body', `${issue?.path.join('.') || 'the body'}: ${issue?.message ?? 'cannot be read'}`);
}
