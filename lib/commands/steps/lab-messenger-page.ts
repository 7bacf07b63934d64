import { sealSecret } from '../../auth/sealed-secret';
import { newNonce, tokenFor } from '../../auth/secrets';
import { newId } from '../../clock';
import type { Tx } from '../../db/transaction';
import { env } from '../../env';
import { recordEvent } from '../../events/record';
import { LAB_PAGE, LAB_PEOPLE, type VendorPage, vendorPage, vendorSecrets } from '../../lab/messenger-vendor';

/** The page of the lab as the house has it, and as its Facebook has it. */
export interface LabPage {
  vendor: VendorPage;
  isActive: boolean;
  /** The word by which the house's door is known. */
  word: string;
}

/**
 * Connects the lab's page when it is not yet: what an admin would enter, and what he would enter at Facebook. Both know
 * each other by the house's address, which may be another one since.
 */
export async function labMessengerPage(tx: Tx): Promise<LabPage> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('lab_messenger_page'))`);
  const { page_id, name } = LAB_PAGE;
  const known = await vendorPage(tx);
  const nonce = known?.nonce ?? newNonce();
  const { rows: found } = await tx.query<House>(HOUSE, [page_id]);
  const house = found[0] ?? (await connect(tx, vendorSecrets({ page_id, nonce })));
  const callback = `${env().APP_URL}/api/channels/messenger/${house.id}/`;
  await tx.query(
    `INSERT INTO lab_messenger_page (page_id, name, nonce, callback_url) VALUES ($1, $2, $3, $4)
     ON CONFLICT (page_id) DO UPDATE SET callback_url = excluded.callback_url`,
    [page_id, name, nonce, callback],
  );
  await tx.query('UPDATE messenger_page SET graph_url = $2 WHERE id = $1 AND graph_url <> $2', [
    ...[house.id, `${env().APP_URL}/api/lab/messenger/graph`],
  ]);
  await tx.query(
    `INSERT INTO lab_messenger_person (psid, page_id, first_name, last_name, locale)
     SELECT p.psid, $1, p.first_name, p.last_name, p.locale
     FROM jsonb_to_recordset($2::jsonb) AS p (psid text, first_name text, last_name text, locale text)
     ON CONFLICT DO NOTHING`,
    [page_id, JSON.stringify(LAB_PEOPLE)],
  );
  return {
    vendor: { page_id, name, nonce, callback_url: callback },
    isActive: house.is_active,
    word: tokenFor('messenger-verify', house.id, house.nonce).split('.')[1]!,
  };
}

interface House {
  id: string;
  nonce: string;
  is_active: boolean;
}
const HOUSE = 'SELECT id, nonce, is_active FROM messenger_page WHERE page_id = $1';

async function connect(tx: Tx, { accessToken, appSecret }: ReturnType<typeof vendorSecrets>): Promise<House> {
  const [id, nonce] = [newId(), newNonce()];
  await tx.query(
    `INSERT INTO messenger_page (id, page_id, name, access_token, app_secret, nonce) VALUES ($1, $2, $3, $4, $5, $6)`,
    [
      ...[id, LAB_PAGE.page_id, LAB_PAGE.name, sealSecret('messenger_page.access_token', accessToken)],
      ...[sealSecret('messenger_page.app_secret', appSecret), nonce],
    ],
  );
  await recordEvent(tx, 'messenger_page.created', { messenger_page_id: id, name: LAB_PAGE.name }, null);
  return { id, nonce, is_active: true };
}
