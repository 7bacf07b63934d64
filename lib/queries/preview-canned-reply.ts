import type { TicketRow } from '../db/sql/ticket-row';
import { sql } from '../db/transaction';
import { Invalid } from '../errors';
import { fillVariables, variableValues } from '../rules/fill-variables';
import type { Actor } from '../rules/permissions';
import { languagesOf } from '../rules/text-in';
import type { CannedReplyPreviewDto, PreviewCannedReplyQuery } from '../schemas/canned-reply';
import { accessTicket } from './access-ticket';
import { actionChanges } from './action-changes';
import { getSettings } from './get-settings';
import { getCannedReply } from './list-canned-replies';

/**
 * What a canned reply would say and do on a ticket, before anything is done: its text filled in, in the ticket's
 * language. Where it has none in that language, `text` is null and `languages` says what there is to choose from;
 * nothing is translated in silence (product 2.23).
 */
export async function previewCannedReply(
  actor: Actor,
  id: string,
  query: PreviewCannedReplyQuery,
): Promise<CannedReplyPreviewDto> {
  const ticket = await accessTicket(sql, actor, query.ticket, 'ticket.note');
  const [reply, { workspace_name }] = await Promise.all([getCannedReply(actor, id), getSettings()]);
  const languages = languagesOf(reply.bodies);
  if (query.language && !languages.includes(query.language)) throw new Invalid({ language: ['not_there'] });
  const language = query.language ?? languageFor(ticket, languages);
  const values = variableValues({
    customer: { name: ticket.customer_name, email: ticket.customer_email },
    agent: actor,
    ticket,
    workspace: workspace_name,
  });
  const filled = language === null ? null : fillVariables(reply.bodies[language] ?? '', values);
  return {
    language,
    languages,
    text: filled?.text ?? null,
    unresolved: filled?.unresolved ?? [],
    changes: await actionChanges(sql, actor.id, ticket, reply.actions),
    actions: reply.actions,
  };
}

/** The ticket's language if it says one, else the customer's; where neither is known, the only one that there is. */
function languageFor(ticket: TicketRow, languages: readonly string[]): string | null {
  const meant = ticket.languages.length > 0 ? ticket.languages : [ticket.customer_locale];
  const there = meant.find((one) => languages.includes(one));
  if (there !== undefined) return there;
  return ticket.languages.length === 0 && languages.length === 1 ? languages[0]! : null;
}
