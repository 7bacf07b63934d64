import { useRef, useState } from 'preact/hooks';
import { MAX_FILES } from '@/lib/rules/file-limits';
import type { AttachmentDto } from '@/lib/schemas/attachment';
import { Refused, upload } from './ask';
import { t } from './boot';
import { needSession } from './conversations';
import { fileSize } from './times';

export interface LocalFile {
  key: string;
  name: string;
  size: number;
  /** 0 to 1 of it is there. */
  share: number;
  done: AttachmentDto | null;
  error: string | null;
}

export interface Files {
  list: LocalFile[];
  ready: AttachmentDto[];
  /** Some are still on their way. */
  busy: boolean;
  add: (files: Iterable<File>) => void;
  paste: (event: ClipboardEvent) => void;
  remove: (key: string) => void;
  clear: () => void;
}

/** Files of the message that is being written: each goes up at once, and can be taken back. */
export function useFiles(maxBytes: number): Files {
  const [list, setList] = useState<LocalFile[]>([]);
  const running = useRef(new Map<string, AbortController>());
  const patch = (key: string, part: Partial<LocalFile>) =>
    setList((now) => now.map((one) => (one.key === key ? { ...one, ...part } : one)));

  const start = async (key: string, file: File) => {
    const control = new AbortController();
    running.current.set(key, control);
    try {
      await needSession();
      const done = await upload<AttachmentDto>(file, (share) => patch(key, { share }), control.signal);
      patch(key, { done, share: 1 });
    } catch (error) {
      patch(key, {
        error: t(error instanceof Refused && error.status === 0 ? 'fileOffline' : 'fileRefused'),
      });
    }
    running.current.delete(key);
  };
  const add = (files: Iterable<File>) => {
    for (const file of [...files].slice(0, MAX_FILES - list.length)) {
      const key = crypto.randomUUID();
      const error = file.size > maxBytes ? t('fileLarge', { size: fileSize(maxBytes) }) : null;
      setList((now) => [...now, { key, name: file.name, size: file.size, share: 0, done: null, error }]);
      if (!error) void start(key, file);
    }
  };
  const remove = (key: string) => {
    running.current.get(key)?.abort();
    setList((now) => now.filter((one) => one.key !== key));
  };
  return {
    list,
    ready: list.flatMap(({ done }) => done ?? []),
    busy: list.some(({ done, error }) => !done && !error),
    add,
    paste(event) {
      const files = event.clipboardData?.files;
      if (!files?.length) return;
      event.preventDefault();
      add(files);
    },
    remove,
    clear: () => setList([]),
  };
}
