'use client';
import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { languageName } from '@/components/ui/language-name';
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu';
import type { DraftDto } from '@/lib/schemas/ai';
import { AiVerdict } from './ai-verdict';
import type { Suggestion } from './use-suggestion';

interface AiActsProps {
  suggestion: Suggestion;
  draft: DraftDto;
  languages: readonly string[];
}

/** What can be done with a suggestion. */
export function AiActs({ suggestion, draft, languages }: AiActsProps) {
  const t = useTranslations('ai');
  const locale = useLocale();
  const { text } = draft;
  const refine = (instruction: 'shorter' | 'friendlier') =>
    void suggestion.ask({ kind: 'refine', instruction, text });
  return (
    <div className="flex flex-wrap items-center gap-1.5 border-t px-3 py-1.5">
      {text ? (
        <>
          <Button size="small" variant="primary" onClick={() => suggestion.insert(text)}>
            {t('insert')}
          </Button>
          <Button size="small" onClick={() => suggestion.replace(text)}>
            {t('replace')}
          </Button>
          {draft.provider === 'none' ? null : (
            <Menu
              side="top"
              trigger={
                <Button size="small" variant="quiet">
                  {t('refine')}
                </Button>
              }
            >
              <MenuItem onClick={() => refine('shorter')}>{t('shorter')}</MenuItem>
              <MenuItem onClick={() => refine('friendlier')}>{t('friendlier')}</MenuItem>
              <MenuSeparator />
              {languages.map((language) => (
                <MenuItem
                  key={language}
                  onClick={() =>
                    void suggestion.ask({ kind: 'refine', instruction: 'translate', language, text })
                  }
                >
                  {t('translate', { language: languageName(language, locale) })}
                </MenuItem>
              ))}
            </Menu>
          )}
        </>
      ) : null}
      <Button size="small" variant="quiet" onClick={suggestion.discard}>
        {t('discard')}
      </Button>
      <AiVerdict onVerdict={(verdict) => suggestion.report(draft.id, verdict)} />
    </div>
  );
}
