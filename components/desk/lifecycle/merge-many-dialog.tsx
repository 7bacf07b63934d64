'use client';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { FormFoot } from '@/components/ui/form-foot';
import { RadioList } from '@/components/ui/radio-list';
import type { TicketDto } from '@/lib/schemas/ticket';
import { ConfirmCustomers, NO_CONSENT } from './confirm-customers';
import { useMergeMany } from './use-merge-many';

interface MergeManyDialogProps {
  tickets: readonly TicketDto[];
  onClose: () => void;
  onMerged: () => void;
}

/** Several tickets become one: which of them goes on, and, of different customers, that it is meant. */
export function MergeManyDialog({ tickets, onClose, onMerged }: MergeManyDialogProps) {
  const t = useTranslations('lifecycle.merge');
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('many.title', { count: tickets.length })}
      description={t('many.description')}
    >
      <MergeManyForm tickets={tickets} onClose={onClose} onMerged={onMerged} />
    </Dialog>
  );
}

function MergeManyForm({ tickets, onClose, onMerged }: MergeManyDialogProps) {
  const t = useTranslations('lifecycle.merge');
  const { into, isPending } = useMergeMany();
  const byAge = tickets.toSorted((a, b) => a.number - b.number);
  const [chosen, setChosen] = useState(byAge[0]?.id ?? '');
  const [consent, setConsent] = useState(NO_CONSENT);
  const target = byAge.find(({ id }) => id === chosen);
  const sources = byAge.filter((one) => one !== target);
  const others = new Map(
    sources.flatMap(({ customer }) =>
      customer.id === target?.customer.id ? [] : [[customer.id, customer.name] as const],
    ),
  );
  const ready = target !== undefined && (others.size === 0 || consent.confirm_customers);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    const isDone = await into(target, sources, others.size > 0 ? consent : NO_CONSENT);
    onClose();
    if (isDone) onMerged();
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      <fieldset className="min-w-0">
        <legend className="mb-1 text-ui font-[550]">{t('many.target')}</legend>
        <div className="scrolling max-h-[40dvh] px-2">
          <RadioList
            label={t('many.target')}
            value={chosen}
            onValueChange={(id) => {
              setChosen(id);
              setConsent(NO_CONSENT);
            }}
            items={byAge.map(({ id, number, subject, customer }) => ({
              value: id,
              label: `#${number} ${subject}`,
              hint: customer.name,
            }))}
          />
        </div>
      </fieldset>
      {target && others.size > 0 ? (
        <ConfirmCustomers
          sources={[...others.values()]}
          target={target.customer.name}
          value={consent}
          onChange={setConsent}
        />
      ) : null}
      <FormFoot submit={t('submit')} disabled={!ready} pending={isPending} onCancel={onClose} />
    </form>
  );
}
