import { useTranslations } from 'next-intl';
import { MAIL_SECURITIES } from '@/lib/schemas/values';
import { SecretField } from '../channels/secret-field';
import { SelectField } from '../select-field';
import { TextField } from '../text-field';
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
  const of = (name: 'host' | 'port' | 'username' | 'password') => ({
    ...{ label: t(name), error: error(name), value: draft[name] },
    onChange: (value: string) => onChange({ [name]: value }),
  });
  return (
    <>
      <div className="grid gap-x-4 gap-y-4 sm:grid-cols-[minmax(0,1fr)_7rem]">
        <TextField placeholder={`${kind}.example.com`} {...of('host')} />
        <TextField type="number" min={1} max={65_535} {...of('port')} />
      </div>
      <SelectField
        label={t('security')}
        error={error('security')}
        value={draft.security}
        onChange={(security) => onChange({ security, port: portFor(kind, security, draft.port) })}
        items={MAIL_SECURITIES.map((value) => ({ value, label: t(`securities.${value}`) }))}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField hint={kind === 'smtp' ? t('usernameHint') : undefined} {...of('username')} />
        <SecretField isKept={hasPassword} {...of('password')} />
      </div>
    </>
  );
}
