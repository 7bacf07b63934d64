import { CircleAlert, CircleCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useProblemText } from '@/components/data/use-problem-text';
import { Button } from '@/components/ui/button';
import type { ServerTestDto } from '@/lib/schemas/mail-servers';

interface ServerTestProps {
  kind: 'imap' | 'smtp';
  test: { data: ServerTestDto | undefined; error: Error | null; isPending: boolean };
  onTest: () => void;
}

/** Tries a server with what stands in the form, and says in plain words what came of it. */
export function ServerTest({ kind, test, onTest }: ServerTestProps) {
  const t = useTranslations('channels.server');
  const { problem } = useProblemText();
  const { data } = test;
  return (
    <div>
      <Button size="small" variant="secondary" pending={test.isPending} onClick={onTest}>
        {t(`test.${kind}`)}
      </Button>
      <div aria-live="polite" className="mt-2 text-small">
        {test.isPending ? null : test.error ? (
          <p className="text-danger">{problem(test.error)}</p>
        ) : data?.trouble ? (
          <p className="flex items-start gap-2 text-danger">
            <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
            <span>
              {t(`troubles.${data.trouble}`)}
              {data.said ? (
                <span dir="ltr" className="block font-mono text-micro text-ink-2 wrap-anywhere">
                  {data.said}
                </span>
              ) : null}
            </span>
          </p>
        ) : data ? (
          <p className="flex items-start gap-2 text-ok">
            <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0" />
            {data.mails === null ? t('sends') : t('receives', { count: data.mails })}
          </p>
        ) : null}
      </div>
    </div>
  );
}
