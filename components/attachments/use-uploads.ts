'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiError } from '@/components/data/api-error';
import { newKey } from '@/components/data/new-key';
import { uploadFile } from '@/components/data/upload-file';
import type { AttachmentDto } from '@/lib/schemas/attachment';
import { problemFrom, problemOf, type Upload, uploadedBefore } from './upload-list';

/** So many at once: more would only share the same line. */
const AT_ONCE = 3;

/** What the screen does not show: the file itself, and the way to stop its sending. */
interface Sending {
  file: File;
  stop: AbortController;
}

/**
 * Files on their way into one message. They are uploaded while the person writes, several at once; the message then
 * names their `ids`. Removing one stops it. Nothing is kept when the screen goes: what the server has by then belongs
 * to a draft, or is forgotten there after a day.
 */
export function useUploads() {
  const [uploads, show] = useState<readonly Upload[]>([]);
  // what answers of the server change, whenever they come
  const list = useRef(uploads);
  const sending = useRef(new Map<string, Sending>());
  const set = useCallback((next: readonly Upload[]) => {
    list.current = next;
    show(next);
  }, []);
  const change = useCallback(
    (key: string, more: Partial<Upload>) =>
      set(list.current.map((one) => (one.key === key ? { ...one, ...more } : one))),
    [set],
  );

  const pump = useCallback(() => {
    const busy = list.current.filter(({ state }) => state === 'sending').length;
    const next = list.current.filter(({ state }) => state === 'waiting').slice(0, AT_ONCE - busy);
    for (const { key } of next) {
      const { file, stop } = sending.current.get(key)!;
      const form = new FormData();
      form.set('file', file, file.name);
      change(key, { state: 'sending', share: 0, problem: null });
      const onProgress = (share: number) => change(key, { share });
      uploadFile<AttachmentDto>('/attachments/', form, { key, onProgress, signal: stop.signal })
        .then((attachment) => change(key, { attachment, state: 'done', share: 1, name: attachment.name }))
        .catch((error: unknown) => {
          if (stop.signal.aborted) return;
          change(key, { state: 'failed', problem: error instanceof ApiError ? problemFrom(error) : 'other' });
        })
        .finally(pump);
    }
  }, [change]);

  const add = useCallback(
    (files: Iterable<File>) => {
      for (const file of files) {
        const key = newKey();
        const problem = problemOf(file, list.current);
        sending.current.set(key, { file, stop: new AbortController() });
        const state = problem ? 'failed' : 'waiting';
        set([
          ...list.current,
          { ...{ key, name: file.name, size: file.size, state, problem }, share: 0, attachment: null },
        ]);
      }
      pump();
    },
    [pump, set],
  );
  const forget = useCallback((keys: readonly string[]) => {
    for (const key of keys) {
      sending.current.get(key)?.stop.abort();
      sending.current.delete(key);
    }
  }, []);
  const remove = useCallback(
    (key: string) => {
      forget([key]);
      set(list.current.filter((one) => one.key !== key));
      pump();
    },
    [forget, pump, set],
  );
  const retry = useCallback(
    (key: string) => {
      change(key, { state: 'waiting', problem: null, share: 0 });
      pump();
    },
    [change, pump],
  );
  /** Empties the list, after the message has gone; or puts into it what the server has already. */
  const reset = useCallback(
    (attachments: readonly AttachmentDto[] = []) => {
      forget(list.current.map(({ key }) => key));
      set(attachments.map(uploadedBefore));
    },
    [forget, set],
  );

  useEffect(() => {
    const all = sending.current;
    return () => {
      for (const { stop } of all.values()) stop.abort();
    };
  }, []);

  const attachments = uploads.flatMap(({ attachment }) => attachment ?? []);
  return {
    ...{ uploads, attachments, ids: attachments.map(({ id }) => id), add, remove, retry, reset },
    /** Something is under way: the message should wait for it. */
    isBusy: uploads.some(({ state }) => state === 'waiting' || state === 'sending'),
    /** Something did not get through: sending now would leave it out. */
    hasFailed: uploads.some(({ state }) => state === 'failed'),
  };
}
export type Uploads = ReturnType<typeof useUploads>;
