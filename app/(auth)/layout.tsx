import type { ReactNode } from 'react';
import { AuthShell } from '@/components/auth/auth-shell';
import { workspace } from '../workspace';

export default async function AuthLayout({ children }: { children: ReactNode }) {
  const { workspace_name, accent } = await workspace();
  return (
    <AuthShell name={workspace_name} accent={accent}>
      {children}
    </AuthShell>
  );
}
