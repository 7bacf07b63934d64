import { env } from '../env';
import type { MailAudience } from './mail-facts';

/** The page of a ticket for this reader; made from APP_URL alone, never from what a request said. */
export function ticketUrl(number: number, audience: MailAudience): string {
  return `${env().APP_URL}${audience === 'staff' ? `/desk/all/${number}` : `/requests/${number}`}`;
}
