'use client';
import { Download, Phone, Voicemail } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { fileHref } from '@/components/attachments/file-href';
import { SoundPlayer } from '@/components/attachments/sound-player';
import { fileSize } from '@/lib/rules/file-size';
import type { MessageDto } from '@/lib/schemas/message';

interface RecordingCardProps {
  recording: NonNullable<MessageDto['recording']>;
  file: MessageDto['attachments'][number];
}

/** What was recorded of a call: how long it is, to be heard and saved, and what was said where that is written down. */
export function RecordingCard({ recording: { kind, seconds, transcript }, file }: RecordingCardProps) {
  const t = useTranslations('offers.call.recording');
  const a = useTranslations('attachments');
  const size = fileSize(file.size, useLocale());
  const Icon = kind === 'talk' ? Phone : Voicemail;
  return (
    <div className="mt-1 text-ui">
      <p className="flex min-h-6 items-center gap-x-2 text-ink">
        <Icon aria-hidden className="size-4 shrink-0 text-ink-3" />
        <span className="font-[550]">{t(kind)}</span>
        {seconds > 0 ? (
          <span className="tabular text-ink-2">
            {Math.floor(seconds / 60)}:{String(seconds % 60).padStart(2, '0')}
          </span>
        ) : null}
      </p>
      <div className="mt-2 flex flex-wrap items-center gap-x-2 gap-y-1">
        <SoundPlayer file={file} />
        <a
          href={fileHref(file.id)}
          download={file.name}
          aria-label={a('download', { name: file.name, size })}
          className="inline-flex min-h-8 items-center gap-1.5 rounded-control px-2 text-small text-ink-2 hover:bg-hover hover:text-ink coarse:min-h-control"
        >
          <Download aria-hidden className="size-3.5" />
          <span className="tabular">{size}</span>
        </a>
      </div>
      {transcript ? (
        <p dir="auto" className="mt-2 max-w-[75ch] whitespace-pre-wrap text-body text-ink wrap-anywhere">
          {transcript}
        </p>
      ) : null}
    </div>
  );
}
