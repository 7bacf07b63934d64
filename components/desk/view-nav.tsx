'use client';
import { cx } from 'class-variance-authority';
import { useTranslations } from 'next-intl';
import { useViews } from '@/components/data/use-views';
import { viewsFor } from '@/lib/rules/views';
import { useStaff } from './desk-context';
import { DeskLink } from './desk-link';
import { RailTooltip } from './rail-tooltip';
import { ViewIcon } from './view-icon';

/** The views with their counts. Only one's own work is coloured: it is what needs the reader. */
export function ViewNav({ onGo }: { onGo?: () => void }) {
  const t = useTranslations('desk');
  const { me, location, hrefFor, go } = useStaff();
  const counts = useViews().data;
  return (
    <nav aria-label={t('nav.views')}>
      <ul className="flex flex-col gap-px">
        {viewsFor(me.role).map(({ key }) => {
          const current = location?.search === null && key === location.view;
          const count = counts?.get(key);
          const name = t(`view.${key}`);
          return (
            <li key={key}>
              <RailTooltip label={name}>
                <DeskLink
                  href={hrefFor(null, { view: key })}
                  onGo={() => {
                    go(null, { view: key });
                    onGo?.();
                  }}
                  aria-current={current ? 'page' : undefined}
                  className={cx(
                    'relative flex h-nav-item items-center gap-2.5 rounded-control px-2.5 lg:max-xl:justify-center lg:max-xl:px-0',
                    current
                      ? 'row-selected bg-selected font-[600] text-ink before:absolute before:inset-y-1 before:start-0 before:w-0.5 before:rounded-full before:bg-accent'
                      : 'text-ink-2 hover:bg-hover hover:text-ink',
                  )}
                >
                  <ViewIcon view={key} />
                  <span className="min-w-0 flex-1 truncate lg:max-xl:sr-only">{name}</span>
                  {count ? (
                    <span
                      title={
                        count.count > 99
                          ? t('nav.exactly', { count: count.count, capped: String(count.capped) })
                          : undefined
                      }
                      className={cx(
                        'tabular text-micro lg:max-xl:sr-only',
                        count.count === 0 ? 'text-ink-3' : key === 'mine' ? 'text-accent' : 'text-ink-2',
                      )}
                    >
                      <span aria-hidden="true">{count.count > 99 ? '99+' : count.count}</span>
                      <span className="sr-only">{t('nav.tickets', { count: count.count })}</span>
                    </span>
                  ) : null}
                </DeskLink>
              </RailTooltip>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
