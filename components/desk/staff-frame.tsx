'use client';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ComponentProps, memo, type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { useMe } from '@/components/data/use-me';
import { SkipLinks } from '@/components/ui/skip-links';
import type { MeDto } from '@/lib/schemas/person';
import { CommandLayer } from './commands/command-layer';
import { ConnectionBar } from './connection-bar';
import { type Staff, StaffContext } from './desk-context';
import { Drawer } from './drawer';
import { NoticeAnnouncer } from './notices/announcer';
import { Ringing } from './offers/ringing';
import { WrapUpBar } from './offers/wrap-up-bar';
import { Sidebar } from './sidebar';
import { MyCalls } from './voice/my-calls';

interface StaffFrameProps extends Omit<Staff, 'me'> {
  initialMe: MeDto;
  skip: ComponentProps<typeof SkipLinks>['links'];
  /** What stands beside the sidebar; opens the drawer that has the sidebar where there is no room for it. */
  children: (openMenu: () => void) => ReactNode;
}

/** Every page of staff's: the sidebar (a rail below 1280 px, a drawer below 1024), commands, notices. */
export function StaffFrame({ initialMe, hrefFor, go, skip, children }: StaffFrameProps) {
  const t = useTranslations('desk');
  const me = useMe(initialMe).data ?? initialMe;
  const [menu, setMenu] = useState(false);
  const staff = useMemo(() => ({ me, hrefFor, go }), [me, hrefFor, go]);
  const openMenu = useCallback(() => setMenu(true), []);
  return (
    <StaffContext value={staff}>
      <SkipLinks links={skip} />
      <div className="flex h-dvh flex-col overflow-hidden">
        <ConnectionBar />
        <MyCalls />
        <WrapUpBar />
        <div className="flex min-h-0 flex-1">
          <aside
            data-pane="sidebar"
            aria-label={t('nav.sidebar')}
            className="hidden w-14 shrink-0 border-e lg:block xl:w-58"
          >
            <StaffSidebar />
          </aside>
          {children(openMenu)}
        </div>
      </div>
      <Drawer open={menu} onOpenChange={setMenu} side="start" label={t('nav.sidebar')}>
        <Sidebar onGo={() => setMenu(false)} />
      </Drawer>
      <Ringing />
      <NoticeAnnouncer />
      <CommandLayer />
      <OnPath onChange={setMenu} />
    </StaffContext>
  );
}

/** Another page, view or ticket: the drawer that lay over the former one goes. */
function OnPath({ onChange }: { onChange: (menu: boolean) => void }) {
  const path = usePathname();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path is the reason
  useEffect(() => onChange(false), [path, onChange]);
  return null;
}

// it follows the address by itself, as far as it needs
const StaffSidebar = memo(Sidebar);
