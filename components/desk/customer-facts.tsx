'use client';
import { useFormatter, useTranslations } from 'next-intl';
import { useNow } from '@/components/ui/use-now';
import type { CustomerDto } from '@/lib/schemas/customer';
import { Fact } from './context-section';

type Known = CustomerDto['facts'][number];

/** What is known about a customer: what staff wrote down, then what each program told, and when. */
export function CustomerFacts({ facts }: { facts: readonly Known[] }) {
  return groupsOf(facts).map((group) => (
    <div key={`${group[0]!.source} ${group[0]!.updated_at}`} className="pt-1">
      <Told fact={group[0]!} />
      <dl>
        {group.map(({ label, value }) => (
          <Fact key={`${label} ${value}`} label={<bdi>{label}</bdi>}>
            <bdi>{value}</bdi>
          </Fact>
        ))}
      </dl>
    </div>
  ));
}

/** "From CRM, 3 days ago"; nothing above what staff wrote down. */
function Told({ fact: { source, updated_at } }: { fact: Known }) {
  const t = useTranslations('customers');
  const format = useFormatter();
  const now = useNow();
  if (!source || !updated_at) return null;
  const date = new Date(updated_at);
  return (
    <p className="pt-1 text-micro text-ink-3">
      {t.rich('told', {
        source: () => <bdi className="font-[550]">{source}</bdi>,
        ago: () => (
          <time
            dateTime={updated_at}
            title={format.dateTime(date, { dateStyle: 'full', timeStyle: 'short' })}
          >
            {now === null ? format.dateTime(date, { dateStyle: 'medium' }) : format.relativeTime(date, now)}
          </time>
        ),
      })}
    </p>
  );
}

/** Those of one source that were told together stay together, in their order. */
function groupsOf(facts: readonly Known[]): Known[][] {
  const groups = new Map<string, Known[]>();
  for (const fact of facts) {
    const key = `${fact.updated_at ?? ''} ${fact.source ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), fact]);
  }
  return [...groups.values()];
}
