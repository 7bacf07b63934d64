'use client';
import { useTranslations } from 'next-intl';
import { useViews } from '@/components/data/use-views';
import { VIEWS, viewsFor } from '@/lib/rules/views';
import type { ViewDto } from '@/lib/schemas/view';
import { useStaff } from '../../desk-context';
import { ViewIcon } from '../../view-icon';
import { usePalette } from './palette-context';
import { PaletteLine } from './palette-line';
import { rememberRecent } from './recent';

export interface NamedView {
  key: string;
  name: string;
  owner: ViewDto['owner'];
  count: number | null;
}
/** Commands go there, with keys. */
const HAVE_KEYS = ['mine', 'unassigned', 'mentions', 'all'];

/** Views that no command goes to. */
export function useViewLines(): NamedView[] {
  const t = useTranslations('desk.view');
  const { me } = useStaff();
  const views = useViews().data;
  const desk = viewsFor(me.role)
    .filter(({ key }) => !HAVE_KEYS.includes(key))
    .map(
      ({ key }): NamedView => ({ key, name: t(key), owner: 'desk', count: views?.get(key)?.count ?? null }),
    );
  const saved = [...(views?.values() ?? [])]
    .filter(({ key }) => !VIEWS.some((view) => view.key === key))
    .map(({ key, name, owner, count }): NamedView => ({ key, name: name ?? '', owner, count }));
  return [...desk, ...saved];
}

export function ViewLine({ view, prefix = '' }: { view: NamedView; prefix?: string }) {
  const t = useTranslations('commands.palette');
  const { me, go } = useStaff();
  const { run } = usePalette();
  const { key, name, count } = view;
  return (
    <PaletteLine
      value={`${prefix}view-${key}`}
      icon={<ViewIcon view={view} />}
      end={count === null ? null : <span className="tabular">{count > 99 ? '99+' : count}</span>}
      onChoose={() => {
        rememberRecent(me.id, { kind: 'view', key });
        run(() => go(null, { view: key }));
      }}
    >
      {t('goTo', { name })}
    </PaletteLine>
  );
}
