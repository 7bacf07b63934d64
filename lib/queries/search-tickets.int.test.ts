import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { addActor, fileTicket } from '@/tests/factories';
import { editTicket } from '../commands/edit-ticket';
import { indexTickets } from '../commands/index-tickets';
import { postMessage } from '../commands/post-message';
import { rebuildSearch } from '../commands/rebuild-search';
import { deleteTicket, markSpam, restoreTicket } from '../commands/set-aside-ticket';
import { closePool } from '../db/pool';
import { sql } from '../db/transaction';
import type { Actor } from '../rules/permissions';
import { parseSearchQuery } from '../rules/search-query';
import { listTicketsQuery } from '../schemas/list-tickets';
import { postMessageInput } from '../schemas/post-message';
import { searchQuery } from '../schemas/search';
import type { TicketDto } from '../schemas/ticket';
import { countTickets, listTickets } from './list-tickets';
import { searchTickets } from './search-tickets';
import { searchWords } from './search-words';
import { similarTickets } from './similar-tickets';

let admin: Actor;
let ada: Actor;
let carla: Actor;
let dora: Actor;
let invoice: TicketDto;
let printer: TicketDto;
let german: TicketDto;

const ask = (actor: Actor, q: string, more: Record<string, string> = {}) =>
  searchTickets(actor, searchQuery.parse({ q, ...more }));
/** Each search is asked of a list as well, as a saved view does: it must hold the same tickets. */
const numbers = async (actor: Actor, q: string, more: Record<string, string> = {}) => {
  const found = (await ask(actor, q, more)).results.map(({ ticket }) => ticket.number);
  if (Object.keys(more).length === 0) {
    const { results } = await listTickets(actor, listTicketsQuery.parse({ search: q, limit: '100' }));
    expect(results.map(({ number }) => number).sort(), q).toEqual(found.toSorted());
    expect((await countTickets(actor, { in: 'inbox', search: q })).count, q).toBe(found.length);
  }
  return found;
};
const say = (actor: Actor, ticket: TicketDto, body: string, is_internal = false) =>
  postMessage(actor, ticket.id, postMessageInput.parse({ body, is_internal }), 'WEB');

beforeAll(async () => {
  admin = await addActor('admin', { name: 'Adam Admin', email: 'adam@switchboard.test' });
  ada = await addActor('agent', { name: 'Ada Agent', email: 'ada@switchboard.test' });
  carla = await addActor('customer', { name: 'Carla Winterbottom', email: 'carla@example.test' });
  dora = await addActor('customer', { name: 'Dora Käsebier', email: 'dora@example.test' });
  printer = await fileTicket(carla, {
    subject: 'Printer shows error 123',
    description: 'The printers in our office were jamming again after the update.',
    topic: 'hardware',
  });
  invoice = await fileTicket(dora, {
    subject: 'Two invoices for one order',
    description: 'I was charged twice. Please refund one of the payments to my card.',
  });
  german = await fileTicket(dora, {
    subject: 'Rechnungen fehlen',
    description: 'Seit dem letzten Monat bekomme ich keine Rechnungen mehr, könnten Sie das bitte prüfen?',
  });
  await say(ada, printer, 'Please switch it off and take the paper tray out. Then the jam can be cleared.');
  await say(ada, printer, 'He is a xylophonist, be nice. See also her sister', true);
  await indexTickets();
});
afterAll(() => closePool());

describe('words', () => {
  it('are asked for once, however many languages write them so: else the planner takes them for common', async () => {
    const { found } = await searchWords(sql, parseSearchQuery('office', { staff: true }));
    const alternatives = found?.split(' | ') ?? [];
    expect(alternatives).toContain("('office':*)");
    expect(alternatives).not.toContain("('office')");
    expect(new Set(alternatives).size).toBe(alternatives.length);
  });

  it.each<[string, string, () => TicketDto[]]>([
    ['as they stand', 'office', () => [printer]],
    ['in another inflection', 'printer jams', () => [printer]],
    ['in German', 'Rechnung', () => [german]],
    ['all of them', 'invoice office', () => []],
    ['one of them', 'office OR refunds', () => [invoice, printer]],
    ['as a phrase', '"paper tray"', () => [printer]],
    ['as a phrase in another inflection', '"papers trays"', () => [printer]],
    ['as a phrase in the wrong order', '"tray paper"', () => []],
    ['but not others', 'please -refund', () => [printer]],
    ['but not others in another inflection', 'please -refunding', () => [printer]],
    ['but not a phrase', 'please -"paper tray"', () => [invoice]],
    ['that are unfinished', 'offi', () => [printer]],
    ['of the customer', 'käsebier', () => [german, invoice]],
    ['of the customer and of the text', 'winterbottom tray', () => [printer]],
    ['of the topic', 'hardware', () => [printer]],
    ['that stand nowhere', 'zeppelin', () => []],
  ])('%s: %s', async (_name, q, expected) => {
    const wanted = expected().map(({ number }) => number);
    expect((await numbers(admin, q)).sort()).toEqual(wanted.sort());
  });
});

