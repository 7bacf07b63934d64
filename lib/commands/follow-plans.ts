import { type PersonRow, personColumns } from '../db/sql/person-row';
import { inTransaction, sql, type Tx } from '../db/transaction';
import { log } from '../log';
import { lastEdge } from '../rules/shifts';
import { changeIntent } from './steps/change-intent';
import { lockPerson } from './steps/lock-person';
import { settleLiveness } from './steps/settle-liveness';

/**
 * Lets shifts and absences make people come and go. What somebody said himself since the edge stands. Each edge is
 * followed once, also when nobody was there to look at its moment.
 */
export async function followPlans(): Promise<void> {
  const { rows } = await sql.query<PersonRow>(
    `SELECT ${personColumns} FROM person
     WHERE (shifts IS NOT NULL OR absence IS NOT NULL) AND disabled_at IS NULL AND role <> 'customer'`,
  );
  for (const person of rows.filter((one) => isDue(one))) {
    try {
      await inTransaction((tx) => follow(tx, person.id));
    } catch (error) {
      // one whose plan cannot be followed must not keep the others
      log.error({ err: error, personId: person.id }, 'a plan was not followed; the next watch tries again');
    }
  }
}

/** The edge that waits to be followed. */
function isDue(person: PersonRow) {
  const edge = lastEdge(person, Date.now());
  return edge && edge.at > (person.shiftAt?.getTime() ?? 0) ? edge : null;
}

async function follow(tx: Tx, id: string): Promise<void> {
  const person = await lockPerson(tx, id);
  const edge = isDue(person);
  if (!edge) return;
  await tx.query('UPDATE person SET shift_at = $2 WHERE id = $1', [id, new Date(edge.at)]);
  if (person.availabilityChangedAt.getTime() > edge.at) return;
  const intent = edge.isOnline ? 'online' : 'offline';
  if (person.intent === intent) return;
  await changeIntent(tx, person, { intent }, { cause: 'plan', actorId: null });
  if (edge.isOnline) await mustConnect(tx, id);
}

/** A plan proves nothing: he is online once a window of his is open, as if he had been missed for ever until then. */
async function mustConnect(tx: Tx, id: string): Promise<void> {
  await tx.query(`UPDATE person SET spell_at = 'epoch' WHERE id = $1`, [id]);
  await tx.query(
    `INSERT INTO person_connection (person_id, process, opened_at, closed_at) VALUES ($1, 'plan', 'epoch', 'epoch')
     ON CONFLICT DO NOTHING`,
    [id],
  );
  await settleLiveness(tx, [id]);
}
