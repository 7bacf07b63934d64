import { sql } from '../db/transaction';
import { env } from '../env';
import { NotFound } from '../errors';
import { CHAT_LINES } from '../lab/chat-lines';
import { isOpen, LAB_PAGE, LAB_PEOPLE } from '../lab/messenger-vendor';
import type { LabPhonesDto, LabTalkDto } from '../schemas/lab-messenger';

/** Whose telephone one can have. */
export async function getLabPhones(): Promise<LabPhonesDto> {
  const { rows } = await sql.query<{ psid: string; unread: number }>(
    `SELECT psid, count(*)::int AS unread FROM lab_messenger_message WHERE by_page AND read_at IS NULL GROUP BY psid`,
  );
  const people = LAB_PEOPLE.map(({ psid, name, language }) => ({
    ...{ psid, name, language, lines: CHAT_LINES[language] },
    unread: rows.find((row) => row.psid === psid)?.unread ?? 0,
  }));
  return { page: LAB_PAGE.name, people };
}

interface Row {
  mid: string;
  by_page: boolean;
  text: string | null;
  file_name: string | null;
  file_type: string | null;
  at: Date;
}

/** The newest hundred messages on a telephone. @throws NotFound. */
export async function getLabTalk(psid: string): Promise<LabTalkDto> {
  labPerson(psid);
  const [{ rows }, person] = await Promise.all([
    sql.query<Row>(
      `SELECT mid, by_page, text, file_name, file_type, at FROM lab_messenger_message WHERE psid = $1
       ORDER BY seq DESC LIMIT 100`,
      [psid],
    ),
    sql.query<Pick<LabTalkDto, 'trouble'>>('SELECT trouble FROM lab_messenger_person WHERE psid = $1', [
      psid,
    ]),
  ]);
  return {
    messages: rows.reverse().map(({ file_name, file_type, at, ...row }) => ({
      ...row,
      file: file_type && { url: `/api${fileUrl(row.mid)}`, name: file_name ?? '', type: file_type },
      at: at.toISOString(),
    })) as LabTalkDto['messages'],
    is_open: await isOpen(psid, false),
    trouble: person.rows[0]?.trouble ?? null,
  };
}

const fileUrl = (mid: string): string => `/lab/messenger/files/${encodeURIComponent(mid)}/`;

/** Where a file of the lab's Facebook lies, for whoever has its address, as with Facebook itself. */
export const labFileUrl = (mid: string): string => `${env().APP_URL}/api${fileUrl(`${mid}.png`)}`;

/** @throws NotFound. */
export async function getLabFile(mid: string): Promise<{ file: Buffer; file_type: string }> {
  const { rows } = await sql.query<{ file: Buffer; file_type: string }>(
    'SELECT file, file_type FROM lab_messenger_message WHERE mid = $1 AND file IS NOT NULL',
    [mid.replace(/\.\w+$/, '')],
  );
  if (!rows[0]) throw new NotFound();
  return rows[0];
}

/** @throws NotFound for who is none of them. */
export function labPerson(psid: string): (typeof LAB_PEOPLE)[number] {
  const found = LAB_PEOPLE.find((one) => one.psid === psid);
  if (!found) throw new NotFound();
  return found;
}
