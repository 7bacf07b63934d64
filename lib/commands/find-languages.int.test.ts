import { afterAll, expect, it } from 'vitest';
import { addActor, fileTicket } from '@/tests/factories';
import { brokenNumbering } from '@/tests/invariants';
import { closePool } from '../db/pool';
import { sql } from '../db/transaction';
import { findLanguages } from './find-languages';
import { routeWaiting } from './route-waiting';

afterAll(() => closePool());

const GERMAN =
  'Guten Tag, seit gestern Abend kann ich mich nicht mehr in mein Konto einloggen. Das Passwort habe ich zweimal zurückgesetzt, aber die Seite ' +
  'zeigt immer wieder dieselbe Fehlermeldung. Bitte helfen Sie mir, ich brauche den Zugang noch heute für meine Arbeit.';
const FINNISH =
  'Hyvää päivää, en ole eilisen jälkeen päässyt kirjautumaan tililleni. Olen vaihtanut salasanan kahdesti, mutta sivu näyttää aina saman ' +
  'virheilmoituksen. Pyydän apua mahdollisimman pian, koska tarvitsen tiliä jo tänään työssäni ja asiakkaani odottavat.';

async function facts(id: string) {
  const { rows } = await sql.query<{ languages: string[]; open: boolean; reasons: string[] }>(
    `SELECT languages, language_open AS open, ARRAY(SELECT data ->> 'reason' FROM event e
       WHERE e.ticket_id = t.id AND e.type = 'routing.changed') AS reasons FROM ticket t WHERE id = $1`,
    [id],
  );
  return rows[0]!;
}

it('a ticket asks for the language it was said to be in, else that of the profile, else that of a long text', async () => {
  const customer = await addActor('customer');
  const italian = await addActor('customer', { languages: ['it'] });
  const both = await addActor('customer', { languages: ['it', 'en'] });
  const ada = await addActor('agent', { available: true, capacity: 9, languages: ['en'] });
  await addActor('agent', { languages: ['de'] });
  const file = async (who = customer, given: object = {}) => (await fileTicket(who, given)).id;
  const [said, profile, several, short, german, finnish] = await Promise.all([
    file(customer, { description: GERMAN, languages: ['fr'] }),
    file(italian, { description: GERMAN }),
    file(both),
    file(customer, { description: 'Hilfe, bitte.' }),
    file(customer, { description: GERMAN }),
    file(customer, { description: FINNISH }),
  ]);
  // what is to be read first is not given out before
  expect(await routeWaiting()).toBe(2);
  expect(await facts(german)).toMatchObject({ languages: [], open: true });
  await Promise.all([findLanguages(), findLanguages()]);
  await findLanguages();
  expect(await facts(said)).toEqual({ languages: ['fr'], open: false, reasons: [] });
  expect(await facts(profile)).toEqual({ languages: ['it'], open: false, reasons: [] });
  for (const id of [several, short])
    expect(await facts(id)).toEqual({ languages: [], open: false, reasons: [] });
  expect(await facts(german)).toEqual({
    languages: ['de'],
    open: false,
    reasons: ['asks for German, in which it is written'],
  });
  // nobody of the staff speaks it: it must not wait for who is not there
  expect(await facts(finnish)).toEqual({ languages: [], open: false, reasons: [] });
  expect(await routeWaiting()).toBe(1);
  const { rows } = await sql.query('SELECT id FROM ticket WHERE assignee_id = $1 ORDER BY id', [ada.id]);
  expect(rows.map(({ id }) => id)).toEqual([several, short, finnish].sort());
  expect(await brokenNumbering()).toEqual([]);
});
