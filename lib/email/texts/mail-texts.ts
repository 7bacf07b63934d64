import type { NoticeKind } from '../../rules/notices';
import type { Score, Status } from '../../schemas/values';

/** Every sentence of every mail, in one language. Parameters are a person's own text: they are escaped later. */
export interface MailTexts {
  greeting: (name: string) => string;
  /** What customers call the states; they never see ours. */
  customerStatus: Record<Status, string>;
  staffStatus: Record<Status, string>;
  answerHere: string;
  openTicket: string;
  /** Stands before the address of the page, in the footer and in the text part. */
  answerLine: string;
  openLine: string;
  notRead: string;
  /** Before the address of the page, where the mail itself can be answered. */
  answerMail: string;
  /** To the team, where its answer by mail goes to the customer. */
  answerAsStaff: string;
  whyCustomer: string;
  whyStaff: string;
  whyStranger: string;
  you: string;
  files: {
    /** With this mail; on the page. Names with their sizes. */
    mailed: (names: string) => string;
    onPage: (names: string) => string;
    /** For who has no page. */
    leftOut: (names: string) => string;
  };
  received: {
    /** Subject and heading for an address that nobody here has: it is shown no text of others. */
    plain: string;
    heading: string;
    body: string;
  };
  reply: {
    heading: (author: string) => string;
    staffHeading: (author: string) => string;
    /** When the reply set a status. */
    status: Partial<Record<Status, string>>;
  };
  /** What was said in a chat while nobody read it. */
  chat: {
    subject: (company: string) => string;
    heading: (company: string) => string;
    action: string;
    answerMail: string;
    answerPage: string;
    why: string;
  };
  /** To who is in copy. */
  copy: { heading: (author: string) => string; why: string; notRead: string; answerMail: string };
  customerMessage: { heading: (author: string) => string };
  note: { heading: (author: string) => string; label: string };
  status: {
    /** For the customer. */
    headings: Record<Status, string>;
    bodies: Record<Status, string>;
    staffHeading: (actor: string | null) => string;
    staffBody: (status: string) => string;
  };
  /** Without an answer the request is resolved in so many days. */
  closing: { heading: string; body: (days: number) => string };
  /** How was the help? `again`: it can be changed, and for how long. */
  rating: { heading: string; body: string; again: string; score: Record<Score, string> };
  assigned: { heading: string; by: (actor: string) => string; byRouting: string; why: string };
  code: {
    subject: (company: string) => string;
    heading: string;
    body: (minutes: number) => string;
    requestedFrom: (place: string, address: string) => string;
    requestedFor: (address: string) => string;
    ignore: string;
  };
  invitation: {
    subject: (company: string) => string;
    heading: string;
    body: string;
    action: string;
    expires: (days: number) => string;
    ignore: string;
  };
  passwordReset: {
    subject: (company: string) => string;
    heading: string;
    body: string;
    action: string;
    expires: (hours: number) => string;
    ignore: string;
  };
  emailChanged: { subject: (company: string) => string; heading: string; body: string; notYou: string };
  digest: {
    subject: (count: number, company: string) => string;
    heading: (count: number) => string;
    /** Who did it; null for a machine. */
    line: Record<NoticeKind, (actor: string | null) => string>;
    why: string;
    choose: string;
  };
  test: { subject: (company: string) => string; heading: string; body: string; ignore: string };
}
