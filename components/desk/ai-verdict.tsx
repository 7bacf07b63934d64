'use client';
import { ThumbsDown, ThumbsUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Input } from '@/components/ui/input';
import type { DraftOutcomeInput } from '@/lib/schemas/ai';

/** Liked or not, and why not. */
export function AiVerdict({ onVerdict }: { onVerdict: (verdict: DraftOutcomeInput) => void }) {
  const t = useTranslations('ai');
  const [thumb, setThumb] = useState<'up' | 'down' | null>(null);
  const [reason, setReason] = useState('');
  const [told, setTold] = useState(false);
  const choose = (next: 'up' | 'down') => {
    const value = thumb === next ? null : next;
    setThumb(value);
    setTold(false);
    onVerdict({ thumb: value });
  };
  return (
    <>
      <div className="ms-auto flex">
        <IconButton
          label={t('good')}
          aria-pressed={thumb === 'up'}
          icon={<ThumbsUp aria-hidden className="size-3.5" />}
          className="size-7! coarse:size-control!"
          onClick={() => choose('up')}
        />
        <IconButton
          label={t('bad')}
          aria-pressed={thumb === 'down'}
          icon={<ThumbsDown aria-hidden className="size-3.5" />}
          className="size-7! coarse:size-control!"
          onClick={() => choose('down')}
        />
      </div>
      {thumb === 'down' ? (
        <form
          className="flex basis-full gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            if (reason.trim() === '') return;
            onVerdict({ thumb: 'down', reason: reason.trim() });
            setTold(true);
          }}
        >
          {told ? (
            <p role="status" className="text-small text-ink-2">
              {t('thanks')}
            </p>
          ) : (
            <>
              <Input
                value={reason}
                maxLength={500}
                aria-label={t('reason')}
                placeholder={t('reason')}
                onChange={(event) => setReason(event.target.value)}
              />
              <Button type="submit">{t('reasonSend')}</Button>
            </>
          )}
        </form>
      ) : null}
    </>
  );
}
