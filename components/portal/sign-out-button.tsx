'use client';
import { LogOut } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { signOut } from '@/components/data/sign-out';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import { forgetDrafts } from './use-draft';

export function SignOutButton() {
  const t = useTranslations('portal.nav');
  const [leaving, setLeaving] = useState(false);
  const leave = async () => {
    setLeaving(true);
    try {
      await signOut();
      forgetDrafts();
    } catch {
      setLeaving(false);
      toast.error(t('signOutFailed'));
    }
  };
  return (
    <Button
      variant="quiet"
      className="-me-3"
      pending={leaving}
      onClick={() => void leave()}
      icon={<LogOut aria-hidden className="size-4 rtl:-scale-x-100" />}
    >
      {t('signOut')}
    </Button>
  );
}
