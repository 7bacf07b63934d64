'use client';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useTheme } from 'next-themes';
import { useEffect, useState } from 'react';
import { signOut } from '@/components/data/sign-out';
import { toast } from '@/components/ui/toast';
import { may } from '@/lib/rules/permissions';
import { useStaff } from '../desk-context';
import { NewTicketDialog } from '../new-ticket-dialog';
import { useAfterAct } from './after-act';
import { type PalettePage, useCommandPart } from './command-context';
import { cyclePanes } from './cycle-panes';
import { lastAct } from './last-act';
import { SequenceHint } from './sequence-hint';
import { useCommandKeys } from './use-command-keys';

// after the page; what is typed while they come is not lost on other commands
const loadPalette = () => import('./palette/palette').then((file) => file.Palette);
const Palette = dynamic(loadPalette);
const ShortcutSheet = dynamic(() => import('./shortcut-sheet').then((file) => file.ShortcutSheet));

/** By then the page has what it needs itself. */
const PRELOAD_MS = 2_000;

/** Keys, palette, sheet and new tickets of a page of staff's. Its state is its own: a key draws nothing else anew. */
export function CommandLayer() {
  const t = useTranslations('commands');
  const router = useRouter();
  const { me, go } = useStaff();
  const { resolvedTheme, setTheme } = useTheme();
  const [, setAfter] = useAfterAct(me.id);
  const [page, setPage] = useState<PalettePage | null>(null);
  const [sheet, setSheet] = useState<'never' | 'open' | 'closed'>('never');
  // null: no new ticket; else what its subject begins with
  const [creating, setCreating] = useState<string | null>(null);
  const first = useCommandKeys(page !== null);
  useEffect(() => {
    const timer = setTimeout(() => void loadPalette(), PRELOAD_MS);
    return () => clearTimeout(timer);
  }, []);
  useCommandPart('frame', {
    palette: setPage,
    help: () => setSheet('open'),
    create: (subject = '') => setCreating(subject),
    view: (view) => go(null, { view }),
    page: (path) => router.push(path),
    reports: may(me, 'report.read') ? () => router.push('/admin/reports') : null,
    settings: () => router.push(me.role === 'admin' ? '/admin/settings' : '/account'),
    pane: cyclePanes,
    theme: () => setTheme(resolvedTheme === 'dark' ? 'light' : 'dark'),
    after: (choice) => {
      setAfter(choice);
      toast(t(`after.${choice}`));
    },
    signOut: () => void signOut(),
  });
  useCommandPart('undo', {
    get last() {
      return lastAct.get();
    },
  });
  return (
    <>
      {first === null ? null : <SequenceHint first={first} />}
      <NewTicketDialog
        open={creating !== null}
        subject={creating ?? ''}
        onOpenChange={(open) => setCreating(open ? '' : null)}
      />
      {page === null ? null : <Palette page={page} onPage={setPage} />}
      {sheet === 'never' ? null : (
        <ShortcutSheet open={sheet === 'open'} onOpenChange={(open) => setSheet(open ? 'open' : 'closed')} />
      )}
    </>
  );
}