describe('what was asked for', () => {
  it('is marked in subject and message, as plain pieces, with the message to jump to', async () => {
    const { results } = await ask(admin, 'error trays');
    expect(results[0]!.subject).toEqual([
      { text: 'Printer shows ', hit: false },
      { text: 'error', hit: true },
      { text: ' 123', hit: false },
    ]);
    expect(results[0]!.snippet.filter(({ hit }) => hit)).toEqual([{ text: 'tray', hit: true }]);
    const { rows } = await sql.query<{ body: string }>('SELECT body FROM message WHERE id = $1', [
      results[0]!.message_id,
    ]);
    expect(rows[0]!.body).toContain('paper tray');
  });

  it('is never markup, and a subject that looks like it stays whole', async () => {
    const odd = await fileTicket(dora, {
      subject: 'Gurke <b>fett</b> & "mehr"',
      description: '<script>alert("gurke")</script> gurke \u{1f952} <img src=x>',
    });
    await indexTickets();
    const [hit] = (await ask(admin, 'gurke')).results;
    expect(hit!.subject.map(({ text }) => text).join('')).toBe(odd.subject);
    expect(hit!.snippet.some(({ hit, text }) => hit && text === 'gurke')).toBe(true);
  });

  it('as a number, address or telephone number stands first', async () => {
    await sql.query("UPDATE person SET phone = '+49 (171) 555-1234' WHERE id = $1", [carla.id]);
    await fileTicket(dora, {
      subject: 'Other',
      description: `${printer.number} carla@example.test 491715551234`,
    });
    await indexTickets();
    for (const q of [`#${printer.number}`, String(printer.number), 'CARLA@example.test', '+49 171 5551234']) {
      expect((await numbers(admin, q))[0], q).toBe(printer.number);
    }
    expect((await ask(admin, '555-1234')).customers.map(({ id }) => id)).toEqual([carla.id]);
  });

  it('finds customers by a part of name, address or external id, and % and _ are what they are', async () => {
    await sql.query("UPDATE person SET external_id = 'K_100%' WHERE id = $1", [dora.id]);
    for (const q of ['käseb', 'dora@', 'k_100%', '_100'])
      expect(
        (await ask(ada, q)).customers.map(({ id }) => id),
        q,
      ).toEqual([dora.id]);
    for (const q of ['%', '_', '%%%%', 'k%1']) expect(await ask(ada, q), q).toMatchObject({ customers: [] });
  });

  it('may be narrowed by the filters of a list and by operators', async () => {
    const all = (await numbers(admin, 'please OR office OR rechnung')).sort();
    expect(all).toEqual([printer.number, invoice.number, german.number].sort());
    const cases: [string, Record<string, string>, TicketDto[]][] = [
      ['topic:Hardware', {}, [printer]],
      ['from:dora', {}, [invoice, german]],
      ['assignee:ada', {}, [printer]],
      ['assignee:none', {}, [invoice, german]],
      ['has:attachment', {}, []],
      ['after:2100-01-01', {}, []],
      ['before:2100-01-01', {}, [printer, invoice, german]],
      ['', { assignee: ada.id }, [printer]],
      ['', { status: 'OPEN' }, [invoice, german]],
      ['', { priority: 'URGENT' }, []],
      ['', { topic: 'hardware', channel: 'WEB' }, [printer]],
      ['', { language: 'de' }, []],
    ];
    for (const [operator, filter, expected] of cases) {
      const found = await numbers(admin, `please OR office OR rechnung ${operator}`, filter);
      expect(found.sort(), `${operator} ${JSON.stringify(filter)}`).toEqual(
        expected.map(({ number }) => number).sort(),
      );
    }
    expect(await numbers(admin, 'topic:hardware')).toEqual([printer.number]);
    expect(await numbers(ada, 'assignee:me')).toEqual([printer.number]);
  });

  it('comes page by page, every ticket once', async () => {
    const whole = await ask(admin, 'please OR office OR rechnung OR gurke');
    const seen: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await ask(admin, 'please OR office OR rechnung OR gurke', {
        limit: '1',
        ...(cursor && { cursor }),
      });
      expect(page.total).toBe(whole.total);
      seen.push(...page.results.map(({ ticket }) => ticket.number));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(seen).toEqual(whole.results.map(({ ticket }) => ticket.number));
    expect(seen.length).toBe(whole.total);
  });
});

