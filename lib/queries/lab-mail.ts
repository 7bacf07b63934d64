import { sql } from '../db/transaction';
import { Invalid } from '../errors';
import { LAB_CUSTOMERS, type LabCustomer, PASSERS_BY } from '../lab/customers';
import type { MailInState } from '../rules/mail-states';
import type { LabLetterDto, LabMailDto } from '../schemas/lab-mail';
import type { Status } from '../schemas/values';
import { LAB_MAILBOX, mailboxInUse } from './mailbox-in-use';

/** Whom one can play, and where they write to. */
export async function getLabMail(): Promise<LabMailDto> {
  return {
    mailbox: (await mailboxInUse(sql)) ?? LAB_MAILBOX,
    customers: LAB_CUSTOMERS,
    passers_by: PASSERS_BY,
  };
}

/** @throws Invalid `customer: unknown` for an address that is none of theirs. */
export function labCustomer(email: string): LabCustomer {
  const customer = [...LAB_CUSTOMERS, ...PASSERS_BY].find((one) => one.email === email.toLowerCase());
  if (!customer) throw new Invalid({ customer: ['unknown'] });
  return customer;
}

interface Row {
  id: string;
  direction: LabLetterDto['direction'];
  subject: string;
  at: Date;
  state: MailInState | null;
  number: number | null;
  status: Status | null;
  agent: string | null;
}

/** The newest fifty mails between one of them and the house, both ways, newest first. */
export async function listLabLetters(of: { customer: string }): Promise<{ results: LabLetterDto[] }> {
  const { rows } = await sql.query<Row>(
    `SELECT m.*, t.number, t.status, p.name AS agent FROM (
       SELECT id, 'received' AS direction, subject, created_at AS at, NULL AS state, NULL::uuid AS ticket_id
       FROM caught_mail WHERE recipient = $1
       UNION ALL
       SELECT id, 'sent', subject, received_at, state, ticket_id FROM inbound_mail
       WHERE sender = $1 AND state <> 'receiving'
       ORDER BY at DESC, id DESC LIMIT 50
     ) m LEFT JOIN ticket t ON t.id = m.ticket_id LEFT JOIN person p ON p.id = t.assignee_id
     ORDER BY m.at DESC, m.id DESC`,
    [labCustomer(of.customer).email],
  );
  const results = rows.map(({ id, direction, subject, at, state, number, status, agent }) => ({
    ...{ id, direction, subject, created_at: at.toISOString(), state },
    ticket: number === null ? null : { number, status: status!, assigned_agent: agent },
  }));
  return { results };
}
