'use client';
import { ChevronDown, Sparkles } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import type { DraftWish } from '@/components/data/use-ai-draft';
import { useAiStatus } from '@/components/data/use-ai-status';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { languageName } from '@/components/ui/language-name';
import { Menu, MenuCheckbox, MenuItem, MenuSeparator } from '@/components/ui/menu';
import { Tooltip } from '@/components/ui/tooltip';
import { useCommandPart } from './commands/command-context';
import { useShortcut } from './commands/use-key-text';

interface AiButtonProps {
  /** What stands in the composer; it can be worked on as well. */
  text: string;
  languages: readonly string[];
  working: boolean;
  onAsk: (wish: DraftWish) => void;
}

/** Asks for a suggestion. Without a key the same button, under the name of what it does then. */
export function AiButton({ text, languages, working, onAsk }: AiButtonProps) {
  const t = useTranslations('ai');
  const locale = useLocale();
  const ai = useAiStatus();
  const [notes, setNotes] = useState(false);
  const none = ai?.provider === 'none';
  const draft = () => onAsk({ kind: 'reply', ...(notes && !none ? { include_notes: true } : {}) });
  const key = useShortcut('draft');
  useCommandPart('ai', { draft: ai ? draft : null });
  if (!ai) return null;
  const mine = text.trim() === '' ? undefined : text.slice(0, 10_000);
  return (
    <div className="flex items-center">
      <Tooltip label={t(none ? 'fromAnswers' : 'draft')} shortcut={key} side="top">
        <Button
          variant="quiet"
          size="small"
          pending={working}
          icon={<Sparkles aria-hidden className="size-3.5" />}
          onClick={draft}
        >
          {none ? (
            <>
              <span className="max-sm:sr-only">{t('fromAnswers')}</span>
              <span aria-hidden className="sm:hidden">
                {t('draft')}
              </span>
            </>
          ) : (
            t('draft')
          )}
        </Button>
      </Tooltip>
      {none ? null : (
        <Menu
          side="top"
          align="end"
          trigger={
            <IconButton
              label={t('options')}
              icon={<ChevronDown aria-hidden className="size-3.5" />}
              className="size-7! coarse:size-control!"
            />
          }
        >
          <MenuCheckbox checked={notes} onCheckedChange={setNotes}>
            {t('withNotes')}
          </MenuCheckbox>
          {mine ? (
            <>
              <MenuSeparator />
              {(['shorter', 'friendlier'] as const).map((instruction) => (
                <MenuItem
                  key={instruction}
                  onClick={() => onAsk({ kind: 'refine', instruction, text: mine })}
                >
                  {t(`mine.${instruction}`)}
                </MenuItem>
              ))}
              {languages.map((language) => (
                <MenuItem
                  key={language}
                  onClick={() => onAsk({ kind: 'refine', instruction: 'translate', language, text: mine })}
                >
                  {t('translate', { language: languageName(language, locale) })}
                </MenuItem>
              ))}
            </>
          ) : null}
        </Menu>
      )}
    </div>
  );
}
