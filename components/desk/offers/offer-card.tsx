'use client';
import { useQueryClient } from '@tanstack/react-query';
import { MessageCircle, Phone, Volume2, VolumeX } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { queryKeys } from '@/components/data/query-keys';
import { useTopics } from '@/components/data/use-topics';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { languageName } from '@/components/ui/language-name';
import { VipMark } from '@/components/ui/vip-mark';
import type { OfferDto } from '@/lib/schemas/offer';
import { CommandKeys } from '../commands/command-keys';
import { useSecondsLeft } from '../composer/use-seconds-left';
import { CountdownRing } from './countdown-ring';
import { useRingSound } from './use-ring-tone';
import { useWaited } from './use-waited';

interface OfferCardProps {
  offer: OfferDto;
  /** The keys mean this one. */
  hasKeys: boolean;
  onAccept: () => void;
  onDecline: () => void;
}

/** Who it is, what about, and why it rings here: enough to decide within seconds. */
export function OfferCard({ offer, hasKeys, onAccept, onDecline }: OfferCardProps) {
  const t = useTranslations('offers');
  const locale = useLocale();
  const { nameOf } = useTopics();
  const { kind, at, until, ticket, customer, routing } = offer;
  const seconds = useSecondsLeft(Date.parse(until));
  const waited = useWaited(ticket.since);
  useRefetchAfter(seconds === 0);
  const facts = [
    ...ticket.languages.map((one) => languageName(one, locale)),
    ...(ticket.topic ? [nameOf(ticket.topic)] : []),
    t('waiting', { time: waited }),
  ];
  const Icon = kind === 'call' ? Phone : MessageCircle;
  return (
    <section
      aria-label={t('label', { kind, name: customer.name })}
      className="offer-in pointer-events-auto flex w-full max-w-200 flex-wrap items-center gap-x-4 gap-y-3 rounded-float border border-line bg-raised p-3 shadow-float sm:flex-nowrap sm:px-4"
    >
      <CountdownRing seconds={seconds} total={(Date.parse(until) - Date.parse(at)) / 1_000} />
      <div className="min-w-0 flex-1">
        <p className="flex items-center gap-1.5 text-ui font-[600] text-ink">
          <Icon aria-hidden className="size-4 shrink-0 text-accent" />
          <bdi className="truncate">{customer.name}</bdi>
          {customer.is_vip ? <VipMark className="size-4 shrink-0" /> : null}
          {customer.organisation ? (
            <bdi className="min-w-0 truncate font-[450] text-ink-3">{customer.organisation.name}</bdi>
          ) : null}
        </p>
        <p className="truncate text-ui text-ink">
          <bdi>{ticket.subject}</bdi>
        </p>
        <p className="tabular truncate text-small text-ink-2">{facts.join(' · ')}</p>
        <p className="truncate text-small text-ink-3">
          {t('why', { won: String(routing.params.won ?? ''), among: Number(routing.params.among ?? 1) })}
        </p>
      </div>
      <div className="flex w-full items-center gap-2 sm:w-auto">
        <SoundSwitch />
        <Button size="large" className="flex-1 sm:flex-none" onClick={onDecline}>
          {t('decline')}
          {hasKeys ? <Hint id="declineOffer" /> : null}
        </Button>
        <Button
          size="large"
          variant="primary"
          icon={<Icon aria-hidden className="size-4" />}
          className="flex-1 sm:flex-none"
          onClick={onAccept}
        >
          {t('accept')}
          {hasKeys ? <Hint id="acceptOffer" /> : null}
        </Button>
      </div>
    </section>
  );
}

const Hint = ({ id }: { id: string }) => (
  <span className="hidden xl:pointer-fine:inline-flex">
    <CommandKeys id={id} />
  </span>
);

function SoundSwitch() {
  const t = useTranslations('offers');
  const [sound, setSound] = useRingSound();
  const isOn = sound === 'on';
  return (
    <IconButton
      label={isOn ? t('mute') : t('unmute')}
      icon={
        isOn ? <Volume2 aria-hidden className="size-4.5" /> : <VolumeX aria-hidden className="size-4.5" />
      }
      onClick={() => setSound(isOn ? 'off' : 'on')}
    />
  );
}

const GRACE_MS = 2_000;

/** The push that it is over may have been lost. */
function useRefetchAfter(isOver: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!isOver) return;
    const timer = setTimeout(() => void client.invalidateQueries({ queryKey: queryKeys.offers }), GRACE_MS);
    return () => clearTimeout(timer);
  }, [client, isOver]);
}
