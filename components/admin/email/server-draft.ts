import type { z } from 'zod';
import type { MailboxDto } from '@/lib/schemas/email-channel';
import type { imapInput, smtpInput } from '@/lib/schemas/mail-servers';
import type { AfterFetch, MailSecurity } from '@/lib/schemas/values';

/** What both kinds of server are asked, as it stands in the form. */
export interface ServerDraft {
  host: string;
  port: string;
  security: MailSecurity;
  username: string;
  /** Empty: the stored one stays. */
  password: string;
}
export interface ImapDraft extends ServerDraft {
  folder: string;
  then_do: AfterFetch;
  move_to: string;
  takes_old: boolean;
}

export function imapDraft({ address, imap }: Pick<MailboxDto, 'address' | 'imap'>): ImapDraft {
  return {
    ...{ host: imap?.host ?? '', port: String(imap?.port ?? 993), security: imap?.security ?? 'tls' },
    ...{ username: imap?.username ?? address, password: '', folder: imap?.folder ?? 'INBOX' },
    ...{
      then_do: imap?.then_do ?? 'leave',
      move_to: imap?.move_to ?? '',
      takes_old: imap?.takes_old ?? false,
    },
  };
}

export function smtpDraft({ address, smtp }: Pick<MailboxDto, 'address' | 'smtp'>): ServerDraft {
  return {
    ...{ host: smtp?.host ?? '', port: String(smtp?.port ?? 465), security: smtp?.security ?? 'tls' },
    ...{ username: smtp ? (smtp.username ?? '') : address, password: '' },
  };
}

const serverInput = ({ host, port, security, password }: ServerDraft) => ({
  ...{ host: host.trim(), port: Number(port), security },
  ...(password === '' ? {} : { password }),
});

export const imapInputOf = (draft: ImapDraft): z.input<typeof imapInput> => ({
  ...serverInput(draft),
  ...{ username: draft.username.trim(), folder: draft.folder.trim(), then_do: draft.then_do },
  ...{ move_to: draft.then_do === 'move' ? draft.move_to.trim() || null : null, takes_old: draft.takes_old },
});

export const smtpInputOf = (draft: ServerDraft): z.input<typeof smtpInput> => ({
  ...serverInput(draft),
  username: draft.username.trim() || null,
});

/** The port that goes with a way to keep the line secret, where it is still one of the usual ones. */
export function portFor(kind: 'imap' | 'smtp', security: MailSecurity, port: string): string {
  const usual = {
    imap: { tls: '993', starttls: '143', none: '143' },
    smtp: { tls: '465', starttls: '587', none: '25' },
  };
  return Object.values(usual[kind]).includes(port) ? usual[kind][security] : port;
}
