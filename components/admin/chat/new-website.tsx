'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCreateWebsite } from '@/components/data/use-websites';
import { toast } from '@/components/ui/toast';
import { DraftForm } from '../draft-form';
import { TextField } from '../text-field';
import { useDraft } from '../use-draft';
import { OriginsField, originsIn } from './origins-field';

/** A name and where it is; all else has a good default, and stands on its page. */
export function NewWebsite({ onCancel }: { onCancel: () => void }) {
  const t = useTranslations('websites');
  const router = useRouter();
  const create = useCreateWebsite();
  const { of, form } = useDraft({
    start: { name: '', origins: '' },
    save: ({ name, origins }) => create.mutateAsync({ name, origins: originsIn(origins) }),
    onSaved: ({ id, name }) => {
      toast.success(t('made', { name }));
      router.push(`/admin/channels/chat/${id}`);
    },
  });
  return (
    <DraftForm form={form} submit={t('create')} onCancel={onCancel}>
      <TextField label={t('name')} hint={t('nameHint')} dir="auto" maxLength={80} {...of('name')} />
      <OriginsField {...of('origins')} />
    </DraftForm>
  );
}
