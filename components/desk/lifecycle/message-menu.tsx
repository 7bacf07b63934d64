'use client';
import { Ellipsis, Eraser, Pencil } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useChangeMessage } from '@/components/data/use-lifecycle';
import { useProblemText } from '@/components/data/use-problem-text';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuItem } from '@/components/ui/menu';
import { Textarea } from '@/components/ui/textarea';
import { toast } from '@/components/ui/toast';
import { can } from '@/lib/rules/permissions';
import type { MessageDto } from '@/lib/schemas/message';
import type { TicketDto } from '@/lib/schemas/ticket';
import { useDesk } from '../desk-context';
import { ticketFacts } from '../ticket-facts';

/** What can still be done to a message: its text taken out by its author or an admin, one's own note edited. */
export function MessageMenu({ ticket, message }: { ticket: TicketDto; message: MessageDto }) {
  const t = useTranslations('lifecycle.message');
  const { me } = useDesk();
  const [open, setOpen] = useState<'edit' | 'remove' | null>(null);
  // what was recorded of a call is admins' to take out, and nobody's to edit
  const own = message.author.id === me.id && message.recording === null;
  if (message.removed || (!own && me.role !== 'admin') || !can(me, 'ticket.note', ticketFacts(ticket)))
    return null;
  const close = () => setOpen(null);
  return (
    <>
      <Menu
        align="end"
        trigger={
          <IconButton
            label={t('menu')}
            icon={<Ellipsis aria-hidden className="size-4" />}
            className="ms-auto -my-1.5 opacity-0 group-hover/message:opacity-100 focus-visible:opacity-100 data-popup-open:opacity-100 coarse:opacity-100"
          />
        }
      >
        {own && message.is_internal ? (
          <MenuItem
            icon={<Pencil aria-hidden className="size-4 text-ink-2" />}
            onClick={() => setOpen('edit')}
          >
            {t('edit')}
          </MenuItem>
        ) : null}
        <MenuItem danger icon={<Eraser aria-hidden className="size-4" />} onClick={() => setOpen('remove')}>
          {t('remove')}
        </MenuItem>
      </Menu>
      <Dialog
        open={open !== null}
        onOpenChange={close}
        title={open === 'edit' ? t('edit') : t('removeTitle')}
        description={open === 'remove' ? t('removeDetail') : undefined}
      >
        <ChangeForm ticket={ticket} message={message} edits={open === 'edit'} onDone={close} />
      </Dialog>
    </>
  );
}

interface ChangeFormProps {
  ticket: TicketDto;
  message: MessageDto;
  edits: boolean;
  onDone: () => void;
}

function ChangeForm({ ticket, message, edits, onDone }: ChangeFormProps) {
  const t = useTranslations('lifecycle.message');
  const c = useTranslations('common');
  const { problem } = useProblemText();
  const change = useChangeMessage(ticket, message.id);
  const [body, setBody] = useState(message.body);
  const submit = () =>
    change.mutate(edits ? { body } : 'remove', {
      onSuccess: onDone,
      onError: (error) => toast.error(t('failed'), { description: problem(error) }),
    });
  return (
    <div className="flex flex-col gap-4">
      {edits ? (
        <Field label={t('note')}>
          <Textarea
            rows={6}
            value={body}
            maxLength={50_000}
            onChange={(event) => setBody(event.target.value)}
          />
        </Field>
      ) : null}
      <div className="flex justify-end gap-2">
        <Button variant="quiet" onClick={onDone}>
          {c('cancel')}
        </Button>
        <Button
          variant={edits ? 'primary' : 'danger'}
          disabled={edits && body.trim() === ''}
          pending={change.isPending}
          onClick={submit}
        >
          {edits ? t('save') : t('removeSubmit')}
        </Button>
      </div>
    </div>
  );
}
