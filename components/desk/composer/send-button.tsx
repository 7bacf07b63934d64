'use client';
import { ChevronDown, Clock } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { buttonStyle } from '@/components/ui/button-style';
import { Menu, MenuItem, MenuRadio, MenuSeparator } from '@/components/ui/menu';
import { StatusGlyph } from '@/components/ui/status-glyph';
import { Tooltip } from '@/components/ui/tooltip';
import { decideStatusByHand, statusAfterStaffReply } from '@/lib/rules/status';
import type { TicketDto } from '@/lib/schemas/ticket';
import type { DraftKind, Status } from '@/lib/schemas/values';
import { AFTER_ACTS, useAfterAct } from '../commands/after-act';
import { useShortcut } from '../commands/use-key-text';
import { useDesk, useStaff } from '../desk-context';
import { useStored } from '../use-stored';

const SEND_WAYS = ['send', 'waiting', 'resolve'] as const;
export type SendWay = (typeof SEND_WAYS)[number];

export const STATUS_OF_WAY = {
  send: undefined,
  waiting: 'WAITING_ON_CUSTOMER',
  resolve: 'RESOLVED',
} as const satisfies Record<SendWay, Status | undefined>;

/** The ways that the status rules allow after a reply, and the one this person used last. */
export function useSendWays(ticket: TicketDto) {
  const { me } = useDesk();
  const [last, remember] = useStored<SendWay>(`send-way:${me.id}`, 'send');
  // A public reply takes the ticket, so afterwards somebody holds it.
  const after = statusAfterStaffReply(ticket.status);
  const ways = SEND_WAYS.filter((way) => {
    const to = STATUS_OF_WAY[way];
    return to === undefined || decideStatusByHand(after, to, true, me.role).kind === 'change';
  });
  return { ways, way: ways.includes(last) ? last : ('send' as const), remember };
}

interface SendButtonProps {
  kind: DraftKind;
  ways: readonly SendWay[];
  way: SendWay;
  onSend: (way: SendWay) => void;
  onLater: () => void;
}

export function SendButton({ kind, ways, way, onSend, onLater }: SendButtonProps) {
  const t = useTranslations('composer.send');
  const a = useTranslations('commands.after');
  const { me } = useStaff();
  const [after, setAfter] = useAfterAct(me.id);
  const keys = { send: useShortcut('send'), resolve: useShortcut('sendResolve') };
  const variant = kind === 'note' ? 'note' : 'primary';
  const words = kind === 'note' ? t('note') : t(way);
  return (
    <div className="flex shrink-0">
      <Tooltip label={words} shortcut={keys.send} side="top">
        <Button variant={variant} onClick={() => onSend(way)} className="rounded-e-none!">
          {words}
        </Button>
      </Tooltip>
      <Menu
        side="top"
        align="end"
        trigger={
          <button
            type="button"
            aria-label={t('more')}
            className={buttonStyle({
              variant,
              className: `${kind === 'note' ? '-ms-px' : 'ms-px'} rounded-s-none! px-1.5! coarse:px-3!`,
            })}
          >
            <ChevronDown aria-hidden className="size-4" />
          </button>
        }
      >
        {kind === 'reply' ? (
          <>
            {ways.map((one) => {
              const status = STATUS_OF_WAY[one];
              return (
                <MenuItem
                  key={one}
                  icon={status ? <StatusGlyph status={status} /> : <span className="size-4" />}
                  shortcut={one === 'resolve' ? keys.resolve : undefined}
                  onClick={() => onSend(one)}
                >
                  {t(one)}
                </MenuItem>
              );
            })}
            <MenuSeparator />
          </>
        ) : null}
        <MenuItem icon={<Clock aria-hidden className="size-4" />} onClick={onLater}>
          {t('later')}
        </MenuItem>
        {kind === 'reply' ? (
          <>
            <MenuSeparator />
            <MenuRadio
              label={a('label')}
              value={after}
              onValueChange={setAfter}
              choices={AFTER_ACTS.map((value) => ({ value, label: a(value) }))}
            />
          </>
        ) : null}
      </Menu>
    </div>
  );
}
