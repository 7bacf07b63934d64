import { useTranslations } from 'next-intl';
import { useTestServer } from '@/components/data/use-email-channel';
import { useProblemText } from '@/components/data/use-problem-text';
import { LabelledSwitch } from '@/components/ui/labelled-switch';
import type { MailboxDto } from '@/lib/schemas/email-channel';
import { AFTER_FETCH } from '@/lib/schemas/values';
import { SelectField } from '../select-field';
import { TextField } from '../text-field';
import { type ImapDraft, imapDraft, imapInputOf } from './server-draft';
import { ServerFields } from './server-fields';
import { ServerTest } from './server-test';

interface ImapSectionProps {
  mailbox: MailboxDto;
  /** Undefined: as it is stored; null: not at all. */
  value: ImapDraft | null | undefined;
  onChange: (draft: ImapDraft | null) => void;
  /** What was refused when it was to be saved, by its path. */
  fault: (path: string) => string | undefined;
}

/** Where a mailbox's mail is fetched from, and what becomes of it there. */
export function ImapSection({ mailbox, value, onChange, fault }: ImapSectionProps) {
  const t = useTranslations('channels.server');
  const { field } = useProblemText();
  const test = useTestServer(mailbox.id, 'test-receiving');
  const draft = value === undefined && mailbox.imap ? imapDraft(mailbox) : value;
  const change = (part: Partial<ImapDraft>) => draft && onChange({ ...draft, ...part });
  const errorOf = (name: string) =>
    fault(`imap.${name}`) ?? field(test.error, `imap.${name}`) ?? field(test.error, name);
  return (
    <fieldset className="flex flex-col gap-4 border-t pt-4">
      <legend className="sr-only">{t('receiving')}</legend>
      <LabelledSwitch
        label={t('fetch')}
        hint={t('fetchHint')}
        checked={Boolean(draft)}
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
            <TextField
              label={t('folder')}
              dir="auto"
              error={errorOf('folder')}
              value={draft.folder}
              onChange={(folder) => change({ folder })}
            />
            <SelectField
              label={t('after')}
              error={errorOf('then_do')}
              value={draft.then_do}
              onChange={(then_do) => change({ then_do })}
              items={AFTER_FETCH.map((act) => ({ value: act, label: t(`afters.${act}`) }))}
            />
          </div>
          {draft.then_do === 'move' ? (
            <TextField
              label={t('moveTo')}
              hint={t('moveToHint')}
              dir="auto"
              error={errorOf('move_to')}
              value={draft.move_to}
              onChange={(move_to) => change({ move_to })}
            />
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
