import type { Tx } from '../db/transaction';
import { Conflict, Forbidden, Invalid, NotFound } from '../errors';
import { recordEvent } from '../events/record';
import { missingFields } from '../rules/guess-mapping';
import { type Actor, may } from '../rules/permissions';
import type { ImportOptions, ImportState } from '../schemas/import';
import { type Attempt, once } from './steps/once';

interface Job {
  state: ImportState;
  options: ImportOptions | null;
  report: { rows: number; bad?: number } | null;
}

/** Steps that are asked for; the worker does them. */
export type ImportAct = 'check' | 'start' | 'undo';

/**
 * Asks for the next step of an import: `check` looks at every row, `start` imports (and checks first when that was not
 * done), `undo` takes it back. Asking for what is under way already is no mistake.
 *
 * @throws Conflict `import_state` when it is not the time for it; Invalid when no columns are chosen, or no row is good.
 */
export function startImport(
  actor: Actor,
  id: string,
  act: ImportAct,
  attempt?: Attempt,
): Promise<{ id: string }> {
  if (!may(actor, 'message.import')) throw new Forbidden();
  return once(actor, attempt, async (tx) => {
    const { rows } = await tx.query<Job>(
      'SELECT state, options, report FROM import WHERE id = $1 FOR UPDATE',
      [id],
    );
    const job = rows[0];
    if (!job) throw new NotFound();
    if (await acts[act](tx, id, job))
      await recordEvent(tx, 'import.requested', { import_id: id, act }, actor.id);
    return { id };
  });
}

/** Each answers whether there is something to do. */
const acts: Record<ImportAct, (tx: Tx, id: string, job: Job) => Promise<boolean>> = {
  check: (tx, id, job) => beginCheck(tx, id, job, false),
  start: async (tx, id, job) => {
    if (job.state === 'staged' || job.state === 'done') return false;
    if (job.state !== 'checked') return beginCheck(tx, id, job, true);
    if (job.report && job.report.rows === (job.report.bad ?? 0))
      throw new Invalid({ '': ['no_rows'] }, 'No row of this file can be imported.');
    await tx.query(`UPDATE import SET state = 'staged', progress = 0, updated_at = now() WHERE id = $1`, [
      id,
    ]);
    return true;
  },
  undo: async (tx, id, { state }) => {
    if (state === 'undoing' || state === 'undone') return false;
    if (state !== 'done') throw refusal(state);
    await tx.query(
      `UPDATE import SET state = 'undoing', progress = 0, updated_at = now(),
         total = (SELECT count(*) FROM import_ticket WHERE import_id = $1) WHERE id = $1`,
      [id],
    );
    return true;
  },
};

async function beginCheck(tx: Tx, id: string, { state, options }: Job, goesOn: boolean): Promise<boolean> {
  if (state === 'checking' && !goesOn) return false;
  if (!options || !['mapping', 'checked', 'checking', 'failed'].includes(state)) throw refusal(state);
  const missing = missingFields(options.mapping);
  if (missing.length > 0)
    throw new Invalid(Object.fromEntries(missing.map((field) => [`mapping.${field}`, ['required']])));
  await tx.query(
    `UPDATE import SET state = 'checking', goes_on = $2, tries = 0, failure = NULL, progress = 0, total = size, updated_at = now() WHERE id = $1`,
    [id, goesOn],
  );
  return true;
}

const refusal = (state: ImportState) =>
  new Conflict('import_state', `This import is ${state}; that step is not possible now.`, { state });
