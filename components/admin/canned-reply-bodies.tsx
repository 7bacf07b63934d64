'use client';
import { Braces, X } from 'lucide-react';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { useRef } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { languageName } from '@/components/ui/language-name';
import { LanguagePicker } from '@/components/ui/language-picker';
import { Menu, MenuItem } from '@/components/ui/menu';
import { Textarea } from '@/components/ui/textarea';
import { fillVariables, VARIABLES, type VariableValues } from '@/lib/rules/fill-variables';
import { languagesOf } from '@/lib/rules/text-in';
import { unknownVariable } from '@/lib/rules/variables-in';

interface CannedReplyBodiesProps {
  bodies: Record<string, string>;
  /** What the preview fills in. */
  sample: VariableValues;
  errorOf: (language: string) => string | undefined;
  onChange: (bodies: Record<string, string>) => void;
}

/** The text in each language, each beside what a customer would read. */
export function CannedReplyBodies({ bodies, sample, errorOf, onChange }: CannedReplyBodiesProps) {
  const t = useTranslations('workspace.canned');
  const languages = languagesOf(bodies);
  return (
    <section className="mt-8 border-t pt-6">
      <h2 className="text-heading">{t('texts')}</h2>
      <p className="mt-0.5 max-w-[60ch] text-small text-ink-2 text-pretty">{t('textsDetail')}</p>
      {languages.map((language) => (
        <Body
          key={language}
          language={language}
          body={bodies[language] ?? ''}
          sample={sample}
          error={errorOf(language)}
          onChange={(body) => onChange({ ...bodies, [language]: body })}
          onRemove={
            languages.length > 1
              ? () =>
                  onChange(Object.fromEntries(Object.entries(bodies).filter(([code]) => code !== language)))
              : undefined
          }
        />
      ))}
      <div className="mt-5">
        <LanguagePicker
          value={[]}
          onChange={([code]) => {
            if (code && !(code in bodies)) onChange({ ...bodies, [code]: '' });
          }}
          addLabel={t('addLanguage')}
        />
      </div>
    </section>
  );
}

interface BodyProps {
  language: string;
  body: string;
  sample: VariableValues;
  error: string | undefined;
  onChange: (body: string) => void;
  onRemove: (() => void) | undefined;
}

function Body({ language, body, sample, error, onChange, onRemove }: BodyProps) {
  const t = useTranslations('workspace.canned');
  const format = useFormatter();
  const name = languageName(language, useLocale());
  const box = useRef<HTMLDivElement>(null);
  const unknown = unknownVariable(body);
  const { text, unresolved } = fillVariables(body, sample);
  /** Puts a variable where the cursor stands, and goes on behind it. */
  const insert = (variable: string) => {
    const area = box.current?.querySelector('textarea');
    const [start, end] = area ? [area.selectionStart, area.selectionEnd] : [body.length, body.length];
    const place = `{{${variable}}}`;
    onChange(body.slice(0, start) + place + body.slice(end));
    requestAnimationFrame(() => {
      area?.focus();
      area?.setSelectionRange(start + place.length, start + place.length);
    });
  };
  return (
    <div ref={box} className="mt-5 grid gap-x-6 gap-y-3 md:grid-cols-2">
      <Field label={name} error={unknown === null ? error : t('unknownVariable', { name: `{{${unknown}}}` })}>
        <Textarea
          rows={7}
          lang={language}
          dir="auto"
          value={body}
          maxLength={10_000}
          onChange={(event) => onChange(event.target.value)}
          className="max-h-[50dvh]"
        />
        <div className="flex items-center justify-between gap-2">
          <Menu
            trigger={
              <Button size="small" variant="quiet" icon={<Braces aria-hidden className="size-3.5" />}>
                {t('insert')}
              </Button>
            }
          >
            {VARIABLES.map((variable) => (
              <MenuItem key={variable} onClick={() => insert(variable)}>
                <span className="flex items-baseline justify-between gap-6">
                  <code className="font-mono text-small">{variable}</code>
                  <span className="max-w-40 truncate text-small text-ink-3">{sample[variable]}</span>
                </span>
              </MenuItem>
            ))}
          </Menu>
          {onRemove ? (
            <IconButton
              label={t('removeLanguage', { name })}
              icon={<X aria-hidden className="size-4" />}
              onClick={onRemove}
            />
          ) : null}
        </div>
      </Field>
      <div className="min-w-0">
        <p className="mb-1.5 text-ui font-[550] text-ink-2">{t('preview')}</p>
        <div
          lang={language}
          dir="auto"
          className="prose-plain min-h-24 rounded-e-control border-s-2 border-accent bg-sunken px-4 py-3 text-body"
        >
          {text || <span className="text-ink-3">{t('previewEmpty')}</span>}
        </div>
        {unresolved.length > 0 && unknown === null ? (
          <p className="mt-1.5 text-small text-ink-2">
            {t('unresolved', { names: format.list(unresolved, { type: 'unit' }) })}
          </p>
        ) : null}
      </div>
    </div>
  );
}
