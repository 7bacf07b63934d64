import PostalMime from 'postal-mime';

/** A mail as a reader sees it. `headers` are in the order of the mail, names in lower case. */
export interface ReadMail {
  from: string;
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
      subject: mail.subject ?? '',
      text: (mail.text ?? '').trimEnd(),
      html: mail.html ?? '',
      headers: mail.headers.map(({ key, value }) => ({ name: key, value })),
    };
  } catch {
    return { from: '', subject: '', text: raw, html: '', headers: [] };
  }
}
