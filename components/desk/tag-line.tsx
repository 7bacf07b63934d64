'use client';
import { Tag } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Chip } from '@/components/ui/chip';
import { RemovableChip } from '@/components/ui/removable-chip';
import { can } from '@/lib/rules/permissions';
import type { TicketDto } from '@/lib/schemas/ticket';
import { useDesk } from './desk-context';
import { fieldButtonStyle } from './field-button-style';
import { TagPicker } from './tag-picker';
import { ticketFacts } from './ticket-facts';
import { useTicketActs } from './use-ticket-acts';

/** The tags of the open ticket, for who may edit it with a way to add and take off. The customer never sees them. */
export function TagLine({ ticket }: { ticket: TicketDto }) {
  const t = useTranslations('views.tags');
  const { me } = useDesk();
  const { addTag, removeTag } = useTicketActs(ticket);
  const tags = ticket.tags ?? [];
  if (!can(me, 'ticket.edit', ticketFacts(ticket))) return tags.map((tag) => <Chip key={tag}>#{tag}</Chip>);
  return (
    <>
      {tags.map((tag) => (
        <RemovableChip
          key={tag}
          name={`#${tag}`}
          removeLabel={t('takeOff', { tag })}
          onRemove={() => void removeTag(tag)}
        />
      ))}
      <TagPicker
        align="start"
        chosen={tags}
        trigger={
          <button type="button" aria-label={t('add')} className={fieldButtonStyle}>
            <Tag aria-hidden className="size-3.5 text-ink-3" />
            {tags.length === 0 ? t('addShort') : null}
          </button>
        }
        onAdd={(tag) => void addTag(tag)}
      />
    </>
  );
}
