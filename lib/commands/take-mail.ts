import { type IncomingMail, keepMail } from './steps/keep-mail';

/** Takes a mail by SMTP. A relay that did not hear our answer sends it again; the same mail is known by its content. */
export const takeMail = (
  mail: Omit<IncomingMail, 'door' | 'doorKey'>,
): Promise<{ id: string; isNew: boolean }> => keepMail({ ...mail, door: 'smtp', doorKey: null });
