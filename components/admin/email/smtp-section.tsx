import { useTranslations } from 'next-intl';
import { useTestServer } from '@/components/data/use-email-channel';
import { useProblemText } from '@/components/data/use-problem-text';
import { LabelledSwitch } from '@/components/ui/labelled-switch';
import type { MailboxDto } from '@/lib/schemas/email-channel';
import { type ServerDraft, smtpDraft, smtpInputOf } from './server-draft';
import { ServerFields } from './server-fields';
import { ServerTest } from './server-test';

interface SmtpSectionProps {
  mailbox: MailboxDto;
  /** Undefined: as it is stored; null: not at all. */
  value: ServerDraft | null | undefined;
  onChange: (draft: ServerDraft | null) => void;
  /** What was refused when it was to be saved, by its path. */
  fault: (path: string) => string | undefined;
}

/** By which server a mailbox's mails leave, when not by the house's. */
export function SmtpSection({ mailbox, value, onChange, fault }: SmtpSectionProps) {
  const t = useTranslations('channels.server');
  const { field } = useProblemText();
  const test = useTestServer(mailbox.id, 'test-sending');
  const draft = value === undefined && mailbox.smtp ? smtpDraft(mailbox) : value;
  return (
    <fieldset className="flex flex-col gap-4 border-t pt-4">
      <legend className="sr-only">{t('sending')}</legend>
      <LabelledSwitch
        label={t('send')}
        hint={t('sendHint')}
        checked={Boolean(draft)}
        onCheckedChange={(on) => onChange(on ? smtpDraft(mailbox) : null)}
      />
      {draft ? (
        <>
          <ServerFields
            kind="smtp"
            draft={draft}
            onChange={(part) => onChange({ ...draft, ...part })}
            hasPassword={mailbox.smtp?.has_password ?? false}
            error={(name) =>
              fault(`smtp.${name}`) ?? field(test.error, `smtp.${name}`) ?? field(test.error, name)
            }
          />
          <ServerTest kind="smtp" test={test} onTest={() => test.mutate(smtpInputOf(draft))} />
        </>
      ) : null}
    </fieldset>
  );
}
