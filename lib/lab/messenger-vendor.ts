import { createHmac, randomBytes } from 'node:crypto';
import { sameText, tokenFor } from '../auth/secrets';
import { hubSignatureOf } from '../channels/messenger/webhook-signature';
import { type Sql, sql } from '../db/transaction';
import { Unauthenticated } from '../errors';
import { log } from '../log';
import { LAB_CUSTOMERS } from './customers';

/**
 * Facebook, as far as our adapter can tell: pages and people in tables of the lab, an answer to each call that we make,
 * and signed webhooks to the very door that Facebook would knock at. Nothing of it is known outside the lab.
 */
export const LAB_PAGE = { page_id: '100000000000001', name: 'Lamps & More' } as const;
/** Of the house's app; the page's own inbox has another. */
const HOUSE_APP = 200000000000001;
const INBOX_APP = 263902037430900;
const DAY = '24 hours';

const LOCALE = { en: 'en_US', de: 'de_DE', fr: 'fr_FR', it: 'it_IT', ar: 'ar_AR' } as const;
/** The lab's customers, as Facebook knows them. */
export const LAB_PEOPLE = LAB_CUSTOMERS.map(({ name, language }, at) => {
  const [first = '', ...rest] = name.split(' ');
  const psid = `24${String(at + 1).padStart(15, '0')}`;
  return { psid, first_name: first, last_name: rest.join(' '), locale: LOCALE[language], name, language };
});

export interface VendorPage {
  page_id: string;
  name: string;
  nonce: string;
  callback_url: string;
}

/** What Facebook would give an admin for a page, who enters it. */
export const vendorSecrets = ({ page_id, nonce }: Pick<VendorPage, 'page_id' | 'nonce'>) => ({
  accessToken: tokenFor('lab-messenger-token', page_id, nonce),
  appSecret: tokenFor('lab-messenger-secret', page_id, nonce).split('.')[1]!,
});

export async function vendorPage(from: Sql): Promise<VendorPage | null> {
  const { rows } = await from.query<VendorPage>('SELECT * FROM lab_messenger_page WHERE page_id = $1', [
    LAB_PAGE.page_id,
  ]);
  return rows[0] ?? null;
}

/** The page whose token a caller has, with the proof that he has the app's secret too. @throws Unauthenticated. */
export async function pageOfCaller(
  authorization: string | undefined,
  proof: string | undefined,
): Promise<VendorPage> {
  const page = await vendorPage(sql);
  if (!page) throw new Unauthenticated();
  const { accessToken, appSecret } = vendorSecrets(page);
  const right = createHmac('sha256', appSecret).update(accessToken).digest('hex');
  if (!sameText(authorization ?? '', `Bearer ${accessToken}`) || !sameText(proof ?? '', right))
    throw new Unauthenticated('Invalid OAuth access token.');
  return page;
}

/** Puts one webhook into the house's door, as Facebook does. @returns the door's status; 0 when it does not answer. */
export async function tellHouse(page: VendorPage, messaging: readonly object[]): Promise<number> {
  const entry = { id: page.page_id, time: Date.now(), messaging };
  const body = Buffer.from(JSON.stringify({ object: 'page', entry: [entry] }));
  const signature = hubSignatureOf(vendorSecrets(page).appSecret, body);
  const answer = await fetch(page.callback_url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-hub-signature-256': signature },
    body,
    signal: AbortSignal.timeout(10_000),
  }).catch((error: Error) => log.info({ problem: error.message }, 'the lab’s Facebook reached nobody'));
  return answer ? answer.status : 0;
}

/** Asks the house's door whether it is meant, as Facebook does before it sends anything. */
export async function verifyCallback(page: VendorPage, word: string): Promise<boolean> {
  const challenge = randomBytes(8).toString('hex');
  const url = new URL(page.callback_url);
  url.search = new URLSearchParams({
    'hub.mode': 'subscribe',
    'hub.verify_token': word,
    'hub.challenge': challenge,
  }).toString();
  const answer = await fetch(url, { signal: AbortSignal.timeout(10_000) }).catch(() => null);
  return answer?.ok === true && (await answer.text()) === challenge;
}

export const newMid = (): string => `m_${randomBytes(24).toString('base64url')}`;

/** From a person to the page, or back. */
const between = (page: VendorPage, psid: string, byPage: boolean, at: Date) => ({
  sender: { id: byPage ? page.page_id : psid },
  recipient: { id: byPage ? psid : page.page_id },
  timestamp: at.getTime(),
});

/** A message that somebody typed on his telephone; a picture lies where its address says. */
export const messageOf = (
  page: VendorPage,
  psid: string,
  { mid, at, text, picture }: { mid: string; at: Date; text: string | null; picture: string | null },
) => ({
  ...between(page, psid, false, at),
  message: {
    mid,
    ...(text === null ? {} : { text }),
    ...(picture === null ? {} : { attachments: [{ type: 'image', payload: { url: picture } }] }),
  },
});

/** A message that left the page: by the house's app, with what it wrote beside it, or typed in the page's inbox. */
export const echoOfPage = (
  page: VendorPage,
  psid: string,
  { mid, at, text, metadata }: { mid: string; at: Date; text: string | null; metadata: string | null },
) => ({
  ...between(page, psid, true, at),
  message: {
    ...{ mid, is_echo: true, app_id: metadata === null ? INBOX_APP : HOUSE_APP },
    ...(text === null ? {} : { text }),
    ...(metadata === null ? {} : { metadata }),
  },
});

export const deliveryOf = (page: VendorPage, psid: string, mids: readonly string[], at: Date) => ({
  ...between(page, psid, false, at),
  delivery: { mids, watermark: at.getTime() },
});

export const readOf = (page: VendorPage, psid: string, at: Date) => ({
  ...between(page, psid, false, at),
  read: { watermark: at.getTime() },
});

/** May the page still write to him? `tagged`: a person of its team does, for which Facebook gave its permission. */
export async function isOpen(psid: string, tagged: boolean): Promise<boolean> {
  const { rowCount } = await sql.query(
    `SELECT 1 FROM lab_messenger_message WHERE psid = $1 AND NOT by_page AND at > now() - $2::interval LIMIT 1`,
    [psid, tagged ? '7 days' : DAY],
  );
  return rowCount !== 0;
}
