'use client';
import { useLocale } from 'next-intl';
import { languageName } from '@/components/ui/language-name';
import { Select } from '@/components/ui/select';

interface PersonPickerProps {
  label: string;
  people: { id: string; name: string; language: string }[];
  chosen: string;
  onChoose: (id: string) => void;
}

/** Who one is at an apparatus: by name, with the language that he writes in. */
export function PersonPicker({ label, people, chosen, onChoose }: PersonPickerProps) {
  const locale = useLocale();
  return (
    <Select
      aria-label={label}
      value={chosen}
      onValueChange={onChoose}
      items={people.map(({ id, name, language }) => ({
        ...{ value: id, label: `${name} · ${languageName(language, locale)}` },
      }))}
      className="min-w-0 flex-1"
    />
  );
}
