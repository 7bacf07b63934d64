import { env } from '../env';
import type { Score } from '../schemas/values';
import type { MailAudience } from './mail-facts';

/** The page of a ticket for this reader; made from APP_URL alone, never from what a request said. */
export function ticketUrl(number: number, audience: MailAudience): string {
  return `${env().APP_URL}${audience === 'staff' ? `/desk/all/${number}` : `/requests/${number}`}`;
}

/** Where admins see how their mailboxes are. */
export const mailboxesUrl = (): string => `${env().APP_URL}/admin/channels/email`;

/** The page on which a score is confirmed. Behind the #, so that the token reaches no server's log. */
export const ratingUrl = (token: string, score: Score): string => `${env().APP_URL}/rate#${token}.${score}`;

/** A website's chat as a page of its own, in which a conversation goes on. Behind the #, as above. */
export const chatUrl = (key: string, token: string): string =>
  `${env().APP_URL}/widget/${key}/#resume=${token}`;
