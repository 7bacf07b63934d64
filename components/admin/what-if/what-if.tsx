'use client';
import { Tabs } from '@base-ui/react/tabs';
import { useTranslations } from 'next-intl';
import { useSettings } from '@/components/data/use-settings';
import type { LaneOrder } from '@/lib/rules/queue-order';
import type { Settings } from '@/lib/schemas/settings';
import { OneTicket } from './one-ticket';
import { RulesTrial } from './rules-trial';
import { TABS, useTry } from './use-try';

interface WhatIfProps {
  initial: Settings;
  /** The order of kinds that holds now, the server's own where none is set. */
  order: LaneOrder;
}

/** Two ways to find out before it goes live: one ticket now, or the last thousand by other rules. */
export function WhatIf({ initial, order }: WhatIfProps) {
  const t = useTranslations('whatIf');
  const saved = useSettings(initial).data ?? initial;
  const attempt = useTry(saved);
  return (
    <Tabs.Root value={attempt.tab} onValueChange={(tab) => attempt.setTab(tab as typeof attempt.tab)}>
      <Tabs.List aria-label={t('title')} className="mt-4 flex gap-5 border-b">
        {TABS.map((tab) => (
          <Tabs.Tab
            key={tab}
            value={tab}
            className="-mb-px inline-flex h-9 items-center border-b-2 border-transparent px-1 text-ui text-ink-2 hover:text-ink data-active:border-accent data-active:font-[600] data-active:text-ink"
          >
            {t(`tab.${tab}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="ticket" className="pt-6">
        <OneTicket attempt={attempt} />
      </Tabs.Panel>
      <Tabs.Panel value="rules" className="pt-6">
        <RulesTrial attempt={attempt} saved={saved} order={order} />
      </Tabs.Panel>
    </Tabs.Root>
  );
}
