import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { newId } from '../clock';
import { closePool } from '../db/pool';
import { sql } from '../db/transaction';
import { Invalid } from '../errors';
import { listTickets } from '../queries/list-tickets';
import { type Actor, PLAIN_SCOPE } from '../rules/permissions';
import { listTicketsQuery } from '../schemas/list-tickets';
import { routeWaiting } from './route-waiting';
import { runImport } from './run-import';
import { stageImport } from './stage-import';

const demo = readFileSync('prisma/demo-messages.csv', 'utf8');
afterAll(() => closePool());

async function admin(): Promise<Actor> {
  const id = newId();
  await sql.query(`INSERT INTO person (id, name, role) VALUES ($1, 'Admin', 'admin')`, [id]);
  return { id, name: 'Admin', role: 'admin', sessionId: null, scope: PLAIN_SCOPE };
}
async function importCsv(
  actor: Actor,
  csv: string,
  options: { route: boolean; newestAt?: Date } = { route: false },
) {
  const { id } = await stageImport(actor, csv, options);
  return runImport(id);
}
const header = 'User ID,Timestamp (UTC),Message Body\n';

describe('import of messages', () => {
  it('makes 57 conversations of the 100 real messages, keeps their times, mails nobody; twice adds nothing', async () => {
    const actor = await admin();
    expect(await importCsv(actor, demo)).toEqual({
      rows: 100,
      imported: 100,
      skipped: 0,
      conversations: 57,
      errors: [],
    });
    const { rows } = await sql.query<{ mails: number; newest: Date; held: number; gaps: number }>(
      `SELECT (SELECT count(*) FROM outbound_mail) AS mails, (SELECT max(created_at) FROM message) AS newest,
              (SELECT count(*) FROM ticket WHERE is_held) AS held,
              (SELECT count(*) FROM ticket t WHERE last_seq <> (SELECT count(*) FROM event e WHERE e.ticket_id = t.id)
                 OR last_seq <> (SELECT max(seq) FROM event e WHERE e.ticket_id = t.id)) AS gaps`,
    );
    expect(rows[0]).toMatchObject({ mails: 0, held: 57, gaps: 0 });
    expect(rows[0]!.newest.toISOString()).toBe('2017-02-03T22:42:26.000Z');
    expect(await importCsv(actor, demo)).toMatchObject({ imported: 0, skipped: 100, conversations: 0 });
    expect(await routeWaiting()).toBe(0);
  });

  it('finds a conversation by the name of its customer and by its number', async () => {
    const actor = await admin();
    const byName = await listTickets(actor, listTicketsQuery.parse({ q: 'customer 208' }));
    expect(byName.results.map((ticket) => ticket.customer.name)).toContain('Customer 208');
    const one = byName.results[0]!;
    const byNumber = await listTickets(actor, listTicketsQuery.parse({ q: `#${one.number}` }));
    expect(byNumber.results.map((ticket) => ticket.id)).toContain(one.id);
    expect(one.subject.length).toBeLessThanOrEqual(80);
  });

  it('tells bad rows by line and loses no other, in any order of rows', async () => {
    const actor = await admin();
    const csv = `${header}x1,2020-01-02 10:00:00,second\nx1,nonsense,bad\nx1,2020-01-01 10:00:01,first\nx1,2020-01-03 10:00:00,third\n`;
    const report = await importCsv(actor, csv);
    expect(report).toEqual({
      rows: 4,
      imported: 3,
      skipped: 1,
      conversations: 2,
      errors: [{ line: 3, rule: 'timestamp' }],
    });
    const { rows } = await sql.query<{ subject: string; texts: string[] }>(
      `SELECT t.subject, array_agg(m.body ORDER BY m.created_at, m.id) AS texts FROM ticket t JOIN message m ON m.ticket_id = t.id
       JOIN person p ON p.id = t.customer_id WHERE p.external_id = 'x1' GROUP BY t.id ORDER BY t.created_at`,
    );
    // exactly 24 hours apart is a new conversation, a second less is not
    expect(rows).toEqual([
      { subject: 'first', texts: ['first', 'second'] },
      { subject: 'third', texts: ['third'] },
    ]);
  });

  it('lets later rows join the conversation they belong to', async () => {
    const actor = await admin();
    await importCsv(actor, `${header}x2,2020-01-01 10:00:00,one\n`);
    const report = await importCsv(
      actor,
      `${header}x2,2020-01-01 10:00:00,one\nx2,2020-01-01 20:00:00,two\n`,
    );
    expect(report).toMatchObject({ imported: 1, skipped: 1, conversations: 0 });
  });

  it('moves all times by one constant for the demo alone', async () => {
    const actor = await admin();
    const newestAt = new Date('2026-01-10T12:00:00Z');
    await importCsv(actor, `${header}x3,2020-01-01 10:00:00,one\nx3,2020-01-01 11:00:00,two\n`, {
      route: true,
      newestAt,
    });
    const { rows } = await sql.query<{ created_at: Date }>(
      `SELECT m.created_at FROM message m JOIN person p ON p.id = m.author_id WHERE p.external_id = 'x3' ORDER BY 1`,
    );
    expect(rows.map((row) => row.created_at.toISOString())).toEqual([
      '2026-01-10T11:00:00.000Z',
      '2026-01-10T12:00:00.000Z',
    ]);
  });

  it.each(['', header, 'just text'])('refuses %j', async (csv) => {
    const actor = await admin();
    expect(() => stageImport(actor, csv, { route: false })).toThrow(Invalid);
  });
});
