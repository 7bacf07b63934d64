'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useProblemText } from '@/components/data/use-problem-text';
import { useOrderViews, useViews } from '@/components/data/use-views';
import { toast } from '@/components/ui/toast';
import { VIEWS, viewsFor } from '@/lib/rules/views';
import type { ViewDto } from '@/lib/schemas/view';
import { useStaff } from './desk-context';
import { ViewLink } from './view-link';

type NavView = Pick<ViewDto, 'key' | 'name' | 'owner' | 'can_edit'> & { saved?: ViewDto };

/** The views with their counts: those that every desk has, then the shared ones, then one's own. */
export function ViewNav({ onGo }: { onGo?: () => void }) {
  const t = useTranslations('desk.nav');
  const v = useTranslations('views.nav');
  const { me } = useStaff();
  const views = useViews().data;
  const desk = viewsFor(me.role).map(
    ({ key }): NavView => ({ key, name: null, owner: 'desk', can_edit: false, saved: views?.get(key) }),
  );
  const saved = [...(views?.values() ?? [])]
    .filter(({ key }) => !VIEWS.some((view) => view.key === key))
    .map((view): NavView => ({ ...view, saved: view }));
  return (
    <nav aria-label={t('views')} className="flex flex-col gap-3">
      <Section views={desk} onGo={onGo} />
      <Section
        title={v('shared')}
        views={saved.filter(({ owner }) => owner === 'all' || owner === 'team')}
        onGo={onGo}
      />
      <Section title={v('own')} views={saved.filter(({ owner }) => owner === 'me')} onGo={onGo} />
    </nav>
  );
}

interface SectionProps {
  title?: string;
  views: readonly NavView[];
  onGo?: () => void;
}

/** Views of one kind. Who may change them puts them into another order, by dragging or from each one's menu. */
function Section({ title, views, onGo }: SectionProps) {
  const v = useTranslations('views.nav');
  const { problem } = useProblemText();
  const order = useOrderViews();
  const [dragged, setDragged] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  if (views.length === 0) return null;
  const move = (from: number, to: number) => {
    if (from === to || to < 0 || to >= views.length) return;
    const keys = views.map(({ key }) => key);
    const [moved] = keys.splice(from, 1);
    keys.splice(to, 0, moved!);
    order.mutate(keys, {
      onError: (error) => toast.error(v('orderFailed'), { description: problem(error) }),
    });
  };
  return (
    <div>
      {title ? <h2 className="px-2.5 pb-1 text-micro text-ink-3 lg:max-xl:sr-only">{title}</h2> : null}
      <ul className="flex flex-col gap-px">
        {views.map((view, index) => (
          <li
            key={view.key}
            draggable={view.can_edit}
            data-over={over === index && dragged !== null && dragged !== index ? '' : undefined}
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'move';
              event.dataTransfer.setData('text/plain', view.name ?? '');
              setDragged(index);
            }}
            onDragOver={(event) => {
              if (dragged === null) return;
              event.preventDefault();
              setOver(index);
            }}
            onDragEnd={() => {
              setDragged(null);
              setOver(null);
            }}
            onDrop={(event) => {
              event.preventDefault();
              if (dragged !== null) move(dragged, index);
            }}
            className="rounded-control data-over:outline-2 data-over:-outline-offset-2 data-over:outline-accent data-over:outline-dashed"
          >
            <ViewLink
              view={view}
              onGo={onGo}
              onUp={view.can_edit && index > 0 ? () => move(index, index - 1) : undefined}
              onDown={view.can_edit && index < views.length - 1 ? () => move(index, index + 1) : undefined}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
