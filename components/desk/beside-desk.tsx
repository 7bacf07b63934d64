'use client';
import { Menu as MenuIcon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import type { MeDto } from '@/lib/schemas/person';
import { StaffFrame } from './staff-frame';
import { useWayToDesk } from './use-way-to-desk';

/** A page of staff's that is no view of tickets: the desk's sidebar beside it, one column of its own. */
export function BesideDesk({ initialMe, children }: { initialMe: MeDto; children: ReactNode }) {
  const t = useTranslations('desk');
  const c = useTranslations('common');
  const way = useWayToDesk();
  return (
    <StaffFrame initialMe={initialMe} {...way} skip={[{ href: '#content', label: c('skipToContent') }]}>
      {(openMenu) => (
        <main id="content" tabIndex={-1} className="scrolling min-h-0 min-w-0 flex-1 bg-surface outline-none">
          <div className="px-2 pt-2 lg:hidden">
            <IconButton
              label={t('nav.open')}
              icon={<MenuIcon aria-hidden className="size-4.5" />}
              onClick={openMenu}
            />
          </div>
          <div className="mx-auto w-full max-w-240 px-4 pt-2 pb-12 sm:px-6 lg:pt-8">{children}</div>
        </main>
      )}
    </StaffFrame>
  );
}
