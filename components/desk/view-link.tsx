'use client';
import { cx } from 'class-variance-authority';
import { useTranslations } from 'next-intl';
import { memo, useContext } from 'react';
import type { ViewKey } from '@/lib/rules/views';
import type { ViewDto } from '@/lib/schemas/view';
import { PlaceContext, useStaff } from './desk-context';
import { DeskLink } from './desk-link';
import { RailTooltip } from './rail-tooltip';
import { ViewIcon } from './view-icon';
import { ViewMenu } from './view-menu';

interface ViewLinkProps {
  view: Pick<ViewDto, 'key' | 'name' | 'owner' | 'can_edit'> & { saved?: ViewDto };
  onGo?: () => void;
  onUp?: () => void;
  onDown?: () => void;
}

/** One view of the sidebar. Only one's own work is coloured: it is what needs the reader. */
export function ViewLink(props: ViewLinkProps) {
  const location = useContext(PlaceContext);
  return <Line {...props} current={location?.search === null && props.view.key === location.view} />;
}

/** Drawn anew when its view is entered or left, not for every ticket that is opened. */
const Line = memo(function Line({ view, onGo, onUp, onDown, current }: ViewLinkProps & { current: boolean }) {
  const t = useTranslations('desk.view');
  const { hrefFor, go } = useStaff();
  const { key, saved } = view;
  const name = view.name ?? t(key as ViewKey);
  return (
    <div className="group relative">
      <RailTooltip label={name}>
        <DeskLink
          href={hrefFor(null, { view: key })}
          draggable={false}
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
          <ViewIcon view={view} />
          <bdi className="min-w-0 flex-1 truncate lg:max-xl:sr-only">{name}</bdi>
          {saved ? <Count view={saved} hides={view.can_edit} /> : null}
        </DeskLink>
      </RailTooltip>
      {saved && view.can_edit ? (
        <span className="absolute inset-y-0 end-1 flex items-center opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 has-data-popup-open:opacity-100 lg:max-xl:hidden coarse:opacity-100">
          <ViewMenu view={saved} onUp={onUp} onDown={onDown} />
        </span>
      ) : null}
    </div>
  );
});

/** As far as is counted; how many exactly, and when that was, tells the tip. */
function Count({ view: { key, count, capped, count_age }, hides }: { view: ViewDto; hides: boolean }) {
  const t = useTranslations('desk.nav');
  const v = useTranslations('views.nav');
  const age = Math.round(count_age / 1_000);
  const exactly = t('exactly', { count, capped: String(capped) });
  return (
    <span
      title={age > 0 ? v('counted', { exactly, age }) : count > 99 ? exactly : undefined}
      className={cx(
        'tabular text-micro lg:max-xl:sr-only coarse:me-8',
        hides && 'group-focus-within:invisible group-hover:invisible coarse:visible!',
        count === 0 ? 'text-ink-3' : key === 'mine' ? 'text-accent' : 'text-ink-2',
      )}
    >
      <span aria-hidden="true">{count > 99 ? '99+' : count}</span>
      <span className="sr-only">{t('tickets', { count })}</span>
    </span>
  );
}
