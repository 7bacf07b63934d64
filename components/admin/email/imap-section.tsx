import { useTranslations } from 'next-intl';
import { useTestServer } from '@/components/data/use-email-channel';
import { useProblemText } from '@/components/data/use-problem-text';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { LabelledSwitch } from '@/components/ui/labelled-switch';
import { Select } from '@/components/ui/select';
import type { MailboxDto } from '@/lib/schemas/email-channel';
import { AFTER_FETCH, type AfterFetch } from '@/lib/schemas/values';
import { type ImapDraft, imapDraft, imapInputOf } from './server-draft';
import { ServerFields } from './server-fields';
import { ServerTest } from './server-test';

interface ImapSectionProps {
  mailbox: MailboxDto;
  draft: ImapDraft | null;
  onChange: (draft: ImapDraft | null) => void;
  /** Of the last try to save. */
  error: Error | null;
}

/** Where a mailbox's mail is fetched from, and what becomes of it there. */
export function ImapSection({ mailbox, draft, onChange, error }: ImapSectionProps) {
  const t = useTranslations('channels.server');
  const { field } = useProblemText();
  const test = useTestServer(mailbox.id, 'test-receiving');
  const errorOf = (name: string) =>
    field(error, `imap.${name}`) ?? field(test.error, `imap.${name}`) ?? field(test.error, name);
  const change = (part: Partial<ImapDraft>) => draft && onChange({ ...draft, ...part });
  return (
    <fieldset className="flex flex-col gap-4 border-t pt-4">
      <legend className="sr-only">{t('receiving')}</legend>
      <LabelledSwitch
        label={t('fetch')}
        hint={t('fetchHint')}
        checked={draft !== null}
        onCheckedChange={(on) => onChange(on ? imapDraft(mailbox) : null)}
      />
      {draft ? (
        <>
          <ServerFields
            kind="imap"
            draft={draft}
            onChange={change}
            hasPassword={mailbox.imap !== null}
            error={errorOf}
          />
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label={t('folder')} error={errorOf('folder')}>
              <Input
                dir="auto"
                autoComplete="off"
                value={draft.folder}
                onChange={(event) => change({ folder: event.target.value })}
              />
            </Field>
            <Field label={t('after')} error={errorOf('then_do')}>
              <Select
                value={draft.then_do}
                onValueChange={(value) => change({ then_do: value as AfterFetch })}
                items={AFTER_FETCH.map((value) => ({ value, label: t(`afters.${value}`) }))}
              />
            </Field>
          </div>
          {draft.then_do === 'move' ? (
            <Field label={t('moveTo')} hint={t('moveToHint')} error={errorOf('move_to')}>
              <Input
                dir="auto"
                autoComplete="off"
                value={draft.move_to}
                onChange={(event) => change({ move_to: event.target.value })}
              />
            </Field>
          ) : null}
          <LabelledSwitch
            label={t('takesOld')}
            hint={t('takesOldHint')}
            checked={draft.takes_old}
            onCheckedChange={(takes_old) => change({ takes_old })}
          />
          <ServerTest kind="imap" test={test} onTest={() => test.mutate(imapInputOf(draft))} />
        </>
      ) : null}
    </fieldset>
  );
}
