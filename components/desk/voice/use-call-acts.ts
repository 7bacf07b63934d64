'use client';
import { useTranslations } from 'next-intl';
import { useCallWish } from '@/components/data/use-calls';
import { useProblemText } from '@/components/data/use-problem-text';
import { toast } from '@/components/ui/toast';
import type { CallWish } from '@/lib/rules/call-states';

/** Tells the provider what is to become of a call; what he refuses is said. */
export function useCallActs(ticketId: string) {
  const t = useTranslations('offers.call');
  const { problem } = useProblemText();
  const wishing = useCallWish();
  const wish = (what: CallWish | null) =>
    wishing.mutate(
      { ticketId, wish: what },
      {
        onSuccess: () => (what === null ? toast(t('calling')) : undefined),
        onError: (error) => void toast.error(t('failed'), { description: problem(error) }),
      },
    );
  return { wish, isPending: wishing.isPending };
}
