'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { PriorityGlyph } from '@/components/ui/priority-glyph';
import { StatusGlyph } from '@/components/ui/status-glyph';
import { PRIORITIES } from '@/lib/schemas/values';
import { usePalette } from './palette-context';
import { PaletteLine } from './palette-line';
import { PaletteStatus } from './palette-status';
import { rank } from './rank';

interface ChoicesProps<T extends string> {
  values: readonly T[];
  label: (value: T) => string;
  icon: (value: T) => ReactNode;
  onChoose: (value: T) => void;
}

function Choices<T extends string>({ values, label, icon, onChoose }: ChoicesProps<T>) {
  const { typed, run } = usePalette();
  const shown = rank(values, typed, label);
  return (
    <>
      {shown.map((value) => (
        <PaletteLine key={value} value={value} icon={icon(value)} onChoose={() => run(() => onChoose(value))}>
          {label(value)}
        </PaletteLine>
      ))}
      <PaletteStatus count={shown.length} />
    </>
  );
}

export function StatusPage() {
  const c = useTranslations('common.status');
  const { target } = usePalette();
  return (
    <Choices
      values={target?.statuses ?? []}
      label={c}
      icon={(status) => <StatusGlyph status={status} />}
      onChoose={(status) => target?.setStatus?.(status)}
    />
  );
}

export function PriorityPage() {
  const c = useTranslations('common.priority');
  const { target } = usePalette();
  return (
    <Choices
      values={PRIORITIES.toReversed()}
      label={c}
      icon={(priority) => <PriorityGlyph priority={priority} />}
      onChoose={(priority) => target?.setPriority?.(priority)}
    />
  );
}
