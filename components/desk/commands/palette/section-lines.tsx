'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { ADMIN_SECTIONS } from '@/components/admin/admin-sections';
import { may } from '@/lib/rules/permissions';
import { useStaff } from '../../desk-context';
import { usePalette } from './palette-context';
import { PaletteLine } from './palette-line';
import { rememberRecent } from './recent';

type Section = ReturnType<typeof useSectionLines>[number];

/** The pages of the admin area, for who may go there. */
export function useSectionLines() {
  const t = useTranslations('admin.nav');
  const { me } = useStaff();
  if (!may(me, 'settings.edit')) return [];
  return ADMIN_SECTIONS.flatMap(({ group, sections }) =>
    sections.map((section) => ({ ...section, name: t(section.key), of: t(`groups.${group}`) })),
  );
}

export function SectionLine({ section, prefix = '' }: { section: Section; prefix?: string }) {
  const router = useRouter();
  const { me } = useStaff();
  const { run } = usePalette();
  const { key, href, icon: Icon, name, of } = section;
  return (
    <PaletteLine
      value={`${prefix}section-${key}`}
      icon={<Icon aria-hidden className="size-4" strokeWidth={1.75} />}
      end={of}
      onChoose={() => {
        rememberRecent(me.id, { kind: 'section', key });
        run(() => router.push(href));
      }}
    >
      {name}
    </PaletteLine>
  );
}
