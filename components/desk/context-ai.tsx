'use client';
import { Sparkles } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAiDraft } from '@/components/data/use-ai-draft';
import { useAiStatus } from '@/components/data/use-ai-status';
import { useEditTicket } from '@/components/data/use-edit-ticket';
import { useProblemText } from '@/components/data/use-problem-text';
import { Button } from '@/components/ui/button';
import { languageName } from '@/components/ui/language-name';
import { toast } from '@/components/ui/toast';
import { can } from '@/lib/rules/permissions';
import type { DraftDto } from '@/lib/schemas/ai';
import type { TicketDto } from '@/lib/schemas/ticket';
import { useAiFailureText } from './ai-failure-text';
import { AiSentence } from './ai-sentence';
import { ContextSection } from './context-section';
import { useDesk } from './desk-context';
import { ticketFacts } from './ticket-facts';
import { useTicketActs } from './use-ticket-acts';

/** What a model says about the ticket when it is asked: a summary for whoever takes over, and proposals. */
export function ContextAi({ ticket }: { ticket: TicketDto }) {
  const t = useTranslations('ai.context');
  const { me } = useDesk();
  const ai = useAiStatus();
  const failure = useAiFailureText();
  const summary = useAiDraft(ticket.id);
  const proposals = useAiDraft(ticket.id);
  if (!ai || !can(me, 'ticket.draft', ticketFacts(ticket))) return null;
  const failed = [summary.state, proposals.state].find((state) => state.kind === 'failed');
  return (
    <ContextSection name="ai" title={t('title')}>
      <div className="flex flex-col items-start gap-2">
        {ai.provider === 'none' ? null : (
          <Button
            size="small"
            icon={<Sparkles aria-hidden className="size-3.5" />}
            pending={summary.state.kind === 'working'}
            onClick={() => void summary.ask({ kind: 'summary' })}
          >
            {t('summarise')}
          </Button>
        )}
        {summary.state.kind === 'done' ? <Summary draft={summary.state.draft} /> : null}
        <Button
          size="small"
          icon={<Sparkles aria-hidden className="size-3.5" />}
          pending={proposals.state.kind === 'working'}
          onClick={() => void proposals.ask({ kind: 'suggest' })}
        >
          {t('suggest')}
        </Button>
        {proposals.state.kind === 'done' && proposals.state.draft.proposals ? (
          <Proposals
            key={proposals.state.draft.id}
            ticket={ticket}
            proposals={proposals.state.draft.proposals}
          />
        ) : null}
        <p role="status" className="text-small text-danger">
          {failed?.kind === 'failed' ? failure(failed.error) : ''}
        </p>
      </div>
    </ContextSection>
  );
}

function Summary({ draft }: { draft: DraftDto }) {
  const t = useTranslations('ai.context');
  return (
    <div className="w-full">
      <ul aria-label={t('summary')} className="flex list-disc flex-col gap-1 ps-4 text-small text-ink">
        {draft.sentences.map((sentence) => (
          <li key={sentence.text}>
            <AiSentence sentence={sentence} sources={draft.sources} />
          </li>
        ))}
      </ul>
      <Button
        size="small"
        variant="quiet"
        className="-ms-2 mt-1"
        onClick={() => void navigator.clipboard.writeText(draft.text).then(() => toast(t('copied')))}
      >
        {t('copy')}
      </Button>
    </div>
  );
}

/** Each is taken or left by itself; taking one is an ordinary edit of the ticket. */
function Proposals({
  ticket,
  proposals,
}: {
  ticket: TicketDto;
  proposals: NonNullable<DraftDto['proposals']>;
}) {
  const t = useTranslations('ai.context');
  const c = useTranslations('common.priority');
  const locale = useLocale();
  const { me } = useDesk();
  const { problem } = useProblemText();
  const edit = useEditTicket(ticket);
  const { setTopic, setPriority } = useTicketActs(ticket);
  const [left, setLeft] = useState<readonly string[]>([]);
  const { topic, priority, language } = proposals;
  const rows: { key: 'topic' | 'priority' | 'language'; value: string; take: () => Promise<boolean> }[] = [];
  if (topic !== null) rows.push({ key: 'topic', value: topic, take: () => setTopic(topic) });
  if (priority !== null)
    rows.push({ key: 'priority', value: c(priority), take: () => setPriority(priority) });
  if (language !== null) {
    const languages = [...new Set([...ticket.languages, language])];
    const take = () =>
      edit.mutateAsync({ languages }).then(
        () => true,
        (error: Error) => {
          toast.error(problem(error));
          return false;
        },
      );
    rows.push({ key: 'language', value: languageName(language, locale), take });
  }
  const open = rows.filter(({ key }) => !left.includes(key));
  const editable = can(me, 'ticket.edit', ticketFacts(ticket));
  if (rows.length === 0) return <p className="text-small text-ink-2">{t('agrees')}</p>;
  return (
    <ul className="flex w-full flex-col gap-1.5">
      {open.map(({ key, value, take }) => {
        const done = () => setLeft((now) => [...now, key]);
        return (
          <li key={key} className="flex flex-wrap items-center gap-x-2 text-small">
            <span className="text-ink-3">{t(key)}</span>
            <bdi className="flex-1 font-[600] text-ink">{value}</bdi>
            {editable ? (
              <Button
                size="small"
                aria-label={t('accept', { what: `${t(key)}: ${value}` })}
                onClick={() => void take().then((isTaken) => isTaken && done())}
              >
                {t('acceptShort')}
              </Button>
            ) : null}
            <Button
              size="small"
              variant="quiet"
              aria-label={t('reject', { what: `${t(key)}: ${value}` })}
              onClick={done}
            >
              ✕
            </Button>
          </li>
        );
      })}
      {open.length > 0 && !editable ? <li className="text-small text-ink-3">{t('notYours')}</li> : null}
    </ul>
  );
}
