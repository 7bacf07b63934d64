import type { NoticeKind } from '../rules/notices';
import type { Locale, Status } from '../schemas/values';

/** Whom a mail speaks to. A stranger is an address that belongs to no person here: he is shown no text of others. */
export type MailAudience = 'customer' | 'staff' | 'stranger';

/** Whose mail it is: the workspace's name, and its colour or none. */
export interface Brand {
  name: string;
  accent: string | null;
}

/** The address of the house that a mail comes from and can be answered at. */
export interface MailboxFacts {
  id: string;
  address: string;
  /** The name that its mails bear; null: the workspace's. */
  sender: string | null;
  signature: string;
}

interface Envelope {
  /** Row of the ledger; the mail's Message-ID is made from it. */
  id: string;
  recipient: { address: string; name: string | null };
  locale: Locale;
  audience: MailAudience;
  brand: Brand;
  /** Message-IDs of earlier mails of the same ticket, to this person and from him, oldest first. */
  earlier: string[];
  /** The newest of them that he wrote. */
  answered: string | null;
  /** Null while the house has none, and for mails that nobody is to answer. */
  mailbox: MailboxFacts | null;
  /** The mailbox at which somebody of the team may answer this notice; null: nowhere. */
  staffReplies: string | null;
}

export interface TicketFacts {
  id: string;
  number: number;
  subject: string;
  customerName: string;
}
export interface MailFile {
  name: string;
  media_type: string;
  size: number;
  storage_key: string;
  /** It travels with the mail; else it waits on the page. */
  mailed: boolean;
}
export interface MessageFacts {
  author: string;
  body: string;
  files: readonly MailFile[];
  /** What was made of Markdown, safe to show; null for plain text. */
  html: string | null;
}
interface OfTicket extends Envelope {
  ticket: TicketFacts;
}

export interface ReceivedMail extends OfTicket {
  template: 'ticket_received';
  message: MessageFacts;
}
export interface MessageMail extends OfTicket {
  template: 'reply' | 'copy' | 'customer_message' | 'note';
  message: MessageFacts;
  /** Answers that came shortly after and are told with it, the oldest first. */
  more: MessageFacts[];
  /** The status that the reply set, when it set one. */
  newStatus: Status | null;
  /** What was said before, the newest first, as far as its mailbox wants it below an answer. */
  history: { author: string; body: string }[];
}
export interface StatusMail extends OfTicket {
  template: 'status';
  /** Who did it; null for a machine. */
  actor: string | null;
  newStatus: Status;
}
/** Nobody has answered us: in so many days the ticket is resolved. */
export interface ClosingMail extends OfTicket {
  template: 'closing';
  days: number;
}
/** How was the help? `token` opens the page on which it is said. */
export interface RatingMail extends OfTicket {
  template: 'rating';
  token: string;
}
/** What the team said in a chat, the oldest first; `url` goes on with it, on whatever device. */
export interface ChatMail extends OfTicket {
  template: 'chat';
  messages: MessageFacts[];
  url: string | null;
}
export interface AssignedMail extends OfTicket {
  template: 'assigned';
  /** Who gave it; null when routing did. */
  actor: string | null;
  /** Routing's reason, in words. */
  reason: string | null;
  message: MessageFacts;
}
export interface CodeMail extends Envelope {
  template: 'code';
  digits: string;
  minutes: number;
  /** Browser, system and address, in words of ours. */
  requestedFrom: string | null;
}
export interface InvitationMail extends Envelope {
  template: 'invitation';
  url: string;
  days: number;
}

export interface PasswordResetMail extends Envelope {
  template: 'password_reset';
  url: string;
  hours: number;
}
/** To the address that was somebody's until now. */
export interface EmailChangedMail extends Envelope {
  template: 'email_changed';
}
/** What somebody of the staff has not read in the bell. */
export interface DigestMail extends Envelope {
  template: 'digest';
  notices: {
    id: string;
    kind: NoticeKind;
    actor: string | null;
    ticket: { number: number; subject: string } | null;
    /** The address of the mailbox that it is about. */
    mailbox: string | null;
    text: string | null;
  }[];
  /** Where its reader chooses how he is told. */
  settingsUrl: string;
}
/** An admin asks whether mail works. */
export interface TestMail extends Envelope {
  template: 'test';
}

export type TicketMail =
  | ReceivedMail
  | MessageMail
  | StatusMail
  | AssignedMail
  | ClosingMail
  | RatingMail
  | ChatMail;
/** All that a mail says, gathered at the moment of sending; the ledger itself holds ids alone. */
export type MailFacts =
  | TicketMail
  | CodeMail
  | InvitationMail
  | PasswordResetMail
  | EmailChangedMail
  | DigestMail
  | TestMail;
