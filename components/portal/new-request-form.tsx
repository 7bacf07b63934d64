'use client';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { AttachWordsButton } from '@/components/attachments/attach-words-button';
import { AttachmentChips } from '@/components/attachments/attachment-chips';
import { DropZone } from '@/components/attachments/drop-zone';
import { useUploads } from '@/components/attachments/use-uploads';
import { useForm } from '@/components/auth/use-form';
import { ApiError } from '@/components/data/api-error';
import { useCreateTicket } from '@/components/data/use-create-ticket';
import { Button } from '@/components/ui/button';
import { buttonStyle } from '@/components/ui/button-style';
import { FormAlert } from '@/components/ui/form-alert';
import { languageName } from '@/components/ui/language-name';
import { PlainInput } from '@/components/ui/plain-input';
import { PlainTextarea } from '@/components/ui/plain-textarea';
import { Labelled } from './labelled';
import { LANGUAGE_CODES } from './language-codes';
import { NativeSelect } from './native-select';
import { TextField } from './text-field';
import { useNewDraft } from './use-new-draft';

interface NewRequestFormProps {
  meId: string;
  /** What there is to choose from; empty: customers say it in their own words. */
  topics: readonly { key: string; name: string }[];
}

export function NewRequestForm({ meId, topics }: NewRequestFormProps) {
  const t = useTranslations('portal.new');
  const common = useTranslations('common');
  const locale = useLocale();
  const router = useRouter();
  const create = useCreateTicket();
  const { subject, description, setSubject, setDescription, set } = useNewDraft(meId);
  const uploads = useUploads();
  const files = useTranslations('attachments');
  const languages = useMemo(
    () =>
      LANGUAGE_CODES.map((code) => ({ code, name: languageName(code, locale) })).sort((a, b) =>
        a.name.localeCompare(b.name, locale),
      ),
    [locale],
  );
  const [waits, setWaits] = useState(false);
  const form = useForm(async ({ topic = '', language = '' }) => {
    const empty: Record<string, string[]> = {};
    if (subject.trim() === '') empty.subject = ['required'];
    if (description.trim() === '') empty.description = ['required'];
    if (Object.keys(empty).length > 0)
      throw new ApiError({ status: 422, code: 'validation_failed', message: '', fields: empty });
    if (uploads.isBusy || uploads.hasFailed) return setWaits(true);
    const ticket = await create.mutateAsync({
      subject: subject.trim(),
      description,
      topic: topic.trim() || null,
      languages: language ? [language] : [],
      attachments: uploads.ids,
    });
    set({ subject: '', description: '' });
    router.push(`/requests/${ticket.number}?sent=1`);
    router.refresh();
    await new Promise((done) => setTimeout(done, 3_000));
  });
  return (
    <form onSubmit={form.onSubmit} noValidate className="flex flex-col gap-6">
      {form.problem ? <FormAlert>{form.problem}</FormAlert> : null}
      <TextField id="subject" label={t('subject')} hint={t('subjectHint')} error={form.field('subject')}>
        {(names) => (
          <PlainInput
            {...names}
            name="subject"
            value={subject}
            onChange={(event) => setSubject(event.target.value)}
            maxLength={200}
            dir="auto"
            autoComplete="off"
          />
        )}
      </TextField>
      <DropZone onFiles={uploads.add} className="flex flex-col gap-3">
        <TextField
          id="description"
          label={t('description')}
          hint={t('descriptionHint')}
          error={form.field('description')}
        >
          {(names) => (
            <PlainTextarea
              {...names}
              name="description"
              value={description}
              onChange={(event) => setDescription(event.target.value)}
              rows={8}
              dir="auto"
              className="max-h-[60dvh] min-h-44"
            />
          )}
        </TextField>
        <AttachmentChips uploads={uploads} />
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <AttachWordsButton onFiles={uploads.add} />
          <p className="text-small text-ink-2">{files('hint')}</p>
        </div>
        {waits && (uploads.isBusy || uploads.hasFailed) ? (
          <FormAlert>{files(uploads.isBusy ? 'stillUploading' : 'someFailed')}</FormAlert>
        ) : null}
      </DropZone>
      <div className="grid gap-6 sm:grid-cols-2">
        {topics.length > 0 ? (
          <Labelled id="topic" label={t('topic')} mark={common('optional')} hint={t('topicChoiceHint')}>
            <NativeSelect id="topic" name="topic" aria-describedby="topic-hint" defaultValue="">
              <option value="">{t('anyTopic')}</option>
              {topics.map(({ key, name }) => (
                <option key={key} value={key}>
                  {name}
                </option>
              ))}
            </NativeSelect>
          </Labelled>
        ) : (
          <TextField
            id="topic"
            label={t('topic')}
            mark={common('optional')}
            hint={t('topicHint')}
            error={form.field('topic')}
          >
            {(names) => <PlainInput {...names} name="topic" maxLength={80} dir="auto" autoComplete="off" />}
          </TextField>
        )}
        <Labelled id="language" label={t('language')} mark={common('optional')} hint={t('languageHint')}>
          <NativeSelect id="language" name="language" aria-describedby="language-hint" defaultValue="">
            <option value="">{t('anyLanguage')}</option>
            {languages.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </NativeSelect>
        </Labelled>
      </div>
      <div className="flex flex-wrap gap-3 border-t border-line pt-6">
        <Button type="submit" variant="primary" size="large" pending={form.pending}>
          {t('submit')}
        </Button>
        <Link href="/requests" className={buttonStyle({ variant: 'quiet', size: 'large' })}>
          {t('cancel')}
        </Link>
      </div>
    </form>
  );
}
