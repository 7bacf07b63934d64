'use client';
import { useTranslations } from 'next-intl';
import { toast } from '@/components/ui/toast';

/** Copies the ticket's address, in the view where every colleague who may see it finds it. */
export function useCopyLink(number: number): () => void {
  const t = useTranslations('desk.more');
  return () => {
    const address = `${window.location.origin}/desk/all/${number}`;
    navigator.clipboard.writeText(address).then(
      () => toast.success(t('copied', { number: String(number) })),
      () => toast(address),
    );
  };
}
