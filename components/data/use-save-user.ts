'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { createUserInput, editUserInput, UserDto } from '@/lib/schemas/person';
import { api } from './api';
import { queryKeys } from './query-keys';
import { useIntentKey } from './use-intent-key';

export type NewUser = z.input<typeof createUserInput>;
export type UserEdit = z.input<typeof editUserInput>;

/** Makes a person; without a password the server mails a single-use link. */
export function useCreateUser() {
  const client = useQueryClient();
  const intent = useIntentKey();
  return useMutation({
    mutationFn: (input: NewUser) => api.post<UserDto>('/users/', input, { key: intent.keyFor(input) }),
    onSuccess: () => {
      intent.done();
      return client.invalidateQueries({ queryKey: queryKeys.users });
    },
  });
}

/** Changes a person. */
export function useEditUser() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...edit }: UserEdit & { id: string }) => api.patch<UserDto>(`/users/${id}/`, edit),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.users }),
  });
}
