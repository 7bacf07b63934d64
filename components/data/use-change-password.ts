'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from './api';
import { queryKeys } from './query-keys';
import { useIntentKey } from './use-intent-key';

interface PasswordChange {
  current_password?: string;
  password: string;
}

/** Sets a new password; other sessions may end by it, so they are read again. */
export function useChangePassword() {
  const client = useQueryClient();
  const intent = useIntentKey();
  return useMutation({
    mutationFn: (input: PasswordChange) =>
      api.post<unknown>('/me/password/', input, { key: intent.keyFor(input) }),
    onSuccess: () => {
      intent.done();
      return client.invalidateQueries({ queryKey: queryKeys.sessions });
    },
  });
}
