import { beforeAll, describe, expect, test } from 'vitest';
import { sql } from '@/lib/db/transaction';
import { addActor, fileTicket } from '@/tests/factories';
import { type Sent, send, signedIn } from '@/tests/identity';
import { composeMail } from '../email/compose-mail';
import { getMailFacts } from '../queries/get-mail-facts';
import type { Actor } from '../rules/permissions';
import type { EventDto } from '../schemas/event';
import type { BreakdownDto, ReportDto } from '../schemas/report';
import type { TicketDto } from '../schemas/ticket';
import type { Role } from '../schemas/values';
import { askRatings } from './ask-ratings';

type Person = Actor & { access: string };
let [carla, ada, bruno, root] = [] as unknown as [Person, Person, Person, Person];

beforeAll(async () => {
  const enter = async (role: Role, name: string): Promise<Person> => {
    const actor = await addActor(role, { name, available: role === 'agent' });
    const { rows } = await sql.query('SELECT * FROM person WHERE id = $1', [actor.id]);
    return { ...actor, access: (await signedIn(rows[0] as Parameters<typeof signedIn>[0])).access };
  };
  carla = await enter('customer', 'Carla Klein');
  ada = await enter('agent', 'Ada');
  bruno = await enter('agent', 'Bruno');
  root = await enter('admin', 'Root');
});

const post = (who: Person, path: string, body: unknown = {}) =>
  send('POST', `/tickets/${path}/`, { body, access: who.access });
const rate = (who: Person, ticket: TicketDto, body: unknown) => post(who, `${ticket.id}/rating`, body);
const read = async (who: Person, { id }: { id: string }) =>
  (await send('GET', `/tickets/${id}/`, { access: who.access })).body as unknown as TicketDto;
const code = ({ status, body }: Sent) => `${status} ${body.error?.code ?? ''}`.trim();
const ratedEvents = async (ticket: TicketDto) =>
  (
    (await send('GET', `/tickets/${ticket.id}/events/`, { access: root.access })).body
      .results as unknown as EventDto[]
  ).filter(({ type }) => type === 'ticket.rated');

/** Ada holds it and answered, Bruno answered last; then it was solved. */
async function solved(): Promise<TicketDto> {
  const ticket = await fileTicket(carla);
  await post(root, `${ticket.id}/assign`, { assigned_agent: ada.id });
  await post(ada, `${ticket.id}/messages`, { body: 'Try another cable.' });
  await sql.query('UPDATE ticket SET assignee_id = $2 WHERE id = $1', [ticket.id, bruno.id]);
  await post(bruno, `${ticket.id}/messages`, { body: 'This one.', status: 'RESOLVED' });
  await sql.query('UPDATE ticket SET assignee_id = $2 WHERE id = $1', [ticket.id, ada.id]);
  return read(carla, ticket);
}
const setting = (body: object) => send('PATCH', '/settings/', { body, access: root.access });

describe('on the page', () => {
  test('a solved request is rated, changed, and told to staff with whose answer it is about', async () => {
    const open = await fileTicket(carla);
    expect(code(await rate(carla, open, { score: 5 }))).toBe('409 not_resolved');
    const ticket = await solved();
    expect(ticket.rating).toMatchObject({ score: null, comment: null });
    expect((await read(ada, ticket)).rating).toBeNull();
    const first = await rate(carla, ticket, { score: 4, comment: 'Quick' });
    expect([first.status, first.body.rating]).toMatchObject([200, { score: 4, comment: 'Quick' }]);
    // the same again is no news; a comment that is left out stays
    await rate(carla, ticket, { score: 4, comment: 'Quick' });
    await rate(carla, ticket, { score: 3 });
    expect((await read(ada, ticket)).rating).toMatchObject({ score: 3, comment: 'Quick', agent: 'Bruno' });
    expect((await ratedEvents(ticket)).map(({ data, actor }) => ({ ...data, by: actor?.id }))).toEqual([
      { score: 4, comment: null, changed: false, by: carla.id },
      { score: 3, comment: 'Quick', changed: true, by: carla.id },
    ]);
  });

  test('nobody else rates, nothing else is a score, and there is a time for it', async () => {
    const ticket = await solved();
    for (const who of [ada, root]) expect((await rate(who, ticket, { score: 5 })).status).not.toBe(200);
    for (const score of [0, 6, 2.5, '5', null])
      expect(code(await rate(carla, ticket, { score }))).toBe('422 validation_failed');
    await sql.query("UPDATE ticket SET resolved_at = now() - interval '31 days' WHERE id = $1", [ticket.id]);
    expect(code(await rate(carla, ticket, { score: 5 }))).toBe('409 too_late');
    const other = await solved();
    await rate(carla, other, { score: 5 });
    await sql.query("UPDATE rating SET answered_at = now() - interval '8 days' WHERE ticket_id = $1", [
      other.id,
    ]);
    expect(code(await rate(carla, other, { score: 1 }))).toBe('409 too_late');
  });

  test('a low one opens the ticket again if that is wanted, and the next solution is rated anew', async () => {
    const ticket = await solved();
    await rate(carla, ticket, { score: 2 });
    expect((await read(ada, ticket)).status).toBe('RESOLVED');
    await setting({ low_rating_reopens: true });
    const again = await rate(carla, ticket, { score: 1, comment: 'Still broken' });
    await setting({ low_rating_reopens: false });
    expect(again.body).toMatchObject({ status: 'IN_PROGRESS', rating: null });
    expect(await read(ada, ticket)).toMatchObject({ assigned_agent: ada.id, rating: null });
    await post(ada, `${ticket.id}/set-status`, { status: 'RESOLVED' });
    expect((await rate(carla, ticket, { score: 5 })).body.rating).toMatchObject({ score: 5, comment: null });
    const { rows } = await sql.query('SELECT score FROM rating WHERE ticket_id = $1 ORDER BY resolved_at', [
      ticket.id,
    ]);
    expect(rows).toEqual([{ score: 1 }, { score: 5 }]);
  });
});

