import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { messagesFor } from '@/app/messages-for';
import { requireActor } from '@/app/require-actor';
import { workspace } from '@/app/workspace';
import { AccountSection } from '@/components/account/account-section';
import { EmailForm } from '@/components/account/email-form';
import { KeyboardChoices } from '@/components/account/keyboard-choices';
import { NoticeWaysTable } from '@/components/account/notice-ways';
import { PasswordForm } from '@/components/account/password-form';
import { ProfileForm } from '@/components/account/profile-form';
import { SessionList } from '@/components/account/session-list';
import { ThemeChoice } from '@/components/account/theme-choice';
import { UndoChoice } from '@/components/account/undo-choice';
import { WorkPlan } from '@/components/account/work-plan';
import { RealtimeProvider } from '@/components/data/realtime';
import { ConnectionBar } from '@/components/portal/connection-bar';
import { PageShell } from '@/components/portal/page-shell';
import { getMe } from '@/lib/queries/get-me';
import { getPerson } from '@/lib/queries/get-person';
import { REALTIME_PATH } from '@/lib/realtime/protocol';
import { isOfHouse, NOTICE_KINDS } from '@/lib/rules/notices';
import { isStaff } from '@/lib/rules/permissions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account');
  return { title: t('title') };
}

export default async function AccountPage() {
  const actor = await requireActor('/account');
  const me = await getMe(actor);
  const t = await getTranslations('account');
  const n = await getTranslations('notices');
  const p = await getTranslations('presence.plan');
  const k = await getTranslations('commands');
  const timeZones = [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])];
  const staff = isStaff(actor.role);
  const words = [
    'common',
    'auth',
    'portal',
    'account',
    ...(staff ? ['notices', 'commands', 'presence', 'workspace', 'people'] : []),
  ];
  return (
    <NextIntlClientProvider messages={await messagesFor(...words)}>
      <RealtimeProvider path={REALTIME_PATH} meId={actor.id}>
        <ConnectionBar />
        <PageShell me={me} workspace={await workspace()}>
          <h1 className="mb-6 text-display">{t('title')}</h1>
          <AccountSection id="profile" title={t('profile.title')} lead={t('profile.lead')}>
            <ProfileForm me={me} timeZones={timeZones} />
          </AccountSection>
          <AccountSection id="appearance" title={t('appearance.title')} lead={t('appearance.lead')}>
            <ThemeChoice />
          </AccountSection>
          {me.role === 'customer' ? null : (
            <AccountSection id="sending" title={t('sending.title')} lead={t('sending.lead')}>
              <UndoChoice me={me} />
            </AccountSection>
          )}
          {staff ? (
            <>
              <AccountSection id="plan" title={p('title')} lead={p('lead')}>
                <WorkPlan person={await getPerson(actor, actor.id)} />
              </AccountSection>
              <AccountSection id="keyboard" title={k('account.title')} lead={k('account.lead')}>
                <KeyboardChoices meId={me.id} />
              </AccountSection>
              <AccountSection id="notices" title={n('ways.title')} lead={n('ways.lead')}>
                <NoticeWaysTable
                  kinds={NOTICE_KINDS.filter((kind) => me.role === 'admin' || !isOfHouse(kind))}
                />
              </AccountSection>
            </>
          ) : null}
          <AccountSection id="email" title={t('email.title')} lead={t('email.lead')}>
            <EmailForm email={me.email} />
          </AccountSection>
          <AccountSection id="password" title={t('password.title')} lead={t('password.lead')}>
            <PasswordForm email={me.email} />
          </AccountSection>
          <AccountSection id="sessions" title={t('sessions.title')} lead={t('sessions.lead')}>
            <SessionList />
          </AccountSection>
        </PageShell>
      </RealtimeProvider>
    </NextIntlClientProvider>
  );
}
