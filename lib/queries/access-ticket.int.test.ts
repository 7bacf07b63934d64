import { expect, test } from 'vitest';
import { newId } from '@/lib/clock';
import { deactivatePerson } from '@/lib/commands/deactivate-person';
import { inTransaction, sql, type Tx } from '@/lib/db/transaction';
import { addActor, fileTicket } from '@/tests/factories';
import { accessTicket } from './access-ticket';

/** Somebody writes to the ticket, and holds its row until `release` is called. */
async function writeAndHold(ticketId: string, authorId: string) {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let locked = () => {};
  const started = new Promise<void>((resolve) => {
    locked = resolve;
  });
  const done = inTransaction(async (tx: Tx) => {
    await tx.query('SELECT 1 FROM ticket WHERE id = $1 FOR NO KEY UPDATE', [ticketId]);
    const id = newId();
    await tx.query('INSERT INTO message (id, ticket_id, author_id, body) VALUES ($1, $2, $3, $4)', [
      ...[id, ticketId, authorId, 'meanwhile'],
    ]);
    await tx.query('UPDATE ticket SET last_message_id = $2, last_public_message_id = $2 WHERE id = $1', [
      ...[ticketId, id],
    ]);
    locked();
    await held;
  });
  await started;
  return { release, done };
}

/** Waits until somebody waits for the row; without it the test would prove nothing. */
async function untilSomebodyWaits(): Promise<void> {
  for (let n = 0; n < 200; n++) {
    const { rowCount } = await sql.query(
      "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
    );
    if (rowCount) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('nobody waited');
}

test('who waits for a ticket that got a message meanwhile finds it, with that message', async () => {
  const carla = await addActor('customer');
  const ticket = await fileTicket(carla);
  const writer = await writeAndHold(ticket.id, carla.id);
  const read = inTransaction((tx) => accessTicket(tx, carla, ticket.id, 'ticket.reply', { lock: true }));
  await untilSomebodyWaits();
  writer.release();
  await writer.done;
  expect(await read).toMatchObject({ id: ticket.id, last_public_text: 'meanwhile' });
});

test('who leaves gives back a ticket that got a message meanwhile', async () => {
  const [carla, ada, root] = [await addActor('customer'), await addActor('agent'), await addActor('admin')];
  await addActor('admin');
  const ticket = await fileTicket(carla);
  await sql.query("UPDATE ticket SET assignee_id = $2, status = 'ASSIGNED' WHERE id = $1", [
    ticket.id,
    ada.id,
  ]);
  const writer = await writeAndHold(ticket.id, carla.id);
  const leaving = deactivatePerson(root, ada.id);
  await untilSomebodyWaits();
  writer.release();
  await Promise.all([writer.done, leaving]);
  const { rows } = await sql.query('SELECT assignee_id, status FROM ticket WHERE id = $1', [ticket.id]);
  expect(rows).toEqual([{ assignee_id: null, status: 'OPEN' }]);
});
