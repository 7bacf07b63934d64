'use client';
import { LoaderCircle } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useDemo, useRequestDemo } from '@/components/data/use-demo';
import { useProblemText } from '@/components/data/use-problem-text';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import type { DemoDto } from '@/lib/schemas/setup';

/** Brings example data, says how much of it is here, and takes it out again. */
export function ExampleData() {
  const t = useTranslations('system.demo');
  const { problem } = useProblemText();
  const demo = useDemo();
  const request = useRequestDemo();
  const error = request.error ?? (demo.data ? null : demo.error);
  return (
    <div className="flex flex-col items-start gap-3">
      {demo.data ? (
        <State
          demo={demo.data}
          pending={request.isPending}
          removed={request.variables === 'remove'}
          onAsk={(wish) => request.mutate(wish)}
        />
      ) : demo.isPending ? (
        <Skeleton className="w-2/3" />
      ) : null}
      {error ? (
        <p role="alert" className="text-ui text-danger">
          {problem(error)}
        </p>
      ) : null}
      <p role="status" className="text-ui text-ink-2 empty:hidden">
        {demo.data && demo.data.kept > 0 ? t('kept', { kept: demo.data.kept }) : null}
      </p>
    </div>
  );
}

interface StateProps {
  demo: DemoDto;
  pending: boolean;
  /** Somebody has just taken it out, so its absence is worth a word. */
  removed: boolean;
  onAsk: (wish: 'load' | 'remove') => void;
}

function State({ demo, pending, removed, onAsk }: StateProps) {
  const t = useTranslations('system.demo');
  if (demo.state === 'loading' || demo.state === 'removing')
    return (
      <p role="status" className="flex items-center gap-2 text-ui text-ink-2">
        <LoaderCircle aria-hidden className="size-4 animate-spin" />
        {t(demo.state)}
      </p>
    );
  if (demo.state === 'none')
    return (
      <>
        <p className="text-ui text-ink-2 text-pretty" role={removed ? 'status' : undefined}>
          {removed ? t('removed') : t('none')}
        </p>
        <Button pending={pending} onClick={() => onAsk('load')}>
          {t('load')}
        </Button>
      </>
    );
  return (
    <>
      <p className="text-ui" role="status">
        {t('loaded', { tickets: demo.tickets, people: demo.people })}
      </p>
      <Remove tickets={demo.tickets} pending={pending} onRemove={() => onAsk('remove')} />
    </>
  );
}

/** Cannot be undone, so it asks once, in place. */
function Remove({ tickets, pending, onRemove }: { tickets: number; pending: boolean; onRemove: () => void }) {
  const t = useTranslations('system.demo');
  const c = useTranslations('common');
  const [asking, setAsking] = useState(false);
  if (!asking)
    return (
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Button onClick={() => setAsking(true)}>{t('remove')}</Button>
        <span className="text-small text-ink-3">{t('removeHint')}</span>
      </div>
    );
  return (
    <div className="flex flex-wrap items-center gap-2">
      <span className="text-ui">{t('sure', { tickets })}</span>
      <Button variant="danger" autoFocus pending={pending} onClick={onRemove}>
        {t('yes')}
      </Button>
      <Button variant="quiet" onClick={() => setAsking(false)}>
        {c('cancel')}
      </Button>
    </div>
  );
}
