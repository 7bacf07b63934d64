import { AUTOMATIC, type MailTemplate } from '../rules/notifications';
import { signMail } from './sign-mail';

/**
 * What tells other machines that nobody wrote this mail by hand, so that they neither answer it nor send it back
 * (product 2.12, promise P6). The loop header carries a keyed id: nobody can make us ignore mail by copying its name.
 * An agent's answer gets none of these.
 */
export function automaticHeaders(template: MailTemplate, mailId: string): Record<string, string> {
  if (!AUTOMATIC.has(template)) return {};
  const answersSomebody = template === 'ticket_received';
  return {
    'Auto-Submitted': answersSomebody ? 'auto-replied' : 'auto-generated',
    'X-Auto-Response-Suppress': 'All',
    'X-Switchboard-Loop': `${mailId}.${signMail('loop', mailId).toString('hex', 0, 8)}`,
    ...(answersSomebody ? { Precedence: 'auto_reply' } : {}),
  };
}
