import { inTransaction, sql, type Tx } from '../db/transaction';
import { Unavailable } from '../errors';
import { messageOf, newMid, readOf, tellHouse, verifyCallback } from '../lab/messenger-vendor';
import { labPicture } from '../lab/picture';
import { labFileUrl, labPerson } from '../queries/lab-messenger';
import type { LAB_TROUBLES, SendLabChatInput } from '../schemas/lab-messenger';
import { type LabPage, labMessengerPage } from './steps/lab-messenger-page';

/**
 * Somebody of the lab writes on his telephone: his Facebook keeps it and tells the house, through its own door. The
 * first message connects the page.
 *
 * @throws NotFound for nobody of that name; Unavailable when the door does not take it.
 */
export async function sendLabChat(
  psid: string,
  { text, picture }: SendLabChatInput,
): Promise<{ mid: string }> {
  const { vendor } = await connected(psid);
  const mid = newMid();
  const file = picture ? labPicture() : null;
  const { rows } = await sql.query<{ at: Date }>(
    `INSERT INTO lab_messenger_message (mid, psid, by_page, text, file, file_type, file_name)
     VALUES ($1, $2, false, $3, $4, $5, $6) RETURNING at`,
    [mid, psid, text, file, file && 'image/png', file && 'lamp.png'],
  );
  const { at } = rows[0]!;
  const status = await tellHouse(vendor, [
    messageOf(vendor, psid, { mid, at, text, picture: file && labFileUrl(mid) }),
  ]);
  if (status !== 200) {
    await sql.query('DELETE FROM lab_messenger_message WHERE mid = $1', [mid]);
    throw new Unavailable('The house did not take it. Is the page switched on?');
  }
  return { mid };
}

/** He looked at what came: his Facebook tells the house so. */
export async function readLabChat(psid: string): Promise<void> {
  const { vendor } = await connected(psid);
  const { rowCount } = await sql.query(
    'UPDATE lab_messenger_message SET read_at = now() WHERE psid = $1 AND by_page AND read_at IS NULL',
    [psid],
  );
  if (rowCount) await tellHouse(vendor, [readOf(vendor, psid, new Date())]);
}

/** A day passes for one conversation, here and in the house, so that nobody has to wait for one. */
export async function letADayPass(psid: string): Promise<void> {
  const { vendor } = await connected(psid);
  await inTransaction(async (tx) => {
    await tx.query(`UPDATE lab_messenger_message SET at = at - interval '1 day' WHERE psid = $1`, [psid]);
    await tx.query(
      `UPDATE messenger_contact c SET last_user_message_at = c.last_user_message_at - interval '1 day',
         refused_at = c.refused_at - interval '1 day'
       FROM messenger_page p WHERE p.id = c.page_id AND p.page_id = $1 AND c.psid = $2`,
      [vendor.page_id, psid],
    );
  });
}

/** What the next answer to him is to meet; null for nothing. */
export async function troubleLabPhone(
  psid: string,
  trouble: (typeof LAB_TROUBLES)[number] | null,
): Promise<void> {
  await connected(psid);
  await sql.query('UPDATE lab_messenger_person SET trouble = $2 WHERE psid = $1', [psid, trouble]);
}

async function connected(psid: string): Promise<LabPage> {
  labPerson(psid);
  const wasThere = (await sql.query('SELECT 1 FROM lab_messenger_page')).rowCount !== 0;
  const page = await inTransaction((tx: Tx) => labMessengerPage(tx));
  if (!wasThere && !(await verifyCallback(page.vendor, page.word)))
    throw new Unavailable('The house did not answer as Facebook would want it to.');
  return page;
}
