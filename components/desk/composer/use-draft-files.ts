'use client';
import { useEffect, useRef } from 'react';
import { type Uploads, useUploads } from '@/components/attachments/use-uploads';
import type { OpenDraft } from '@/components/data/use-message-draft';

/** The files of a draft: what is uploaded goes into it, and what it brings from elsewhere is shown. */
export function useDraftFiles({ draft, files, outside }: OpenDraft): Uploads {
  const uploads = useUploads();
  const { reset, attachments } = uploads;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a text from outside brings its files
  useEffect(() => reset(files), [draft, outside, reset]);
  const ids = String(uploads.ids);
  const told = useRef('');
  useEffect(() => {
    if (told.current === ids) return;
    told.current = ids;
    if (ids !== String(draft.view().files.map(({ id }) => id))) draft.write({ files: attachments });
  }, [draft, ids, attachments]);
  return uploads;
}
