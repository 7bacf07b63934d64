'use client';
import { useRouter } from 'next/navigation';
import { useFormatter, useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useMergeCustomers, useMergePreview } from '@/components/data/use-customer-merge';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { FormAlert } from '@/components/ui/form-alert';
import { FormFoot } from '@/components/ui/form-foot';
import { RadioList } from '@/components/ui/radio-list';
import type { CustomerDto } from '@/lib/schemas/customer';
import type { MergePreviewDto } from '@/lib/schemas/customer-merge';
import { toastUndo } from './commands/last-act';
import { type Customer, CustomerPicker } from './customer-picker';
import { useCustomerMergeProblem, usePartCustomers } from './use-part-customers';

interface CustomerMergeProps {
  customer: CustomerDto;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Makes one customer of two: with whom, who is kept, and what will happen. */
export function CustomerMerge({ customer, open, onOpenChange }: CustomerMergeProps) {
  const t = useTranslations('customers.merge');
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('title')} description={t('description')}>
      <MergeForm customer={customer} onDone={() => onOpenChange(false)} />
    </Dialog>
  );
}

type Kept = 'this' | 'other';

function MergeForm({ customer, onDone }: { customer: CustomerDto; onDone: () => void }) {
  const t = useTranslations('customers.merge');
  const c = useTranslations('common');
  const router = useRouter();
  const problem = useCustomerMergeProblem();
  const merge = useMergeCustomers();
  const { part } = usePartCustomers();
  const [other, setOther] = useState<Customer | null>(null);
  const [kept, setKept] = useState<Kept>('this');
  const pair = other && {
    source: kept === 'this' ? other.id : customer.id,
    target: kept === 'this' ? customer.id : other.id,
  };
  const preview = useMergePreview(pair);
  const choose = (next: Customer | null) => {
    setOther(next);
    // mail goes to the one who is kept
    setKept(next?.email && !customer.email ? 'other' : 'this');
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!pair || preview.data?.problem !== null) return;
    merge.mutate(pair, {
      onSuccess: (survivor) => {
        onDone();
        router.push(`/customers/${survivor.id}`);
        toastUndo(t('done', { name: survivor.name }), {
          label: c('undo'),
          undo: () => void part(pair.source),
        });
      },
    });
  };
  const label = ({ name, email }: Pick<Customer, 'name' | 'email'>) => (email ? `${name} · ${email}` : name);
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      <Field label={t('other')}>
        <CustomerPicker value={other} onChange={choose} without={customer.id} />
      </Field>
      {other ? (
        <fieldset>
          <legend className="text-ui font-[550]">{t('kept')}</legend>
          <RadioList
            label={t('kept')}
            value={kept}
            onValueChange={setKept}
            items={[
              { value: 'this', label: label(customer) },
              { value: 'other', label: label(other) },
            ]}
          />
        </fieldset>
      ) : null}
      {other && preview.error ? <FormAlert>{problem(preview.error)}</FormAlert> : null}
      {other && preview.data ? <Outcome preview={preview.data} /> : null}
      {merge.error ? <FormAlert>{problem(merge.error)}</FormAlert> : null}
      <FormFoot
        submit={t('submit')}
        disabled={preview.data?.problem !== null}
        pending={merge.isPending}
        onCancel={onDone}
      />
    </form>
  );
}

/** What will happen, or what speaks against it. */
function Outcome({ preview }: { preview: MergePreviewDto }) {
  const t = useTranslations('customers.merge');
  const format = useFormatter();
  const { source, target, tickets, notes, facts, addresses, problem } = preview;
  const names = { source: source.name, target: target.name };
  if (problem !== null)
    return (
      <FormAlert>
        {t.has(`problem.${problem}` as never) ? t(`problem.${problem}` as never) : problem}
      </FormAlert>
    );
  return (
    <div role="status" className="rounded-control bg-sunken px-3 py-2.5 text-small text-ink">
      <ul className="flex list-disc flex-col gap-1 ps-4">
        <li>{t('moves', { ...names, tickets, notes, facts })}</li>
        {addresses.length > 0 ? (
          <li>{t('opens', { ...names, addresses: format.list(addresses, { type: 'unit' }) })}</li>
        ) : null}
        <li>{t('ends', names)}</li>
        <li>{t('back')}</li>
      </ul>
    </div>
  );
}
