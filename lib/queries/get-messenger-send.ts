import { openSecret } from '../auth/sealed-secret';
import type { GraphPage } from '../channels/messenger/graph';
import { sql } from '../db/transaction';
import { type MessengerContact, windowOf } from './messenger-contact';

/** What a part needs to leave: whom it is for, on whose behalf, and its file. */
export interface SendFacts {
  page: GraphPage;
  psid: string;
  isTagged: boolean;
  file: { name: string; media_type: string; storage_key: string } | null;
}

type Row = Pick<
  MessengerContact,
  'psid' | 'is_active' | 'human_agent' | 'last_user_message_at' | 'refused_at'
> & {
  graph_url: string;
  access_token: string;
  app_secret: string;
  removed_at: Date | null;
  name: string | null;
  media_type: string | null;
  storage_key: string | null;
};

/** The facts, or why it must not leave (`skip`, in plain English); `closed` when it would come too late. */
export async function getMessengerSend(
  id: string,
): Promise<{ facts: SendFacts } | { skip: string; closed: boolean }> {
  const { rows } = await sql.query<Row>(
    `SELECT c.psid, c.last_user_message_at, c.refused_at, p.is_active, p.human_agent, p.graph_url, p.access_token,
       p.app_secret, m.removed_at, f.name, f.media_type, f.storage_key
     FROM messenger_send s JOIN message m ON m.id = s.message_id JOIN messenger_contact c ON c.id = s.contact_id JOIN messenger_page p ON p.id = c.page_id
     LEFT JOIN attachment f ON f.id = s.attachment_id WHERE s.id = $1`,
    [id],
  );
  const [row] = rows;
  if (!row || row.removed_at) return { skip: 'The message is gone.', closed: false };
  if (!row.is_active) return { skip: 'The page is switched off.', closed: false };
  const { state } = windowOf(row, new Date());
  if (state === 'closed')
    return { skip: 'The time in which Messenger lets answers through is over.', closed: true };
  const accessToken = openSecret('messenger_page.access_token', row.access_token);
  const appSecret = openSecret('messenger_page.app_secret', row.app_secret);
  if (!accessToken || !appSecret)
    return { skip: 'The page’s access token cannot be opened; enter it again.', closed: false };
  const { name, media_type, storage_key } = row;
  return {
    facts: {
      page: { graphUrl: row.graph_url, accessToken, appSecret },
      ...{ psid: row.psid, isTagged: state === 'human_agent' },
      file: name && media_type && storage_key ? { name, media_type, storage_key } : null,
    },
  };
}
