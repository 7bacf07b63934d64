/**
 * Who wrote a mail: a person, or a machine that must never be answered (product 2.12). Any one mark is enough to be a
 * machine's; a person's mail carries none of them. What a header says counts only against its sender.
 */
export type MailKind = 'human' | 'automatic' | 'bounce' | 'list' | 'own';

export interface MailMarks {
  headers: readonly { name: string; value: string }[];
  /** Of the envelope; '' is a sender who wants no bounce, null is not told. */
  returnPath: string | null;
  /** Its first sender, lower case; empty when it has none. */
  sender: string;
  subject: string;
  hasReport: boolean;
  /** It carries a mark that only we can make, or comes from an address of ours. */
  isOurs: boolean;
}

/** How a mail begins that says that its reader is away, by language. Whole openings: a person may write of his leave. */
const AWAY =
  /^(?:(?:re|aw|antw|sv|r|tr)\s?:\s*)?(?:out of (?:the )?office|automatic reply|auto(?:matic)?[ -]?(?:response|reply)|autoreply|away from (?:the |my )?office|abwesenheit(?:snotiz|snachricht|sassistent)?\b|automatische (?:antwort|abwesenheitsnotiz|r[üu]ckmeldung)|ich bin (?:derzeit )?nicht im b[üu]ro|r[ée]ponse automatique|absence du bureau|message d['’]absence|risposta automatica|fuori (?:sede|ufficio)|respuesta autom[áa]tica|fuera de (?:la )?oficina|رد تلقائي|خارج المكتب)/i;
const RECEIPT = /^(?:read|gelesen|lu|letto|le[ií]do)\s?:\s/i;
const DAEMON = /^(?:mailer-daemon|postmaster)(?:@|$)/;
const BULK = /^(?:bulk|junk|list|auto_reply)$/i;

export function classifyMail({
  headers,
  returnPath,
  sender,
  subject,
  hasReport,
  isOurs,
}: MailMarks): MailKind {
  const has = (name: string) => headers.some((header) => header.name === name);
  const says = (name: string, test: RegExp) =>
    headers.some((header) => header.name === name && test.test(header.value.trim()));
  const isReport = says('content-type', /^multipart\/report\b/i);
  if (isOurs) return 'own';
  if (hasReport || DAEMON.test(sender) || (isReport && says('content-type', /delivery-status/i)))
    return 'bounce';
  if (has('list-id') || has('list-unsubscribe') || says('precedence', /^(?:bulk|list|junk)$/i)) return 'list';
  const written = headers.find(({ name }) => name === 'return-path')?.value.trim();
  const noSender = returnPath === '' || written === '<>';
  const isAutomatic =
    isReport ||
    noSender ||
    headers.some(({ name, value }) => name === 'auto-submitted' && !/^no\b/i.test(value.trim())) ||
    says('precedence', BULK) ||
    ['x-autoreply', 'x-autorespond', 'x-autoresponder', 'x-switchboard-loop'].some(has) ||
    AWAY.test(subject.trim()) ||
    RECEIPT.test(subject.trim());
  return isAutomatic ? 'automatic' : 'human';
}

/** Nobody reads what is sent there, and some of them answer. */
export const isNoReply = (address: string): boolean =>
  /^(?:no[-_.]?reply|do[-_.]?not[-_.]?reply|donotreply|mailer-daemon|postmaster|bounces?|notifications?|auto(?:mated|reply)?)(?:[-+_.].*)?@/i.test(
    address,
  );