describe('by mail', () => {
  const mailsTo = async (ticket: TicketDto) =>
    (
      await sql.query<{ id: string; recipient: string }>(
        "SELECT id, recipient FROM outbound_mail WHERE ticket_id = $1 AND template = 'rating'",
        [ticket.id],
      )
    ).rows;
  const byLink = (path: string, body: object) => send('POST', `/ratings${path}/`, { body });
  const resolvedHoursAgo = (ticket: TicketDto, hours: number) =>
    sql.query('UPDATE ticket SET resolved_at = now() - make_interval(hours => $2) WHERE id = $1', [
      ticket.id,
      hours,
    ]);

  test('each person is asked once in a while, about what is solved for some time', async () => {
    const [young, due, other] = [await solved(), await solved(), await solved()];
    await resolvedHoursAgo(young, 1);
    await resolvedHoursAgo(due, 30);
    await resolvedHoursAgo(other, 26);
    await askRatings();
    expect(await mailsTo(due)).toEqual([]);
    await setting({ ask_rating: { after_hours: 24, every_days: 30 } });
    await Promise.all([askRatings(), askRatings()]);
    expect([await mailsTo(young), await mailsTo(due), await mailsTo(other)]).toEqual([
      [],
      [expect.objectContaining({ recipient: expect.stringContaining('@') })],
      [],
    ]);
    // staff's alone to know
    const seenBy = async (who: Person) =>
      (
        (await send('GET', `/tickets/${due.id}/events/`, { access: who.access })).body
          .results as unknown as EventDto[]
      ).filter(({ type }) => type === 'rating.asked').length;
    expect([await seenBy(ada), await seenBy(carla)]).toEqual([1, 0]);

    const { id } = (await mailsTo(due))[0]!;
    const { facts } = (await getMailFacts(id)) as { facts: Parameters<typeof composeMail>[0] };
    const { text } = await composeMail(facts);
    const links = [...text.matchAll(/\/rate#(\S+)\.([1-5])\b/g)];
    expect(links.map(([, , score]) => score)).toEqual(['5', '4', '3', '2', '1']);
    const token = links[0]![1]!;

    // whoever follows the link changes nothing; what is posted counts, and can be changed
    const look = await byLink('/look', { token });
    expect(look.body).toMatchObject({ ticket: { number: due.number }, rating: { score: null } });
    expect((await read(ada, due)).rating).toBeNull();
    expect((await byLink('', { token, score: 2, comment: 'Slow' })).body.rating).toMatchObject({ score: 2 });
    expect((await byLink('', { token, score: 4 })).body.rating).toMatchObject({ score: 4, comment: 'Slow' });
    expect((await read(ada, due)).rating).toMatchObject({ score: 4, agent: 'Bruno' });
    expect(await getMailFacts(id)).toHaveProperty('skip');

    // another's, a changed one, and one of what is open again
    for (const bad of [`${token}x`, token.replace(/.$/, token.endsWith('A') ? 'B' : 'A'), 'x'])
      expect((await byLink('/look', { token: bad })).body.error?.fields).toEqual({ token: ['invalid'] });
    await post(carla, `${due.id}/set-status`, { status: 'OPEN' });
    expect((await byLink('/look', { token })).body.rating).toBeNull();
    expect(code(await byLink('', { token, score: 1 }))).toBe('409 not_resolved');
  });
});

test('reports count them for whose answer it was, with a door to their tickets', async () => {
  const [good, bad] = [await solved(), await solved()];
  const day = new Date().toISOString().slice(0, 10);
  const ask = async (path: string) => (await send('GET', path, { access: root.access })).body;
  const satisfaction = async (agent?: string) => {
    const query = `from=${day}&to=${day}${agent ? `&agent=${agent}` : ''}`;
    const { figures, days } = (await ask(`/analytics/report/?${query}`)) as unknown as ReportDto;
    expect(days.at(-1)!.satisfaction).toEqual(figures.satisfaction);
    return figures.satisfaction;
  };
  const [all, brunos] = [await satisfaction(), await satisfaction(bruno.id)];
  await rate(carla, good, { score: 5 });
  await rate(carla, bad, { score: 1 });
  expect(await satisfaction()).toEqual({ n: all.n + 2, good: all.good + 1 });
  expect(await satisfaction(bruno.id)).toEqual({ n: brunos.n + 2, good: brunos.good + 1 });
  const { results } = (await ask(
    `/analytics/breakdown/?from=${day}&to=${day}&by=agent`,
  )) as unknown as BreakdownDto;
  expect(results.find(({ key }) => key === bruno.id)?.satisfaction).toEqual(await satisfaction(bruno.id));
  const door = encodeURIComponent(`show=rated&from=${day}&to=${day}&agent=${bruno.id}`);
  const listed = (await ask(`/tickets/?in_report=${door}&limit=100`)).results as unknown as TicketDto[];
  expect(listed.map(({ id }) => id)).toEqual(expect.arrayContaining([good.id, bad.id]));
  expect((await ask(`/tickets/?in_report=${door.replace(bruno.id, ada.id)}`)).results).not.toContainEqual(
    expect.objectContaining({ id: good.id }),
  );
});
