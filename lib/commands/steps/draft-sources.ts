import type { DraftMaterial, MaterialMessage } from '../../queries/get-draft-material';
import type { PromptMessage, PromptPassage } from '../../rules/draft-prompt';
import { fillVariables, variableValues } from '../../rules/fill-variables';
import type { DraftSourceDto } from '../../schemas/ai';

/** Sources of a draft under the short ids that a model names them by. */
export interface DraftSources {
  sources: DraftSourceDto[];
  messages: PromptMessage[];
  passages: PromptPassage[];
}

/** Characters of a passage that the ledger and the screen show. */
const PASSAGE = 600;
const shown = (text: string): string =>
  text.length > PASSAGE ? `${text.slice(0, PASSAGE).toWellFormed()} …` : text;

/** The conversation, the ticket's own facts, and canned replies with their variables filled in. */
export function draftSources(material: DraftMaterial): DraftSources {
  const { ticket } = material;
  const conversation = material.messages.map((message, index) => ({ ...message, source: `m${index + 1}` }));
  const replies = filledReplies(material);
  return {
    sources: [
      {
        id: 't1',
        kind: 'ticket',
        title: `#${ticket.number}`,
        passage: ticket.subject,
        at: ticket.created_at.toISOString(),
        message_id: null,
        ticket_number: ticket.number,
      },
      ...conversation.map((message) => ({
        id: message.source,
        kind: message.is_internal ? ('note' as const) : ('message' as const),
        title: message.author_name,
        passage: shown(message.body),
        at: message.created_at.toISOString(),
        message_id: message.id,
        ticket_number: null,
      })),
      ...replies.map((reply) => ({
        id: reply.source,
        kind: 'canned_reply' as const,
        title: reply.title,
        canned_reply_id: reply.id,
        passage: shown(reply.body),
        at: reply.updated_at.toISOString(),
        message_id: null,
        ticket_number: null,
      })),
    ],
    messages: conversation.map(({ source, body, ...message }) => ({
      id: source,
      author: authorOf(message),
      body,
    })),
    passages: replies.map(({ source, title, body }) => ({ id: source, title, body })),
  };
}

/** The canned replies as they would stand in this ticket. */
function filledReplies({ replies, ticket, agent, settings }: DraftMaterial) {
  const values = variableValues({
    customer: { name: ticket.customer_name, email: ticket.customer_email },
    agent,
    ticket: { number: ticket.number, subject: ticket.subject },
    workspace: settings.workspace_name,
  });
  return replies.map((reply, index) => ({
    ...reply,
    source: `c${index + 1}`,
    body: fillVariables(reply.body, values).text,
  }));
}

const authorOf = ({ is_internal, author_role }: Omit<MaterialMessage, 'body'>): PromptMessage['author'] =>
  is_internal ? 'note' : author_role === 'customer' ? 'customer' : 'staff';
