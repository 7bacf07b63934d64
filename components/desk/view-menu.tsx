'use client';
import { ArrowDown, ArrowUp, Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useContext, useState } from 'react';
import { useProblemText } from '@/components/data/use-problem-text';
import { useCreateView, useDeleteView } from '@/components/data/use-views';
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu';
import { toast } from '@/components/ui/toast';
import type { ViewDto } from '@/lib/schemas/view';
import { PlaceContext, useStaff } from './desk-context';
import { ViewDialog } from './view-dialog';

interface ViewMenuProps {
  view: ViewDto;
  onUp?: () => void;
  onDown?: () => void;
}

/** What can be done with a saved view by who may change it. */
export function ViewMenu({ view, onUp, onDown }: ViewMenuProps) {
  const t = useTranslations('views.nav');
  const c = useTranslations('common');
  const { go } = useStaff();
  const location = useContext(PlaceContext);
  const { problem } = useProblemText();
  const remove = useDeleteView();
  const create = useCreateView();
  const [editing, setEditing] = useState(false);
  const failed = (error: Error) => toast.error(t('deleteFailed'), { description: problem(error) });
  const { name, filter, sort, group, columns, owner, team } = view;

  const bringBack = () =>
    create.mutate(
      {
        ...{ name: name ?? '', filter, sort, group, columns },
        ...{ owner: owner === 'desk' ? 'me' : owner, team: team?.id ?? null },
      },
      { onError: failed },
    );
  const end = () => {
    if (location?.view === view.key) go(location.number, { view: 'mine' });
    remove
      .mutateAsync(view.key)
      .then(() =>
        toast(t('deleted', { name: name ?? '' }), {
          duration: 10_000,
          action: { label: c('undo'), onClick: bringBack },
        }),
      )
      .catch(failed);
  };
  return (
    <>
      <Menu
        align="end"
        trigger={
          <button
            type="button"
            aria-label={t('menu', { name: name ?? '' })}
            className="inline-flex size-6 items-center justify-center rounded-control bg-canvas text-ink-2 hover:bg-hover hover:text-ink coarse:size-9"
          >
            <Ellipsis aria-hidden className="size-4" />
          </button>
        }
      >
        <MenuItem
          icon={<Pencil aria-hidden className="size-4 text-ink-2" />}
          onClick={() => setEditing(true)}
        >
          {t('edit')}
        </MenuItem>
        {onUp ? (
          <MenuItem icon={<ArrowUp aria-hidden className="size-4 text-ink-2" />} onClick={onUp}>
            {t('up')}
          </MenuItem>
        ) : null}
        {onDown ? (
          <MenuItem icon={<ArrowDown aria-hidden className="size-4 text-ink-2" />} onClick={onDown}>
            {t('down')}
          </MenuItem>
        ) : null}
        <MenuSeparator />
        <MenuItem danger icon={<Trash2 aria-hidden className="size-4" />} onClick={end}>
          {t('delete')}
        </MenuItem>
      </Menu>
      <ViewDialog open={editing} onOpenChange={setEditing} view={view} />
    </>
  );
}
