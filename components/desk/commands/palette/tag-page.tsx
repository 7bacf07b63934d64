'use client';
import { Plus, Tag, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { useTags } from '@/components/data/use-tags';
import { tidyTag } from '../../tidy-tag';
import { usePalette } from './palette-context';
import { PaletteLine } from './palette-line';
import { PaletteStatus } from './palette-status';
import { rank } from './rank';

/** Tags to put on, those of before or a new one; and what is on, to take it off. */
export function TagPage() {
  const t = useTranslations('views.tags');
  const { typed, target, run } = usePalette();
  const { tags, search } = useTags();
  useEffect(() => search(typed), [search, typed]);
  const chosen = [...new Set(target?.tickets.flatMap((ticket) => ticket.tags ?? []))];
  const onAll = (tag: string) => target?.tickets.every((ticket) => ticket.tags?.includes(tag)) ?? false;
  const tag = tidyTag(typed);
  const known = rank(
    tags.filter((one) => !onAll(one)),
    typed,
    (one) => one,
  );
  const taken = rank(chosen, typed, (one) => one);
  const isNew = tag !== '' && !tags.includes(tag) && !chosen.includes(tag);
  return (
    <>
      {known.map((one) => (
        <PaletteLine
          key={one}
          value={`add-${one}`}
          icon={<Tag aria-hidden className="size-4" strokeWidth={1.75} />}
          onChoose={() => run(() => target?.addTag?.(one))}
        >
          {one}
        </PaletteLine>
      ))}
      {isNew ? (
        <PaletteLine
          value={`new-${tag}`}
          icon={<Plus aria-hidden className="size-4" />}
          onChoose={() => run(() => target?.addTag?.(tag))}
        >
          {t('new', { tag })}
        </PaletteLine>
      ) : null}
      {taken.map((one) => (
        <PaletteLine
          key={one}
          value={`remove-${one}`}
          icon={<X aria-hidden className="size-4" />}
          onChoose={() => run(() => target?.removeTag?.(one))}
        >
          {t('takeOff', { tag: one })}
        </PaletteLine>
      ))}
      <PaletteStatus count={known.length + taken.length + Number(isNew)} empty={t('empty')} />
    </>
  );
}
