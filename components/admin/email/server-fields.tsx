import { useTranslations } from 'next-intl';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { MAIL_SECURITIES, type MailSecurity } from '@/lib/schemas/values';
import { portFor, type ServerDraft } from './server-draft';

interface ServerFieldsProps {
  kind: 'imap' | 'smtp';
  draft: ServerDraft;
  onChange: (change: Partial<ServerDraft>) => void;
  /** A password is stored for it. */
  hasPassword: boolean;
  error: (name: string) => string | undefined;
}

/** Host, port, encryption, user and password of a mail server. */
export function ServerFields({ kind, draft, onChange, hasPassword, error }: ServerFieldsProps) {
  const t = useTranslations('channels.server');
  return (
    <>
      <div className="grid gap-x-4 gap-y-4 sm:grid-cols-[minmax(0,1fr)_7rem]">
        <Field label={t('host')} error={error('host')}>
          <Input
            dir="ltr"
            autoComplete="off"
            placeholder={`${kind}.example.com`}
            value={draft.host}
            onChange={(event) => onChange({ host: event.target.value })}
          />
        </Field>
        <Field label={t('port')} error={error('port')}>
          <Input
            type="number"
            min={1}
            max={65_535}
            value={draft.port}
            onChange={(event) => onChange({ port: event.target.value })}
          />
        </Field>
      </div>
      <Field label={t('security')} error={error('security')}>
        <Select
          value={draft.security}
          onValueChange={(value) => {
            const security = value as MailSecurity;
            onChange({ security, port: portFor(kind, security, draft.port) });
          }}
          items={MAIL_SECURITIES.map((value) => ({ value, label: t(`securities.${value}`) }))}
        />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          label={t('username')}
          hint={kind === 'smtp' ? t('usernameHint') : undefined}
          error={error('username')}
        >
          <Input
            dir="ltr"
            autoComplete="off"
            value={draft.username}
            onChange={(event) => onChange({ username: event.target.value })}
          />
        </Field>
        <Field
          label={t('password')}
          hint={hasPassword ? t('passwordKept') : undefined}
          error={error('password')}
        >
          <Input
            type="password"
            dir="ltr"
            autoComplete="new-password"
            value={draft.password}
            onChange={(event) => onChange({ password: event.target.value })}
          />
        </Field>
      </div>
    </>
  );
}
