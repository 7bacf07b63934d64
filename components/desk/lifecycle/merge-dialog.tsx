'use client';
import { cx } from 'class-variance-authority';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { ApiError } from '@/components/data/api-error';
import { useDebounced } from '@/components/data/use-debounced';
import { useTicketByNumber } from '@/components/data/use-ticket-by-number';
import { useTicketContext } from '@/components/data/use-ticket-context';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { FormAlert } from '@/components/ui/form-alert';
import { FormFoot } from '@/components/ui/form-foot';
import { Input } from '@/components/ui/input';
import { StatusGlyph } from '@/components/ui/status-glyph';
import type { TicketDto } from '@/lib/schemas/ticket';
import { ConfirmCustomers, NO_CONSENT } from './confirm-customers';
import { useMergeInto } from './use-merge-into';
import { useMergeProblem } from './use-merge-problem';

interface DialogProps {
  ticket: TicketDto;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

export function MergeDialog({ ticket, open, onOpenChange }: DialogProps) {
  const t = useTranslations('lifecycle.merge');
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('title', { number: String(ticket.number) })}
      description={t('description')}
    >
      <MergeForm ticket={ticket} onDone={() => onOpenChange(false)} />
    </Dialog>
  );
}

/** Which ticket, by number or from those of the same customer; of another customer's only when that is confirmed. */
function MergeForm({ ticket, onDone }: { ticket: TicketDto; onDone: () => void }) {
  const t = useTranslations('lifecycle.merge');
  const problem = useMergeProblem();
  const merge = useMergeInto(ticket);
  const others =
    useTicketContext(ticket.number).data?.earlier.filter(({ status }) => status !== 'CLOSED') ?? [];
  const [text, setText] = useState('');
  const [consent, setConsent] = useState(NO_CONSENT);
  const [refusal, setRefusal] = useState<string | null>(null);
  const number = Number(/^#?(\d{1,15})$/.exec(text.trim())?.[1] ?? 0);
  const asked = useDebounced(number, 200);
  const target = useTicketByNumber(asked === number && number !== ticket.number ? number : 0);
  const found = number > 0 ? target.data : undefined;
  const error =
    number === ticket.number
      ? t('self')
      : target.error instanceof ApiError && target.error.status === 404
        ? t('none', { number: String(number) })
        : found?.status === 'CLOSED'
          ? t('closed')
          : undefined;
  const isOthers = found !== undefined && found.customer.id !== ticket.customer.id;
  const ready = found !== undefined && !error && (!isOthers || consent.confirm_customers);
  const choose = (next: string) => {
    setText(next);
    setConsent(NO_CONSENT);
    setRefusal(null);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    merge.into(
      { into: found.id, ...(isOthers && consent) },
      { onDone, onRefused: (why) => setRefusal(problem(why)) },
    );
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      <Field
        label={t('number')}
        error={error}
        hint={
          found && !error
            ? t('chosen', { subject: found.subject, customer: found.customer.name })
            : others.length > 0
              ? t('numberHint')
              : undefined
        }
      >
        <Input
          value={text}
          inputMode="numeric"
          autoComplete="off"
          onChange={(event) => choose(event.target.value)}
        />
      </Field>
      {others.length > 0 ? (
        <fieldset className="min-w-0">
          <legend className="mb-1 text-micro text-ink-3">
            {t('others', { name: ticket.customer.name })}
          </legend>
          <ul className="-mx-2">
            {others.map((one) => (
              <li key={one.id}>
                <button
                  type="button"
                  aria-pressed={one.number === number}
                  onClick={() => choose(String(one.number))}
                  className={cx(
                    'flex w-full items-center gap-2 rounded-control px-2 py-1.5 text-start hover:bg-hover',
                    one.number === number && 'bg-selected',
                  )}
                >
                  <StatusGlyph status={one.status} className="size-3.5" />
                  <span className="font-mono text-small text-ink-3">#{one.number}</span>
                  <bdi className="min-w-0 flex-1 truncate text-ui">{one.subject}</bdi>
                </button>
              </li>
            ))}
          </ul>
        </fieldset>
      ) : null}
      {isOthers ? (
        <ConfirmCustomers
          sources={[ticket.customer.name]}
          target={found.customer.name}
          value={consent}
          onChange={setConsent}
        />
      ) : null}
      {refusal ? <FormAlert>{refusal}</FormAlert> : null}
      <FormFoot submit={t('submit')} disabled={!ready} pending={merge.isPending} onCancel={onDone} />
    </form>
  );
}