describe('a slip of the pen', () => {
  it.each([
    ['pritner', 'printer'],
    ['winterbotom', 'winterbottom'],
    ['rehcnungen', 'rechnungen'],
    ['error prinetr', 'error printer'],
  ])('%s: did you mean %s?', async (typed, meant) => {
    expect((await ask(admin, typed)).suggestion).toBe(meant);
  });
  it('is not made of what is right, nor of what is nothing', async () => {
    expect((await ask(admin, 'printer')).suggestion).toBeNull();
    expect((await ask(admin, 'qwxzyv')).suggestion).toBeNull();
  });
});

describe('who may not see it finds nothing of it', () => {
  const nothing = { results: [], customers: [], total: 0, capped: false, suggestion: null, next: null };
  test.each([
    ['a word of a note (B44)', 'xylophonist'],
    ['its beginning', 'xyloph'],
    ['a phrase of a note', '"be nice"'],
    ['nearly a word of a note', 'xylophonits'],
    ['what another customer wrote (B45)', 'refund'],
    ['nearly what another customer wrote', 'invoicse'],
    ['the name of another customer', 'käsebier'],
    ['nearly the name of another customer', 'käsebeir'],
    ['the address of another customer', 'dora@example.test'],
    ['the number of another ticket', () => String(invoice.number)],
    ['his own telephone number, which staff wrote down', '+49 171 5551234'],
    ['an operator of staff', 'from:winterbottom'],
    ['the address of his agent', 'assignee:ada@switchboard.test'],
  ])('the customer: %s', async (_name, q) => {
    expect(await ask(carla, typeof q === 'string' ? q : q())).toEqual(nothing);
  });

  it('the customer finds what is his, and reads no note in it', async () => {
    const found = await ask(carla, 'tray OR sister');
    expect(found).toMatchObject({ total: 1, customers: [], results: [{ is_internal: false }] });
    expect(JSON.stringify(found)).not.toMatch(/xylophonist|sister/);
    expect((await ask(carla, 'pritner')).suggestion).toBe('printer');
  });

  it('the agent finds what is his and the queue, the note as well; another agent does not', async () => {
    const bo = await addActor('agent', { name: 'Bo' });
    expect(await ask(ada, 'xylophonist')).toMatchObject({ total: 1, results: [{ is_internal: true }] });
    expect(await ask(bo, 'xylophonist')).toEqual(nothing);
    expect(await ask(bo, 'xylophonits')).toEqual(nothing);
    expect(await numbers(bo, `#${printer.number}`)).not.toContain(printer.number);
    expect(await numbers(bo, 'refund')).toEqual([invoice.number]);
  });

  it('spam and trash are not among the hits, except for those who ask for them and may', async () => {
    const spam = await fileTicket(dora, { subject: 'Quokka', description: 'Buy quokkas' });
    await indexTickets();
    await markSpam(admin, spam.id, { is_spam: true });
    expect(await numbers(admin, 'quokka')).toEqual([]);
    expect(await numbers(admin, 'quokka is:spam')).toEqual([spam.number]);
    expect(await numbers(dora, 'quokka')).toEqual([spam.number]);
    await markSpam(admin, spam.id, { is_spam: false });
    await deleteTicket(admin, spam.id);
    for (const actor of [admin, ada, dora]) expect(await ask(actor, 'quokka')).toEqual(nothing);
    expect(await numbers(admin, 'quokka is:trash')).toEqual([spam.number]);
    expect(await numbers(ada, 'quokka is:trash')).toEqual([]);
    await restoreTicket(admin, spam.id, undefined);
    expect(await numbers(ada, 'quokka')).toEqual([spam.number]);
  });
});

