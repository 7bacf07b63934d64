import PostalMime from 'postal-mime';

/** A mail as a reader sees it. `headers` are in the order of the mail, names in lower case. */
export interface ReadMail {
  from: string;
  /** Where it wants its answer; null when that is not said. */
  replyTo: string | null;
  subject: string;
  text: string;
  html: string;
  headers: { name: string; value: string }[];
}

/** Takes a raw mail apart. Never throws: what cannot be read is shown as text. */
export async function readMail(raw: string): Promise<ReadMail> {
  try {
    const mail = await PostalMime.parse(raw);
    const from = mail.from && 'address' in mail.from ? mail.from : undefined;
    return {
      from: from ? (from.name ? `${from.name} <${from.address}>` : (from.address ?? '')) : '',
      replyTo: mail.replyTo?.[0]?.address ?? null,
      subject: mail.subject ?? '',
      text: (mail.text ?? '').trimEnd(),
      html: mail.html ?? '',
      headers: mail.headers.map(({ key, value }) => ({ name: key, value })),
    };
  } catch {
    return { from: '', replyTo: null, subject: '', text: raw, html: '', headers: [] };
  }
}
