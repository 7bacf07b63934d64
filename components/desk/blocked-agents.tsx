'use client';
import { UserX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useBlockedAgents } from '@/components/data/use-customers';
import { useProblemText } from '@/components/data/use-problem-text';
import { useStaffChoice } from '@/components/data/use-staff-choice';
import { Avatar } from '@/components/ui/avatar';
import { buttonStyle } from '@/components/ui/button-style';
import { PickMenu } from '@/components/ui/pick-menu';
import { RemovableChip } from '@/components/ui/removable-chip';
import { toast } from '@/components/ui/toast';
import type { CustomerDto } from '@/lib/schemas/customer';

/** To whom routing never gives this customer. */
export function BlockedAgents({ customer }: { customer: CustomerDto }) {
  const t = useTranslations('customers.never');
  const { problem } = useProblemText();
  const { people, search } = useStaffChoice();
  const setBlocked = useBlockedAgents(customer.id);
  const set = (person: string, isBlocked: boolean) =>
    setBlocked.mutate(
      { person, isBlocked },
      { onError: (error) => void toast.error(t('failed'), { description: problem(error) }) },
    );
  const blocked = new Set(customer.blocked_agents.map(({ id }) => id));
  return (
    <div>
      <p className="max-w-[60ch] text-small text-ink-3 text-pretty">
        {blocked.size === 0 ? t('nobody') : t('effect')}
      </p>
      <div className="mt-2 flex flex-wrap items-center gap-2">
        {customer.blocked_agents.map(({ id, name }) => (
          <RemovableChip
            key={id}
            name={name}
            removeLabel={t('remove', { name })}
            onRemove={() => set(id, false)}
          />
        ))}
        <PickMenu
          trigger={
            <button
              type="button"
              aria-label={t('add')}
              className={buttonStyle({ variant: 'quiet', size: 'small' })}
            >
              <UserX aria-hidden className="size-3.5" />
              {t('add')}
            </button>
          }
          items={people
            .filter(({ id }) => !blocked.has(id))
            .map(({ id, name }) => ({ value: id, label: name, icon: <Avatar name={name} size={20} /> }))}
          value=""
          onPick={(person) => set(person, true)}
          onSearch={search}
          filterLabel={t('find')}
          emptyText={t('none')}
        />
      </div>
    </div>
  );
}
