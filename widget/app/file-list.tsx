/** @jsxImportSource preact */
import { t } from './boot';
import { Icon } from './icon';
import { fileSize } from './times';
import type { Files } from './use-files';

/** The files of a message before it leaves, and how far each of them is. */
export function FileList({ files }: { files: Files }) {
  if (files.list.length === 0) return null;
  return (
    <ul class="files">
      {files.list.map(({ key, name, size, share, done, error }) => (
        <li key={key} class={error ? 'file refused' : 'file'}>
          <Icon name={error ? 'warn' : 'file'} />
          <span class="file-words">
            <bdi class="file-name">{name}</bdi>
            {error ? (
              <span class="error">{error}</span>
            ) : done ? (
              <span class="hint">{fileSize(size)}</span>
            ) : (
              <progress max={1} value={share} aria-label={t('uploading', { name })} />
            )}
          </span>
          <button
            type="button"
            class="icon-button small"
            aria-label={t('removeFile', { name })}
            onClick={() => files.remove(key)}
          >
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ul>
  );
}
