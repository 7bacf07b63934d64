'use client';
import { useTranslations } from 'next-intl';
import type { AttachmentDto } from '@/lib/schemas/attachment';
import { fileHref } from './file-href';

/** A sound is heard where it stands. Before that its first bytes alone are loaded, which say how long it is. */
export function SoundPlayer({ file }: { file: AttachmentDto }) {
  const t = useTranslations('attachments');
  return (
    // biome-ignore lint/a11y/useMediaCaption: what was said stands beside it, as far as it is known
    <audio
      controls
      preload="metadata"
      src={fileHref(file.id, { inline: true })}
      aria-label={t('listen', { name: file.name })}
      className="h-10 w-88 max-w-full"
    />
  );
}
