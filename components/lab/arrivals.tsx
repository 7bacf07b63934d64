'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useLabArrivals } from '@/components/data/use-lab-desk';
import { languageName } from '@/components/ui/language-name';
import type { LabArrivalsDto } from '@/lib/schemas/lab-arrivals';

type Group = LabArrivalsDto['groups'][number];

const sum = (groups: Group[]): number => groups.reduce((n, group) => n + group.n, 0);

/** The named of a kind with how many of them, most first. */
function counted(groups: Group[], nameOf: (group: Group) => string | null): [string, number][] {
  const counts = new Map<string, number>();
  for (const group of groups) {
    const name = nameOf(group);
    if (name !== null) counts.set(name, (counts.get(name) ?? 0) + group.n);
  }
  return [...counts].sort((a, b) => b[1] - a[1]);
}

/** Who came, by language: how, who hung up unheard and is to be called back, and who of the desk has them. */
export function Arrivals({ since }: { since: string }) {
  const t = useTranslations('lab.busy');
  const channels = useTranslations('common.channel');
  const locale = useLocale();
  const { data: groups = [] } = useLabArrivals(since);
  if (groups.length === 0) return null;
  return (
    <div className="overflow-x-auto">
      <table className="w-full min-w-[36rem] text-small">
        <thead>
          <tr className="border-b border-line text-start text-ink-3 [&>th]:py-1.5 [&>th]:pe-4 [&>th]:text-start [&>th]:font-[550]">
            <th scope="col">{t('language')}</th>
            <th scope="col">{t('came')}</th>
            <th scope="col">{t('has')}</th>
            <th scope="col">{t('waits')}</th>
          </tr>
        </thead>
        <tbody>
          {counted(groups, ({ language }) => language ?? '').map(([language, n]) => {
            const of = groups.filter((group) => (group.language ?? '') === language);
            const named = (counts: [string, number][]) =>
              counts.map(([name, count]) => (
                <span key={name} className="me-3 inline-block whitespace-nowrap">
                  <bdi>{name}</bdi> <span className="tabular text-ink">{count}</span>
                </span>
              ));
            const missed = of.reduce((total, group) => total + group.missed, 0);
            return (
              <tr
                key={language}
                className="border-b border-line align-baseline text-ink-2 last:border-b-0 [&>*]:py-2 [&>*]:pe-4"
              >
                <th scope="row" className="text-start font-[550] text-ink">
                  {language ? languageName(language, locale) : t('none')}{' '}
                  <span className="tabular font-[450] text-ink-3">{n}</span>
                </th>
                <td>
                  {named(counted(of, ({ channel }) => channels(channel)))}
                  {missed > 0 ? (
                    <span className="inline-block whitespace-nowrap text-warn">
                      {t('missed', { count: missed })}
                    </span>
                  ) : null}
                </td>
                <td>{named(counted(of, ({ agent }) => agent))}</td>
                <td className="tabular">{sum(of.filter(({ agent }) => agent === null))}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
