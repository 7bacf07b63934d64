'use client';
import { useTranslations } from 'next-intl';
import { Dialog } from '@/components/ui/dialog';
import type { UserDto } from '@/lib/schemas/person';
import { PersonForm } from './person-form';

interface PersonDialogProps {
  open: boolean;
  /** Null: a new one. */
  person: UserDto | null;
  meId: string;
  onOpenChange: (open: boolean) => void;
}

export function PersonDialog({ open, person, meId, onOpenChange }: PersonDialogProps) {
  const t = useTranslations('admin.person');
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={person ? person.name : t('new')}
      description={person ? undefined : t('newDetail')}
    >
      <PersonForm
        key={person?.id ?? 'new'}
        person={person}
        isMe={person?.id === meId}
        onDone={() => onOpenChange(false)}
      />
    </Dialog>
  );
}
