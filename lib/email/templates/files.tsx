import { fileSize } from '../../rules/file-size';
import type { Locale } from '../../schemas/values';
import type { MailFile } from '../mail-facts';
import type { MailTexts } from '../texts/mail-texts';
import { Meta } from './parts';

interface FilesProps {
  files: readonly MailFile[];
  locale: Locale;
  texts: MailTexts;
  /** Whether the reader has a page on which the others wait. */
  hasPage?: boolean;
}

/** The names of a message's files: those that came along, and those that did not. */
export function Files({ files, locale, texts, hasPage = true }: FilesProps) {
  const names = (mailed: boolean) =>
    files
      .filter((file) => file.mailed === mailed)
      .map(({ name, size }) => `${name} (${fileSize(size, locale)})`)
      .join(', ');
  const [along, others] = [names(true), names(false)];
  const elsewhere = hasPage ? texts.files.onPage : texts.files.leftOut;
  return (
    <>
      {along !== '' && <Meta>{texts.files.mailed(along)}</Meta>}
      {others !== '' && <Meta>{elsewhere(others)}</Meta>}
    </>
  );
}
