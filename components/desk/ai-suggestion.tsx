'use client';
import { CircleAlert, Sparkles, X } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import type { DraftDto } from '@/lib/schemas/ai';
import { AiActs } from './ai-acts';
import { useAiFailureText } from './ai-failure-text';
import { AiSentence } from './ai-sentence';
import { AiSimilar } from './ai-similar';
import type { Suggestion } from './use-suggestion';

interface AiSuggestionProps {
  suggestion: Suggestion;
  /** Without a model: what is suggested is the house's own. */
  none: boolean;
  languages: readonly string[];
}

/** What is proposed, above the text and apart from it. The text changes only when the person takes it. */
export function AiSuggestion({ suggestion, none, languages }: AiSuggestionProps) {
  const t = useTranslations('ai');
  const failure = useAiFailureText();
  const { state } = suggestion;
  return (
    <>
      <p role="status" className="sr-only">
        {state.kind === 'done'
          ? t('ready')
          : state.kind === 'failed'
            ? t('failed', { reason: failure(state.error) })
            : ''}
      </p>
      {state.kind === 'idle' ? null : (
        <section
          aria-label={t('label')}
          aria-busy={state.kind === 'working' || undefined}
          className="mx-3 mt-2 flex max-h-[40dvh] flex-col rounded-control border border-accent bg-canvas"
        >
          {state.kind === 'working' ? (
            <Working text={state.text} none={none} onStop={suggestion.clear} />
          ) : state.kind === 'failed' ? (
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2">
              <p className="flex min-w-0 flex-1 items-center gap-1.5 text-small text-danger">
                <CircleAlert aria-hidden className="size-3.5 shrink-0" />
                {failure(state.error)}
              </p>
              <Button size="small" variant="quiet" onClick={() => void suggestion.ask(state.wish)}>
                {t('again')}
              </Button>
              <Button size="small" variant="quiet" onClick={suggestion.clear}>
                {t('close')}
              </Button>
            </div>
          ) : (
            <Done suggestion={suggestion} draft={state.draft} languages={languages} />
          )}
        </section>
      )}
    </>
  );
}

function Working({ text, none, onStop }: { text: string; none: boolean; onStop: () => void }) {
  const t = useTranslations('ai');
  return (
    <>
      <div className="flex items-center gap-2 px-3 py-1.5">
        <p className="flex flex-1 items-center gap-1.5 text-small text-ink-2">
          <Sparkles aria-hidden className="size-3.5 animate-pulse text-accent" />
          {t(none ? 'workingNone' : 'working')}
        </p>
        <Button size="small" variant="quiet" onClick={onStop}>
          {t('stop')}
        </Button>
      </div>
      {text ? (
        <p dir="auto" className="prose-plain scrolling min-h-0 px-3 pb-2.5 text-body text-ink">
          {text}
        </p>
      ) : null}
    </>
  );
}

function Done({
  suggestion,
  draft,
  languages,
}: {
  suggestion: Suggestion;
  draft: DraftDto;
  languages: readonly string[];
}) {
  const t = useTranslations('ai');
  const asked = draft.missing.length > 0 && draft.sentences.every(({ sources }) => sources.length === 0);
  return (
    <>
      <div className="flex items-start gap-2 ps-3 pe-1 pt-1">
        <h3 className="flex min-w-0 flex-1 items-center gap-1.5 py-1.5 text-small text-ink-2">
          <Sparkles aria-hidden className="size-3.5 shrink-0 text-accent" />
          <span className="min-w-0">
            <Origin draft={draft} />
          </span>
        </h3>
        <IconButton
          label={t('discard')}
          icon={<X aria-hidden className="size-3.5" />}
          className="size-7! coarse:size-control!"
          onClick={suggestion.discard}
        />
      </div>
      <div className="scrolling min-h-0 px-3 pb-1">
        {asked ? <p className="text-small font-[600] text-warn">{t('questions')}</p> : null}
        {draft.sentences.length > 0 ? <Text draft={draft} /> : null}
        {draft.missing.length > 0 && !asked ? (
          <div className="mt-2">
            <p className="text-small font-[600] text-warn">{t('questions')}</p>
            <ul className="list-disc ps-5 text-small text-ink">
              {draft.missing.map((question) => (
                <li key={question}>{question}</li>
              ))}
            </ul>
          </div>
        ) : null}
        {draft.sentences.length === 0 && draft.similar.length === 0 ? (
          <p className="pb-1 text-small text-ink-2">{t('nothing')}</p>
        ) : null}
        {draft.similar.length > 0 ? <AiSimilar similar={draft.similar} onInsert={suggestion.insert} /> : null}
      </div>
      <AiActs suggestion={suggestion} draft={draft} languages={languages} />
    </>
  );
}

/** The sentences by paragraph. */
function Text({ draft }: { draft: DraftDto }) {
  const paragraphs: { key: number; sentences: DraftDto['sentences'] }[] = [];
  for (const [key, sentence] of draft.sentences.entries()) {
    if (sentence.paragraph || paragraphs.length === 0) paragraphs.push({ key, sentences: [] });
    paragraphs.at(-1)!.sentences.push(sentence);
  }
  return (
    <div dir="auto" lang={draft.language ?? undefined} className="flex flex-col gap-2.5 text-body text-ink">
      {paragraphs.map((paragraph) => (
        <p key={paragraph.key} className="whitespace-pre-wrap wrap-anywhere">
          {paragraph.sentences.map((sentence, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the sentences of a draft never change
            <span key={index}>
              {index > 0 ? ' ' : null}
              <AiSentence sentence={sentence} sources={draft.sources} />
            </span>
          ))}
        </p>
      ))}
    </div>
  );
}

/** Whose words these are, and what they rest on. */
function Origin({ draft }: { draft: DraftDto }) {
  const t = useTranslations('ai');
  const format = useFormatter();
  if (draft.provider === 'none') return t('byAnswers');
  const name = t(`providers.${draft.provider ?? 'gemini'}`, { model: draft.model ?? '' });
  const cited = new Set(draft.sentences.flatMap(({ sources }) => sources));
  const count = (...kinds: string[]) =>
    draft.sources.filter((source) => cited.has(source.id) && kinds.includes(source.kind)).length;
  const parts = [
    { n: count('message', 'note'), key: 'messages' as const },
    { n: count('canned_reply'), key: 'replies' as const },
    { n: count('answered_ticket'), key: 'answered' as const },
  ].filter(({ n }) => n > 0);
  if (draft.kind === 'refine') return t('by', { name });
  const list = format.list(
    parts.map(({ n, key }) => t(key, { count: n })),
    { type: 'unit' },
  );
  return `${t('by', { name })} · ${list ? t('basedOn', { list }) : t('basedOnNothing')}`;
}
