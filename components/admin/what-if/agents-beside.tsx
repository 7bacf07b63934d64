'use client';
import { cx } from 'class-variance-authority';
import {
  Ban,
  Check,
  CircleMinus,
  type LucideIcon,
  MessageCircleOff,
  Timer,
  Users,
  WifiOff,
  Wrench,
} from 'lucide-react';
import Link from 'next/link';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { PresenceGlyph } from '@/components/desk/presence-glyph';
import { Avatar } from '@/components/ui/avatar';
import { languageName } from '@/components/ui/language-name';
import type { Bar } from '@/lib/rules/what-bars';
import type { BesideDto, WhatIfDto } from '@/lib/schemas/what-if';

const GLYPHS: Record<Exclude<Bar, 'intent'>, LucideIcon> = {
  connection: WifiOff,
  team: Users,
  language: MessageCircleOff,
  skill: Wrench,
  barred: Ban,
  room: CircleMinus,
  pace: Timer,
};

/** Everybody in one list: who could have it in the order of routing, then the others with what leaves each out. */
export function AgentsBeside({ answer }: { answer: WhatIfDto }) {
  const t = useTranslations('whatIf');
  const { agents } = answer;
  const free = agents.filter(({ bar }) => bar === null).length;
  if (agents.length === 0) return <p className="mt-6 text-ui text-ink-2">{t('noAgents')}</p>;
  return (
    <div className="mt-8">
      <h2 className="text-heading">{t('everybody')}</h2>
      <p className="mt-0.5 text-small text-ink-3">{t('couldHaveIt', { count: free, of: agents.length })}</p>
      <ol className="@container mt-3 border-t">
        {agents.map((agent) => (
          <Beside key={agent.id} agent={agent} />
        ))}
      </ol>
    </div>
  );
}

function Beside({ agent }: { agent: BesideDto }) {
  const t = useTranslations('whatIf');
  const { id, name, bar, rank, used, of } = agent;
  return (
    <li
      className={cx(
        'flex min-h-12 flex-wrap items-center gap-x-3 gap-y-0.5 border-b px-2 py-2',
        rank === 1 && 'bg-selected',
      )}
    >
      <Avatar name={name} />
      <Link
        href={`/admin/people/${id}`}
        className="min-w-0 flex-1 truncate text-ui font-[550] text-ink hover:underline"
      >
        <bdi>{name}</bdi>
      </Link>
      <span className="flex items-center gap-1.5 text-small text-ink-2 @max-md:order-last @max-md:w-full @max-md:ps-9">
        <Glyph agent={agent} />
        <Words agent={agent} />
      </span>
      <span className="tabular w-16 shrink-0 text-end text-small text-ink-3">
        <span className="sr-only">{t(bar === 'pace' ? 'fact.pace' : 'fact.places')} </span>
        {t('usedOf', { used, of })}
      </span>
    </li>
  );
}

function Glyph({ agent: { bar, intent } }: { agent: BesideDto }) {
  if (bar === null) return <Check aria-hidden className="size-4 shrink-0 text-accent" />;
  if (bar === 'intent') return <PresenceGlyph presence={intent} />;
  const Icon = GLYPHS[bar];
  return <Icon aria-hidden className="size-4 shrink-0 text-ink-3" />;
}

function Words({ agent: { bar, intent, intent_reason, missing, rank, used, of } }: { agent: BesideDto }) {
  const t = useTranslations('whatIf');
  const p = useTranslations('presence');
  const locale = useLocale();
  const format = useFormatter();
  if (bar === null)
    return rank === null ? t('bar.none') : rank === 1 ? t('bar.first') : t('bar.next', { rank });
  if (bar === 'intent') {
    const state = p(`states.${intent}`);
    return intent_reason ? p('withReason', { state, reason: intent_reason }) : state;
  }
  const words = missing.map((one) => (bar === 'language' ? languageName(one, locale) : one));
  return t(`bar.${bar}`, { missing: format.list(words, { type: 'conjunction' }), used, of });
}
