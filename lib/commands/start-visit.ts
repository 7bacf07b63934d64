import { createHmac } from 'node:crypto';
import type { Client } from '../auth/client';
import { countRequest, networkOf } from '../auth/rate-limits';
import { isResumeToken, resumedVisitor } from '../auth/resume-token';
import { newNonce, sameText } from '../auth/secrets';
import { newId } from '../clock';
import { inTransaction, sql, type Tx } from '../db/transaction';
import { Unauthenticated } from '../errors';
import type { VisitorRow } from '../presenters/visitor';
import { identitySecret, openWebsite } from '../queries/list-websites';
import { visitStarted } from '../queries/visit-started';
import { visitorRow } from '../queries/visitor-row';
import type { Visit } from '../rules/permissions';
import { refuseOrigin } from '../rules/widget-origin';
import { canonicalAddress } from '../schemas/email-address';
import { LANGUAGES } from '../schemas/values';
import type { VisitDto, VisitInput, VisitorIdentity } from '../schemas/visitor';
import type { WebsiteDto } from '../schemas/website';
import { joinVisitor } from './steps/join-visitor';
import { personOfIdentity } from './steps/person-of-identity';

/**
 * A page of a website was opened, and somebody may want to chat: goes on as the visitor that the token names, as the one
 * of a mailed link, or as a new one. A website that signs who he is makes him that customer.
 *
 * @param known who the sent token says that he is.
 * @returns the visit, and whether the visitor is new.
 * @throws NotFound for no such website; Forbidden `origin_not_allowed`; Unauthenticated `identity_refused`,
 *   `identity_required`, `link_expired`; RateLimited.
 */
export async function startVisit(
  key: string,
  input: VisitInput,
  known: Visit | null,
  client: Client,
): Promise<{ visit: VisitDto; isNew: boolean }> {
  const website = await openWebsite(sql, key);
  refuseOrigin(website.origins, input.page_url);
  const identity = input.identity ? await checked(website, input.identity) : null;
  const resumed = input.resume === undefined ? null : await linked(website, input.resume);
  const goesOn = !resumed && (await isGoingOn(known, website, identity));
  if (!goesOn) await countRequest('visitor_ip', networkOf(client.ip));
  const visitor = await inTransaction(async (tx) => {
    const id = goesOn ? known!.id : await insertVisitor(tx, website.id, resumed);
    await notePage(tx, id, input);
    if (identity) await identify(tx, id, identity);
    const row = await visitorRow(tx, id);
    if (website.verified_only && row.identity_id === null) throw identityRequired();
    return row;
  });
  return { visit: await visitStarted(visitor), isNew: !goesOn };
}

const identityRequired = () => new Unauthenticated('Sign in on this website to chat.', 'identity_required');

/** @throws Unauthenticated `identity_refused` when the hash is not the website's. */
async function checked(website: WebsiteDto, { id, email, name, hash }: VisitorIdentity) {
  const { secret } = await identitySecret(sql, website.id);
  const signed = email === undefined ? id : `${id}\n${email}`;
  const right = createHmac('sha256', secret).update(signed).digest('hex');
  const address = email === undefined ? null : canonicalAddress(email);
  if (!sameText(right, hash.toLowerCase()) || (email !== undefined && address === null))
    throw new Unauthenticated('The website did not sign this.', 'identity_refused');
  return { externalId: id, email: address, name: name ?? null };
}

/** @throws Unauthenticated `link_expired` also for a link that was never ours. */
async function linked(website: WebsiteDto, token: string): Promise<VisitorRow> {
  const id = resumedVisitor(token);
  const row = id ? await visitorRow(sql, id).catch(() => null) : null;
  if (!row || row.widget_id !== website.id || !isResumeToken(token, row))
    throw new Unauthenticated('This link is not good any more.', 'link_expired');
  return row;
}

/** The same browser on the same website, and nobody else at it meanwhile. */
async function isGoingOn(
  known: Visit | null,
  website: WebsiteDto,
  identity: { externalId: string } | null,
): Promise<boolean> {
  if (known?.widgetId !== website.id) return false;
  const { identity_id, email_confirmed } = await visitorRow(sql, known.id);
  if (!identity) return true;
  return identity_id === null ? !email_confirmed : identity_id === identity.externalId;
}

/** A browser of its own, also of who comes by a link: what one device loses, the other keeps. */
async function insertVisitor(tx: Tx, widgetId: string, like: VisitorRow | null): Promise<string> {
  const id = newId();
  await tx.query(
    `INSERT INTO visitor (id, widget_id, nonce, person_id, name, email, email_confirmed, identity_id, joined_at, locale)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[id, widgetId, newNonce(), like?.person_id ?? null, like?.name ?? null, like?.email ?? null],
      ...[like?.email_confirmed ?? false, like?.identity_id ?? null, like?.joined_at ?? null],
      like?.locale ?? 'en',
    ],
  );
  return id;
}

async function notePage(tx: Tx, id: string, input: VisitInput): Promise<void> {
  const language = input.locale?.slice(0, 2).toLowerCase();
  await tx.query(
    `UPDATE visitor SET page_url = coalesce($2, page_url), page_title = coalesce($3, page_title),
       referrer = coalesce(referrer, nullif($4, '')), locale = coalesce($5, locale), last_seen_at = now() WHERE id = $1`,
    [
      ...[id, input.page_url ?? null, input.page_title ?? null, input.referrer ?? null],
      language !== undefined && LANGUAGES.includes(language) ? language : null,
    ],
  );
}

async function identify(
  tx: Tx,
  id: string,
  identity: { externalId: string; email: string | null; name: string | null },
): Promise<void> {
  const person = await personOfIdentity(tx, identity);
  await joinVisitor(tx, await visitorRow(tx, id, true), person.id);
  await tx.query(
    `UPDATE visitor SET identity_id = $2, name = coalesce($3, name), email = coalesce($4, email),
       email_confirmed = CASE WHEN $4::text IS NULL THEN email_confirmed ELSE true END WHERE id = $1`,
    [id, identity.externalId, identity.name, person.email],
  );
}
