import { PLAIN_UNSOLVED } from '../db/sql/plain-unsolved';
import { sql } from '../db/transaction';
import type { LabDeskDto } from '../schemas/lab-desk';
import { getBoard } from './get-board';

/** Who of the agents has how much, and what waits. */
export async function getLabDesk(): Promise<LabDeskDto> {
  const [{ people, queue }, { rows }] = await Promise.all([
    getBoard(null),
    sql.query<{ n: number }>(`SELECT count(*)::int AS n FROM ticket WHERE ${PLAIN_UNSOLVED}`),
  ]);
  return {
    people: people.map(({ name, is_there, load, capacity, load_calls, capacity_calls }) => ({
      ...{ name, is_there, load, capacity, load_calls, capacity_calls },
    })),
    waiting: queue.n,
    unsolved: rows[0]!.n,
  };
}
