'use client';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { EditImportInput, ImportDto, ImportState, ImportSummaryDto } from '@/lib/schemas/import';
import { api } from './api';
import { pagesOf } from './pages-of';
import { queryKeys } from './query-keys';
import { uploadFile } from './upload-file';
import { useIntentKey } from './use-intent-key';

/** While the worker is busy with an import it is asked for each second. */
const BUSY: readonly ImportState[] = ['uploading', 'checking', 'staged', 'undoing'];
export const isBusy = (state: ImportState): boolean => BUSY.includes(state);
const EACH_SECOND = 1_000;

/** Former imports, newest first. */
export function useImports() {
  return useInfiniteQuery(pagesOf<ImportSummaryDto>(queryKeys.imports, '/imports/'));
}

/** One import, asked for again as long as something happens to it. */
export function useImport(id: string) {
  return useQuery({
    queryKey: queryKeys.import(id),
    queryFn: ({ signal }) => api.get<ImportDto>(`/imports/${id}/`, { signal }),
    refetchInterval: ({ state }) => (state.data && isBusy(state.data.state) ? EACH_SECOND : false),
  });
}

/** Keeps what a step answered, and has the list fetched again. */
function useKeep() {
  const client = useQueryClient();
  return (data: ImportDto) => {
    client.setQueryData(queryKeys.import(data.id), data);
    return client.invalidateQueries({ queryKey: queryKeys.imports, exact: true });
  };
}

/** Sends a file; `onProgress` hears the share that is there, 0 to 1. */
export function useUploadImport(onProgress: (share: number) => void) {
  const keep = useKeep();
  return useMutation({
    mutationFn: (file: File) =>
      uploadFile<ImportDto>(`/imports/?name=${encodeURIComponent(file.name.slice(0, 200))}`, file, {
        type: 'text/csv',
        onProgress,
      }),
    onSuccess: keep,
  });
}

export function useEditImport(id: string) {
  const keep = useKeep();
  return useMutation({
    mutationFn: (edit: EditImportInput) => api.patch<ImportDto>(`/imports/${id}/`, edit),
    onSuccess: keep,
  });
}

/** Asks for the next step; the worker does it. */
export function useImportStep(id: string) {
  const keep = useKeep();
  const intent = useIntentKey();
  return useMutation({
    mutationFn: (act: 'check' | 'start' | 'undo') =>
      api.post<ImportDto>(`/imports/${id}/${act}/`, undefined, { key: intent.keyFor(act) }),
    onSuccess: (data) => {
      intent.done();
      return keep(data);
    },
  });
}
