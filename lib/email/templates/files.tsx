import type { Locale } from '../../schemas/values';
import type { MailFile } from '../mail-facts';
import type { MailTexts } from '../texts/mail-texts';
import { Meta } from './parts';

interface FilesProps {
  files: readonly MailFile[];
  locale: Locale;
  texts: MailTexts;
}

/** The names of a message's files: those that came along, and those that wait on the page. */
export function Files({ files, locale, texts }: FilesProps) {
  const names = (mailed: boolean) =>
    files
      .filter((file) => file.mailed === mailed)
      .map(({ name, size }) => `${name} (${inWords(size, locale)})`)
      .join(', ');
  const [along, onPage] = [names(true), names(false)];
  return (
    <>
      {along !== '' && <Meta>{texts.files.mailed(along)}</Meta>}
      {onPage !== '' && <Meta>{texts.files.onPage(onPage)}</Meta>}
    </>
  );
}

function inWords(bytes: number, locale: Locale): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1024));
  const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  return kilobytes < 1000 ? `${format.format(kilobytes)} KB` : `${format.format(bytes / 1024 ** 2)} MB`;
}
