'use client';
import { CheckCheck, CircleAlert, Clock, MailCheck, MailX, Send } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { DeliveryDto } from '@/lib/schemas/message';

interface DeliveryLineProps {
  delivery: DeliveryDto;
  /** Of a chat: a mail is only the second way to the customer. */
  isChat: boolean;
  /** What can be done about trouble. */
  act?: ReactNode;
}

/** How the reply travels to the customer's mailbox or telephone. Trouble is said in full; success is a quiet word. */
export function DeliveryLine({ delivery, isChat, act }: DeliveryLineProps) {
  const mail = useTranslations('desk.delivery');
  const messenger = useTranslations('desk.delivery.messenger');
  const { state, detail, via } = delivery;
  const t = (via === 'messenger' ? messenger : mail) as typeof mail;
  if (state === 'failed' || state === 'bounced') {
    return (
      <div className="mt-3 flex items-start gap-2 rounded-control bg-danger-bg px-3 py-2 text-small text-danger">
        <CircleAlert aria-hidden className="mt-px size-4 shrink-0" />
        <p className="min-w-0">
          <span className="font-[600]">{t(state)}</span> {t(isChat ? 'chatDetail' : `${state}Detail`)}
          {detail ? <span className="mt-0.5 block font-mono text-micro wrap-anywhere">{detail}</span> : null}
        </p>
        {act ? <span className="ms-auto shrink-0">{act}</span> : null}
      </div>
    );
  }
  const icon = {
    queued: <Send aria-hidden className="size-3.5 rtl:-scale-x-100" />,
    sending: <Send aria-hidden className="size-3.5 rtl:-scale-x-100" />,
    delivered: <CheckCheck aria-hidden className="size-3.5" />,
    sent: <MailCheck aria-hidden className="size-3.5" />,
    deferred: <Clock aria-hidden className="size-3.5 text-warn" />,
    read: <CheckCheck aria-hidden className="size-3.5 text-accent" />,
    no_address: <MailX aria-hidden className="size-3.5" />,
  }[state];
  return (
    <p className="mt-2 flex items-center gap-1.5 text-micro text-ink-3" title={detail ?? undefined}>
      {icon}
      <span className={state === 'deferred' ? 'text-warn' : undefined}>
        {t(isChat && state === 'read' ? 'seen' : state)}
      </span>
      {state === 'deferred' && detail ? <span className="min-w-0 truncate font-mono">{detail}</span> : null}
    </p>
  );
}
