'use client';
import { Tag } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { TagPicker } from '@/components/desk/tag-picker';
import { Button } from '@/components/ui/button';
import { RemovableChip } from '@/components/ui/removable-chip';

interface CannedReplyTagsProps {
  label: string;
  tags: readonly string[];
  error: string | undefined;
  onChange: (tags: string[]) => void;
}

/** Tags that a macro puts on, or takes off. */
export function CannedReplyTags({ label, tags, error, onChange }: CannedReplyTagsProps) {
  const t = useTranslations('views.tags');
  const id = useId();
  return (
    <div className="flex flex-col gap-1.5">
      <span id={id} className="text-ui font-[550] text-ink">
        {label}
      </span>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would take the form's own look */}
      <div role="group" aria-labelledby={id} className="flex min-h-control flex-wrap items-center gap-1">
        {tags.map((tag) => (
          <RemovableChip
            key={tag}
            name={`#${tag}`}
            removeLabel={t('takeOff', { tag })}
            onRemove={() => onChange(tags.filter((one) => one !== tag))}
          />
        ))}
        <TagPicker
          align="start"
          chosen={tags}
          trigger={
            <Button
              variant="secondary"
              size="small"
              aria-label={t('add')}
              icon={<Tag aria-hidden className="size-3.5" />}
            >
              {t('addShort')}
            </Button>
          }
          onAdd={(tag) => onChange([...tags, tag].sort())}
        />
      </div>
      {error ? <p className="text-small text-danger">{error}</p> : null}
    </div>
  );
}
