'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useProblemText } from '@/components/data/use-problem-text';
import { useEditUser } from '@/components/data/use-save-user';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { toast } from '@/components/ui/toast';
import type { UserDto } from '@/lib/schemas/person';
import { LeaveForm } from './leave-form';

/** Lets somebody go, with the question what happens to his tickets; or brings him back. */
export function PersonLeave({ person, isMe }: { person: UserDto; isMe: boolean }) {
  const t = useTranslations('people.page.leave');
  const { problem } = useProblemText();
  const edit = useEditUser();
  const [open, setOpen] = useState(false);
  if (isMe) return <p className="text-ui text-ink-2">{t('mine')}</p>;
  if (!person.is_active) {
    return (
      <div className="flex flex-wrap items-center justify-between gap-4">
        <p className="text-ui text-ink-2">{t('gone')}</p>
        <Button
          pending={edit.isPending}
          onClick={() =>
            edit.mutate(
              { id: person.id, is_active: true },
              {
                onSuccess: () => toast.success(t('backDone', { name: person.name })),
                onError: (error) => toast.error(problem(error)),
              },
            )
          }
        >
          {t('back')}
        </Button>
      </div>
    );
  }
  return (
    <div>
      <Button onClick={() => setOpen(true)}>{t('open')}</Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={t('heading', { name: person.name })}
        description={t('detail')}
      >
        <LeaveForm person={person} onDone={() => setOpen(false)} />
      </Dialog>
    </div>
  );
}
