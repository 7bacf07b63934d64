import webPush from 'web-push';
import { hasLine } from '../db/sql/presence';
import { sql } from '../db/transaction';
import { mailboxesUrl, ticketUrl } from '../email/links';
import { textsFor } from '../email/texts/texts-for';
import { env } from '../env';
import { log } from '../log';
import { beginning } from '../presenters/ticket';
import type { NoticeKind } from '../rules/notices';
import type { Locale, MessageFormat } from '../schemas/values';
import { vapidKeys } from './steps/vapid-keys';

/** What is older is in the bell, and in the digest; a telephone that rings late is a nuisance. */
const FRESH = '10 minutes';
const PATIENCE_MS = 10_000;
/** Push services take no more, encrypted. */
const TEXT = 300;

interface Push {
  notice_id: string;
  person_id: string;
  kind: NoticeKind;
  locale: Locale;
  actor: string | null;
  /** Null with its subject where it is about a mailbox. */
  number: number | null;
  subject: string | null;
  mailbox: string | null;
  text: string | null;
  format: MessageFormat | null;
  subscription_id: string;
  endpoint: string;
  p256dh: string;
  auth: string;
}

/**
 * Tells browsers of what their people have not read, each notice once a browser. Who has a window of the desk open is
 * told there, and who is away is not told at all. Answers how many were sent.
 */
export async function sendPushes(): Promise<number> {
  const { rows } = await sql.query<Push>(
    `WITH due AS (
       UPDATE notice n SET pushed_at = now()
       WHERE n.id IN (SELECT id FROM notice WHERE by_push AND pushed_at IS NULL ORDER BY created_at LIMIT 200
                      FOR UPDATE SKIP LOCKED)
       RETURNING n.*
     )
     SELECT n.id AS notice_id, n.person_id, n.kind, p.locale, a.name AS actor, t.number, t.subject, e.data ->> 'address' AS mailbox,
       left(m.body, 400) AS text, m.format, s.id AS subscription_id, s.endpoint, s.p256dh, s.auth
     FROM due n
     JOIN person p ON p.id = n.person_id AND p.disabled_at IS NULL AND p.intent IN ('online', 'busy')
     LEFT JOIN ticket t ON t.id = n.ticket_id
     JOIN event e ON e.id = n.event_id
     LEFT JOIN person a ON a.id = e.actor_id
     LEFT JOIN message m ON m.id = CASE e.type WHEN 'message.created' THEN (e.data ->> 'message_id')::uuid END
     JOIN push_subscription s ON s.person_id = p.id
     JOIN session l ON l.id = s.session_id AND l.revoked_at IS NULL AND l.expires_at > now()
     WHERE n.read_at IS NULL AND n.created_at > now() - interval '${FRESH}' AND NOT ${hasLine('p')}`,
  );
  const sent = await Promise.all(rows.map(send));
  return sent.filter(Boolean).length;
}

/** Whether the push service took it. One that does not know the browser any more is not asked again. */
async function send(push: Push): Promise<boolean> {
  try {
    const { endpoint, p256dh, auth } = push;
    const request = webPush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, payloadOf(push), {
      // whom a push service may write to about what we send
      vapidDetails: { subject: `mailto:${env().MAIL_FROM}`, ...(await vapidKeys()) },
      TTL: 600,
    });
    const answer = await fetch(endpoint, {
      method: 'POST',
      headers: Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      ),
      body: new Uint8Array(request.body!),
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    await answer.body?.cancel();
    if (answer.status === 404 || answer.status === 410)
      await sql.query('DELETE FROM push_subscription WHERE id = $1', [push.subscription_id]);
    else if (!answer.ok) log.warn({ status: answer.status }, 'a push service refused a notice');
    return answer.ok;
  } catch (error) {
    log.warn({ err: error }, 'a notice could not be pushed');
    return false;
  }
}

/** What the browser shows (`public/push-worker.js`), in the person's language. */
function payloadOf({ notice_id, kind, locale, actor, number, subject, mailbox, text, format }: Push): string {
  const lines = [
    number === null ? mailbox : `#${number} ${subject}`,
    text && format ? beginning(text, format) : null,
  ];
  return JSON.stringify({
    id: notice_id,
    title: textsFor(locale).digest.line[kind](actor),
    body: lines.filter(Boolean).join('\n').slice(0, TEXT),
    url: number === null ? mailboxesUrl() : ticketUrl(number, 'staff'),
  });
}
