'use client';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { FormAlert } from '@/components/ui/form-alert';
import { FormFoot } from '@/components/ui/form-foot';
import type { TicketDto } from '@/lib/schemas/ticket';
import { ConfirmCustomers, NO_CONSENT } from './confirm-customers';
import { useMergeInto } from './use-merge-into';
import { useMergeProblem } from './use-merge-problem';

interface AddSenderDialogProps {
  /** What the stranger's answer began. */
  source: TicketDto;
  /** What he answered. */
  target: TicketDto;
  onClose: () => void;
}

/** Who will read what, before a stranger's answer comes to the ticket that it answers; he gets copies if nobody objects. */
export function AddSenderDialog({ source, target, onClose }: AddSenderDialogProps) {
  const t = useTranslations('lifecycle.apart');
  const problem = useMergeProblem();
  const merge = useMergeInto(source);
  const [consent, setConsent] = useState({ ...NO_CONSENT, add_cc: true });
  const [refusal, setRefusal] = useState<string | null>(null);
  const isOthers = source.customer.id !== target.customer.id;
  const words = {
    name: source.customer.name,
    source: String(source.number),
    number: String(target.number),
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    merge.into(
      { into: target.id, ...(isOthers && consent) },
      { onDone: onClose, onRefused: (why) => setRefusal(problem(why)) },
    );
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('title', words)}
      description={t('description', words)}
    >
      <form noValidate onSubmit={submit} className="flex flex-col gap-4">
        {isOthers ? (
          <ConfirmCustomers
            sources={[source.customer.name]}
            target={target.customer.name}
            value={consent}
            onChange={setConsent}
          />
        ) : null}
        {refusal ? <FormAlert>{refusal}</FormAlert> : null}
        <FormFoot
          submit={t('submit')}
          disabled={isOthers && !consent.confirm_customers}
          pending={merge.isPending}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  );
}
