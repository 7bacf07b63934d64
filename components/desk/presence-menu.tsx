'use client';
import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Availability, useAvailability } from '@/components/data/use-availability';
import { usePresenceText } from '@/components/data/use-presence-text';
import { useProblemText } from '@/components/data/use-problem-text';
import { Menu, MenuCheckbox, MenuRadio, MenuSeparator } from '@/components/ui/menu';
import { toast } from '@/components/ui/toast';
import { mayHaveReason, presenceOf } from '@/lib/rules/presence';
import type { Intent } from '@/lib/schemas/values';
import { PresenceGlyph } from './presence-glyph';
import { RailTooltip } from './rail-tooltip';

const STATES: readonly Intent[] = ['online', 'busy', 'away', 'break', 'offline'];
const NONE = '';

interface PresenceMenuProps {
  now: Availability;
  onSet: ReturnType<typeof useAvailability>['set'];
  /** The element that says what the state means. */
  describedBy: string;
}

/** What one says about oneself: each state with its meaning, why, and whether the phone counts. */
export function PresenceMenu({ now, onSet, describedBy }: PresenceMenuProps) {
  const t = useTranslations('presence');
  const text = usePresenceText();
  const { problem } = useProblemText();
  const set = (edit: Parameters<typeof onSet>[0]) =>
    onSet(edit, { onError: (error) => toast.error(problem(error)) });
  const { intent, reason } = now.presence;
  const state = text(now.presence);
  const hasReasons = now.reasons.length > 0;
  return (
    <Menu
      trigger={
        <button
          type="button"
          aria-label={t('label', { state })}
          aria-describedby={describedBy}
          className="flex h-9 w-full items-center gap-2 rounded-control px-2.5 text-start text-ui font-[600] text-ink hover:bg-hover data-popup-open:bg-hover coarse:h-11 lg:max-xl:justify-center lg:max-xl:px-0"
        >
          <RailTooltip label={state}>
            <span className="inline-flex">
              <PresenceGlyph presence={presenceOf(now.presence)} />
            </span>
          </RailTooltip>
          <bdi className="min-w-0 flex-1 truncate lg:max-xl:hidden">{state}</bdi>
          <ChevronDown aria-hidden className="size-3.5 shrink-0 text-ink-3 lg:max-xl:hidden" />
        </button>
      }
    >
      <MenuRadio
        value={intent}
        onValueChange={(next) => set({ intent: next })}
        choices={STATES.map((value) => ({
          value,
          label: t(`states.${value}`),
          detail: t(`effects.${value}`),
          icon: <PresenceGlyph presence={value} className="self-start mt-0.5" />,
          stays: hasReasons && mayHaveReason(value),
        }))}
      />
      {hasReasons && mayHaveReason(intent) ? (
        <>
          <MenuSeparator />
          <MenuRadio
            label={t('reason')}
            value={reason ?? NONE}
            onValueChange={(next) => set({ intent, reason: next === NONE ? null : next })}
            choices={[
              { value: NONE, label: t('noReason') },
              ...now.reasons.map((value) => ({ value, label: value })),
            ]}
          />
        </>
      ) : null}
      <MenuSeparator />
      <MenuCheckbox
        checked={now.stays_reachable}
        onCheckedChange={(stays_reachable) => set({ stays_reachable })}
        detail={t('reachableEffect')}
      >
        {t('reachable')}
      </MenuCheckbox>
    </Menu>
  );
}
