'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useProblemText } from '@/components/data/use-problem-text';
import { useEditView } from '@/components/data/use-views';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import { useDesk } from './desk-context';
import type { ListFilters, ListView } from './use-list-filters';
import { ViewDialog } from './view-dialog';

/** The list is not as its view says: keep that, keep it as another view, or let it go. */
export function DirtyBar({ view, list }: { view: ListView; list: ListFilters }) {
  const t = useTranslations('views.dirty');
  const { go } = useDesk();
  const { problem } = useProblemText();
  const edit = useEditView();
  const [naming, setNaming] = useState(false);
  if (!list.isDirty || list.inReport) return null;
  const { filter, sort, group } = list;
  const columns = list.columns.length > 0 ? [...list.columns] : null;
  const save = () =>
    edit.mutate(
      { key: view.key, filter, sort, group, columns },
      {
        onSuccess: () => void list.reset(),
        onError: (error) => toast.error(t('failed'), { description: problem(error) }),
      },
    );
  return (
    <div className="flex flex-wrap items-center gap-1.5 border-t bg-canvas px-3 py-1.5">
      <p className="me-auto text-small text-ink-2">{view.owner === 'desk' ? t('narrowed') : t('changed')}</p>
      <Button variant="quiet" size="small" onClick={() => void list.reset()}>
        {t('reset')}
      </Button>
      <Button variant="secondary" size="small" onClick={() => setNaming(true)}>
        {view.can_edit ? t('saveAs') : t('saveAsView')}
      </Button>
      {view.can_edit ? (
        <Button variant="primary" size="small" pending={edit.isPending} onClick={save}>
          {t('save')}
        </Button>
      ) : null}
      <ViewDialog
        open={naming}
        onOpenChange={setNaming}
        content={{ filter, sort, group, columns }}
        onSaved={(key) => go(null, { view: key })}
      />
    </div>
  );
}