describe('the index', () => {
  const waiting = async () =>
    (await sql.query<{ n: number }>('SELECT count(*) AS n FROM ticket WHERE indexed_seq < text_seq')).rows[0]!
      .n;
  const everything = async () =>
    JSON.stringify(
      (
        await sql.query(
          `SELECT (SELECT json_agg(s ORDER BY ticket_id) FROM ticket_search s) AS tickets,
                  (SELECT json_agg(s ORDER BY message_id) FROM message_search s) AS messages`,
        )
      ).rows,
    );

  it('follows what changes: subject, topic, messages, language, the name of the customer', async () => {
    const eva = await addActor('customer', { name: 'Eva Blum' });
    const ticket = await fileTicket(eva, { subject: 'Ladekabel', description: 'Es ist kaputt.' });
    await indexTickets();
    const change = (given: object, version: number) => editTicket(admin, ticket.id, { version, ...given });
    await change({ subject: 'Netzteil', topic: 'garantie', languages: ['de'] }, ticket.version);
    await say(eva, ticket, 'Die Sicherungen sind durchgebrannt.');
    await sql.query("UPDATE person SET name = 'Eva Zweig' WHERE id = $1", [eva.id]);
    expect(await waiting()).toBe(1);
    expect(await indexTickets()).toBe(1);
    expect(await waiting()).toBe(0);
    for (const q of ['Netzteile', 'garantie', 'Sicherung', 'Zweig'])
      expect(await numbers(admin, q), q).toEqual([ticket.number]);
    for (const q of ['Ladekabel', 'Blum']) expect(await numbers(admin, q), q).toEqual([]);
  });

  it('reads nothing for what changes no word', async () => {
    await sql.query(
      "UPDATE ticket SET status = 'IN_PROGRESS', priority = 3, assignee_id = $2 WHERE id = $1",
      [printer.id, ada.id],
    );
    expect(await indexTickets()).toBe(0);
  });

  it('built anew is the one that was kept, byte for byte', async () => {
    const kept = await everything();
    await sql.query('DELETE FROM ticket_search');
    await sql.query('DELETE FROM message_search');
    await rebuildSearch();
    expect(await everything()).toBe(kept);
    await rebuildSearch();
    expect(await everything()).toBe(kept);
  });

  it('takes what a stranger throws at it, and cuts it with the newest kept', async () => {
    const words = (from: number, count: number) =>
      Array.from({ length: count }, (_, n) => `w${(from + n).toString(36)}`).join(' ');
    const hostile = await fileTicket(dora, { subject: 'Flood', description: 'the very oldestword' });
    const add = (body: string) =>
      sql.query(
        `WITH m AS (INSERT INTO message (id, ticket_id, author_id, body) VALUES (make_uuid_v7(), $1, $2, $3) RETURNING id)
         UPDATE ticket SET last_message_id = m.id FROM m WHERE ticket.id = $1`,
        [hostile.id, dora.id, body],
      );
    await add(words(1_000_000, 150_000));
    await add(`${'x'.repeat(3_000)} ${'y'.repeat(200_000)} ${words(5_000_000, 1)}`);
    await add(`'; \\ '' "quoted" \u{1f600} 'a':1A \\'b\\' & | ! <-> :* newestword`);
    expect(await indexTickets()).toBe(1);
    expect(await waiting()).toBe(0);
    expect(await numbers(dora, 'newestword')).toEqual([hostile.number]);
    expect(await numbers(dora, 'w2z6g')).toEqual([]);
    expect(await numbers(admin, words(5_000_000, 1))).toEqual([hostile.number]);
    expect(await numbers(admin, 'oldestword')).toEqual([]);
  });
});

describe('similar tickets', () => {
  it('are answered ones that share telling words, with the answer that says most', async () => {
    await say(ada, printer, 'Done?');
    const like = await fileTicket(dora, {
      subject: 'Printer jamming',
      description: 'It jams after the update, error 123',
    });
    const found = await similarTickets(admin, like.id);
    expect(found).toMatchObject([{ number: printer.number, reply: expect.stringContaining('paper tray') }]);
    expect(found[0]!.rank).toBeGreaterThan(0);
    expect(found[0]!.rank).toBeLessThanOrEqual(1);
    expect(found[0]!.replied_at).toBeInstanceOf(Date);
    expect(await similarTickets(admin, invoice.id)).toEqual([]);
  });

  it('obey what the person may see, and no note has a part in them', async () => {
    const bo = await addActor('agent');
    const like = await fileTicket(dora, {
      subject: 'Xylophonist',
      description: 'My sister plays the xylophone',
    });
    await say(ada, like, 'The printer jams with error 123', true);
    expect(await similarTickets(admin, like.id)).toEqual([]);
    const jam = await fileTicket(dora, { subject: 'Printer jamming', description: 'error 123' });
    expect(await similarTickets(bo, jam.id)).toEqual([]);
    expect(await similarTickets(ada, jam.id)).toHaveLength(1);
  });
});
