import { api } from '@/components/data/api';

/** Proof that an address is one's own: ask for a code, hand it in, get a token that registers or signs in. */
export const emailCode = {
  request: (email: string) => api.post<unknown>('/auth/request-otp/', { email }),
  verify: async (email: string, otp: string): Promise<string> => {
    const answer = await api.post<{ verification_token: string }>('/auth/verify-otp/', { email, otp });
    return answer.verification_token;
  },
};
