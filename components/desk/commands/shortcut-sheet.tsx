'use client';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { Switch } from '@/components/ui/switch';
import { Keys } from './command-keys';
import { isCharacterKeys } from './key-names';
import { COMMANDS, GIVEN_KEYS, SECTIONS } from './registry';
import { useSingleKeys } from './use-single-keys';

interface ShortcutSheetProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** All keys, from the registry, and the switch for those that are one letter. */
export function ShortcutSheet({ open, onOpenChange }: ShortcutSheetProps) {
  const t = useTranslations('commands');
  const { enabled, setEnabled } = useSingleKeys();
  const id = useId();
  return (
    <Dialog wide open={open} onOpenChange={onOpenChange} title={t('sheet.title')}>
      <div className="flex items-center justify-between gap-4 border-b pb-4">
        <div>
          <p id={id} className="text-ui font-[550]">
            {t('singleKeys.label')}
          </p>
          <p id={`${id}-hint`} className="text-small text-ink-3">
            {t('singleKeys.hint')}
          </p>
        </div>
        <Switch
          checked={enabled}
          onCheckedChange={setEnabled}
          aria-labelledby={id}
          aria-describedby={`${id}-hint`}
        />
      </div>
      <div className="columns-1 gap-x-10 pt-1 md:columns-2">
        {SECTIONS.map((section) => (
          <SheetSection key={section} section={section} singleKeys={enabled} />
        ))}
      </div>
    </Dialog>
  );
}

function SheetSection({ section, singleKeys }: { section: (typeof SECTIONS)[number]; singleKeys: boolean }) {
  const t = useTranslations('commands');
  const rows = [...COMMANDS, ...GIVEN_KEYS].filter((one) => one.section === section && one.keys.length > 0);
  if (rows.length === 0) return null;
  return (
    <section className="break-inside-avoid pt-4">
      <h3 className="pb-1 text-micro font-[600] text-ink-3">{t(`section.${section}`)}</h3>
      <dl>
        {rows.map(({ id, keys }) => (
          <div
            key={id}
            className="flex min-h-8 items-center justify-between gap-4 border-b border-line py-1 last:border-b-0"
          >
            <dt className="min-w-0 text-small text-ink-2">{t(`title.${id}`)}</dt>
            <dd className="flex flex-wrap items-center justify-end gap-x-2 gap-y-1">
              {keys.map((one) => (
                <span
                  key={one}
                  className={
                    !singleKeys && isCharacterKeys(one) && id !== 'replies'
                      ? 'line-through opacity-60'
                      : undefined
                  }
                >
                  <Keys keys={one} />
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
