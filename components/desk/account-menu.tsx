'use client';
import { Keyboard, LogOut, MessageSquareText, UserRound } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useTheme } from 'next-themes';
import { signOut } from '@/components/data/sign-out';
import { Avatar } from '@/components/ui/avatar';
import { Menu, MenuItem, MenuLink, MenuRadio, MenuSeparator } from '@/components/ui/menu';
import { commandContext } from './commands/command-context';
import { useShortcut } from './commands/use-key-text';
import { useStaff } from './desk-context';

const THEMES = ['system', 'light', 'dark'] as const;

export function AccountMenu() {
  const t = useTranslations('desk.account');
  const c = useTranslations('common');
  const { me } = useStaff();
  const { theme, setTheme } = useTheme();
  const helpKey = useShortcut('help');
  return (
    <Menu
      side="top"
      trigger={
        <button
          type="button"
          aria-label={t('menu', { name: me.name })}
          className="flex h-11 w-full items-center gap-2.5 rounded-control px-2 text-start hover:bg-hover data-popup-open:bg-hover lg:max-xl:justify-center lg:max-xl:px-0"
        >
          <Avatar name={me.name} size={24} tone="accent" />
          <span className="min-w-0 flex-1 lg:max-xl:hidden">
            <span className="block truncate text-ui text-ink">
              <bdi>{me.name}</bdi>
            </span>
            <span className="block truncate text-micro text-ink-3">{c(`role.${me.role}`)}</span>
          </span>
        </button>
      }
    >
      <MenuLink
        link={<Link href="/account" />}
        icon={<UserRound aria-hidden className="size-4 text-ink-2" />}
      >
        {t('settings')}
      </MenuLink>
      <MenuLink
        link={<Link href="/replies" />}
        icon={<MessageSquareText aria-hidden className="size-4 text-ink-2" />}
      >
        {t('replies')}
      </MenuLink>
      <MenuItem
        icon={<Keyboard aria-hidden className="size-4 text-ink-2" />}
        shortcut={helpKey}
        onClick={() => commandContext().frame?.help?.()}
      >
        {t('shortcuts')}
      </MenuItem>
      <MenuSeparator />
      <MenuRadio
        label={c('theme.label')}
        value={(theme ?? 'system') as (typeof THEMES)[number]}
        onValueChange={setTheme}
        choices={THEMES.map((value) => ({ value, label: c(`theme.${value}`) }))}
      />
      <MenuSeparator />
      <MenuItem
        icon={<LogOut aria-hidden className="size-4 text-ink-2 rtl:-scale-x-100" />}
        onClick={() => void signOut()}
      >
        {c('signOut')}
      </MenuItem>
    </Menu>
  );
}
