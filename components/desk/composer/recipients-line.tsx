'use client';
import { cx } from 'class-variance-authority';
import { Mail, MailX, MessageCircle, MessagesSquare, Monitor, Users } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useFormatter, useTranslations } from 'next-intl';
import { useId, useRef, useState } from 'react';
import { useRecipients } from '@/components/data/use-recipients';
import type { RecipientsDto } from '@/lib/schemas/recipients';

// most answers go to one person
const CcField = dynamic(() => import('./cc-field').then((file) => file.CcField));

interface RecipientsLineProps {
  ticketId: string;
  /** Null: who is in copy so far. */
  cc: readonly string[] | null;
  onCc: (cc: string[]) => void;
}

const ICONS = {
  mail: Mail,
  chat: MessagesSquare,
  messenger: MessageCircle,
  portal: Monitor,
  none: MailX,
} as const;

/** Who will receive this, in one sentence; Cc opens below it. */
export function RecipientsLine({ ticketId, cc, onCc }: RecipientsLineProps) {
  const t = useTranslations('composer.to');
  const id = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const { data } = useRecipients(ticketId, cc);
  const copies = data?.cc ?? [];
  // letters that follow would be shortcuts anywhere else
  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };
  return (
    <div className="px-5.5 pt-1.5">
      <div className="flex min-h-6 items-start gap-3">
        {data ? <Sentence recipients={data} /> : <span className="h-4.5 flex-1" />}
        <button
          ref={opener}
          type="button"
          aria-expanded={open}
          aria-controls={`${id}-cc`}
          onClick={() => setOpen(!open)}
          className="-my-0.5 shrink-0 rounded-control px-1.5 py-0.5 text-small font-[550] text-ink-2 hover:bg-hover hover:text-ink coarse:min-h-control coarse:px-3"
        >
          {copies.length > 0 ? t('editCc', { count: copies.length }) : t('addCc')}
        </button>
      </div>
      <div id={`${id}-cc`} hidden={!open}>
        {open && data ? <CcField ticketId={ticketId} copies={copies} onCc={onCc} onClose={close} /> : null}
      </div>
    </div>
  );
}

function Sentence({ recipients: { customer, cc } }: { recipients: RecipientsDto }) {
  const t = useTranslations('composer.to');
  const format = useFormatter();
  const Icon = ICONS[customer.by];
  const isNew = cc.some((one) => one.is_new);
  return (
    <p
      className={cx(
        'flex min-w-0 flex-1 items-start gap-1.5 text-small',
        customer.by === 'none' ? 'text-warn' : 'text-ink-2',
      )}
    >
      <Icon aria-hidden className="mt-0.5 size-3.5 shrink-0" />
      <span className="min-w-0 wrap-anywhere">
        {t.rich(customer.by === 'chat' && customer.address ? 'chatOrMail' : customer.by, {
          name: customer.name,
          address: customer.address ?? '',
          who: (words) => <bdi className="font-[600] text-ink">{words}</bdi>,
          soft: (words) => <bdi>{words}</bdi>,
        })}
        {cc.length > 0 ? (
          <span className={isNew ? 'text-warn' : undefined}>
            {' '}
            <Users aria-hidden className="mx-0.5 inline size-3.5 align-[-2px]" />
            {t('copies', { list: format.list(cc.map(({ name, address }) => name ?? address)) })}
          </span>
        ) : null}
      </span>
    </p>
  );
}
