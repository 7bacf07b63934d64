/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks';
import type { AttachmentDto } from '@/lib/schemas/attachment';
import { download } from './ask';
import { t } from './boot';
import { Icon } from './icon';
import { fileSize } from './times';

/** What every browser shows, and the server calls by its first bytes. */
const PICTURE = /^image\/(png|jpeg|gif|webp|avif)$/;

/** A file of a message: a picture is shown, all else is for saving. Both are read with the visitor's token. */
export function MessageFile({ file }: { file: AttachmentDto }) {
  const [picture, setPicture] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  const isPicture = PICTURE.test(file.media_type);
  useEffect(() => {
    if (!isPicture) return;
    let address: string | null = null;
    let gone = false;
    download(file.id).then(
      (blob) => {
        if (gone) return;
        address = URL.createObjectURL(blob);
        setPicture(address);
      },
      () => setFailed(true),
    );
    return () => {
      gone = true;
      if (address) URL.revokeObjectURL(address);
    };
  }, [file.id, isPicture]);
  const save = () => {
    setFailed(false);
    download(file.id).then(
      (blob) => saveAs(blob, file.name),
      () => setFailed(true),
    );
  };
  return (
    <button type="button" class={picture ? 'picture' : 'file'} onClick={save} title={t('save')}>
      {picture ? (
        // biome-ignore lint/performance/noImgElement: there is no Next here
        <img src={picture} alt={file.name} />
      ) : (
        <>
          <Icon name={failed ? 'warn' : 'file'} />
          <span class="file-words">
            <bdi class="file-name">{file.name}</bdi>
            <span class="hint">{failed ? t('fileFailed') : fileSize(file.size)}</span>
          </span>
        </>
      )}
    </button>
  );
}

function saveAs(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
