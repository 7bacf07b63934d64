import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { AuthShell } from '@/components/auth/auth-shell';
import { messagesFor } from '../messages-for';
import { workspace } from '../workspace';

export default async function AuthLayout({ children }: { children: ReactNode }) {
  const { workspace_name, accent } = await workspace();
  return (
    <NextIntlClientProvider messages={await messagesFor('common', 'auth')}>
      <AuthShell name={workspace_name} accent={accent}>
        {children}
      </AuthShell>
    </NextIntlClientProvider>
  );
}
