'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useEffect, useSyncExternalStore } from 'react';
import { api } from '@/components/data/api';
import { useProblemText } from '@/components/data/use-problem-text';
import { toast } from '@/components/ui/toast';
import type { ListedMessageDraft } from '@/lib/schemas/message-draft';
import { lastAct } from '../commands/last-act';
import { useDesk } from '../desk-context';
import { type Sent, sentLately } from './sent-lately';
import { takeBack } from './take-back';
import { useSecondsLeft } from './use-seconds-left';

/** So long after its time a message has left, or the server knows why not. */
const SETTLED_MS = 2_500;

/**
 * What was sent last can be taken back from wherever its author is by then, by the toast or by Z. A message that was
 * stopped instead of leaving is told of, should he be elsewhere.
 */
export function UndoSend() {
  const t = useTranslations('composer');
  const client = useQueryClient();
  const { me, location, go } = useDesk();
  const { problem } = useProblemText();
  const sent = useSyncExternalStore(sentLately.subscribe, sentLately.last, () => null);

  const undo = async (one: Sent) => {
    toast.dismiss(one.held.id);
    try {
      await takeBack(client, me.id, one);
      if (location.number !== one.ticket.number) go(one.ticket.number);
    } catch (error) {
      toast.error(t('undo.failed'), { description: problem(error) });
    }
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: one toast a message
  useEffect(() => {
    if (!sent) return;
    const { held, until } = sent;
    lastAct.put(held.id, () => void undo(sent));
    toast.success(t('undo.sent'), {
      id: held.id,
      duration: Number.POSITIVE_INFINITY,
      action: { label: <UndoLabel until={until} words={t('undo.act')} />, onClick: () => void undo(sent) },
    });
    const left = Math.max(0, until - Date.now());
    const end = setTimeout(() => {
      toast.dismiss(held.id);
      sentLately.forget(held.id);
    }, left);
    return () => {
      clearTimeout(end);
      lastAct.drop(held.id);
    };
  }, [sent]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once a message, after its time
  useEffect(() => {
    if (!sent) return;
    const { held, ticket, until } = sent;
    setTimeout(
      () => {
        if (new RegExp(`/${ticket.number}$`).test(window.location.pathname)) return;
        void isStopped(held.id).then((stopped) => {
          if (!stopped) return;
          toast.error(t('held.stoppedToast', { number: String(ticket.number) }), {
            duration: 20_000,
            action: { label: t('held.open'), onClick: () => go(ticket.number) },
          });
        });
      },
      until - Date.now() + SETTLED_MS,
    );
  }, [sent]);
  return null;
}

async function isStopped(id: string): Promise<boolean> {
  try {
    const { results } = await api.get<{ results: ListedMessageDraft[] }>('/drafts/');
    return results.some(({ held }) => held?.id === id && held.state === 'stopped');
  } catch {
    // it stands on the ticket in any case
    return false;
  }
}

/** Not read out anew each second. Drawn outside of the desk, where its words are not known. */
function UndoLabel({ until, words }: { until: number; words: string }) {
  const seconds = useSecondsLeft(until);
  return (
    <>
      {words}
      <span aria-hidden className="tabular ms-1">
        ({seconds})
      </span>
    </>
  );
}
