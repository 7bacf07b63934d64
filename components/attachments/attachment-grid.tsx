'use client';
import { Download } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useLocale, useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { fileKind, isPlayable } from '@/lib/rules/file-kind';
import { fileSize } from '@/lib/rules/file-size';
import type { AttachmentDto } from '@/lib/schemas/attachment';
import { fileHref } from './file-href';
import { FileIcon } from './file-icon';
import { SoundPlayer } from './sound-player';

// most conversations hold no picture that anybody looks at closely
const Lightbox = dynamic(() => import('./lightbox').then((module) => module.Lightbox));

/** The files of a message: pictures small, to be opened large; everything else with its kind, name and size. */
export function AttachmentGrid({ files }: { files: readonly AttachmentDto[] }) {
  const t = useTranslations('attachments');
  const [open, setOpen] = useState<string | null>(null);
  const opener = useRef<HTMLElement>(null);
  if (files.length === 0) return null;
  const pictures = files.filter((file) => fileKind(file) === 'image');
  return (
    <div className="mt-3 flex flex-col items-start gap-2">
      <ul aria-label={t('list')} className="flex flex-wrap gap-2">
        {files.map((file) => (
          <li key={file.id} className="max-w-full">
            {isPlayable(file.media_type) ? (
              <div className="mb-2">
                <SoundPlayer file={file} />
              </div>
            ) : null}
            <FileCard
              file={file}
              onOpen={(button) => {
                opener.current = button;
                setOpen(file.id);
              }}
            />
          </li>
        ))}
      </ul>
      {files.length > 1 ? (
        <Button
          size="small"
          variant="quiet"
          icon={<Download aria-hidden className="size-3.5" />}
          onClick={() => void saveAll(files)}
        >
          {t('downloadAll', { count: files.length })}
        </Button>
      ) : null}
      {open === null ? null : (
        <Lightbox
          opener={opener}
          files={pictures}
          openId={open}
          onOpen={setOpen}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}

function FileCard({ file, onOpen }: { file: AttachmentDto; onOpen: (button: HTMLElement) => void }) {
  const t = useTranslations('attachments');
  const locale = useLocale();
  const kind = fileKind(file);
  const [broken, setBroken] = useState(false);
  const isPicture = kind === 'image' && !broken;
  const size = fileSize(file.size, locale);
  return (
    <div className="flex w-56 max-w-full items-stretch overflow-hidden rounded-control border border-line bg-surface">
      {isPicture ? (
        <button
          type="button"
          aria-label={t('open', { name: file.name })}
          onClick={(event) => onOpen(event.currentTarget)}
          className="size-24 shrink-0 cursor-zoom-in border-e border-line bg-sunken"
        >
          {/* biome-ignore lint/performance/noImgElement: only who is signed in may have it, so no optimiser can */}
          <img
            src={fileHref(file.id, { inline: true })}
            alt=""
            loading="lazy"
            decoding="async"
            onError={() => setBroken(true)}
            className="size-full object-cover"
          />
        </button>
      ) : (
        <span className="flex w-12 shrink-0 items-center justify-center border-e border-line bg-sunken">
          <FileIcon kind={kind} className={kind === 'risky' ? 'size-5 text-warn' : 'size-5 text-ink-3'} />
        </span>
      )}
      <a
        href={fileHref(file.id)}
        download={file.name}
        aria-label={t('download', { name: file.name, size })}
        className="group flex min-w-0 flex-1 flex-col justify-center gap-0.5 px-2.5 py-2 hover:bg-hover"
      >
        <bdi
          className="line-clamp-2 text-small wrap-anywhere text-ink group-hover:underline"
          title={file.name}
        >
          {file.name}
        </bdi>
        <span className="tabular text-micro text-ink-3">{size}</span>
        {kind === 'risky' ? <span className="text-micro text-warn">{t('risky')}</span> : null}
      </a>
    </div>
  );
}

/** Browsers take downloads one after another, and ask once whether several are meant. */
async function saveAll(files: readonly AttachmentDto[]): Promise<void> {
  for (const { id, name } of files) {
    const link = document.createElement('a');
    link.href = fileHref(id);
    link.download = name;
    link.click();
    await new Promise((done) => setTimeout(done, 400));
  }
}
