'use client';
import { CircleCheck, RotateCcw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useProblemText } from '@/components/data/use-problem-text';
import { useSetStatus } from '@/components/data/use-set-status';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import { statusChoices } from '@/lib/rules/status';
import type { TicketDto } from '@/lib/schemas/ticket';

/** Solved or open again, as far as the rules let a customer. */
export function RequestActs({ ticket }: { ticket: TicketDto }) {
  const t = useTranslations('portal.request');
  const { problem } = useProblemText();
  const { setStatusAsync, isPending, variables } = useSetStatus(ticket);
  const choices = statusChoices(ticket.status, ticket.assigned_agent !== null, 'customer');
  const [next] = choices.includes('RESOLVED') ? (['RESOLVED'] as const) : choices;
  // what is shown at once is not done yet: the button is still about that, and its opposite cannot be pressed too early
  const choice = isPending ? variables.status : next;
  if (!choice) return null;
  const solve = choice === 'RESOLVED';
  const Icon = solve ? CircleCheck : RotateCcw;
  return (
    <Button
      size="large"
      pending={isPending}
      icon={<Icon aria-hidden className="size-4" />}
      onClick={() => void setStatusAsync(choice).catch((error) => toast.error(problem(error)))}
    >
      {solve ? t('markSolved') : t('reopen')}
    </Button>
  );
}
