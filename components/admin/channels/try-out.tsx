import { CircleAlert, CircleCheck } from 'lucide-react';
import { useProblemText } from '@/components/data/use-problem-text';
import { Button } from '@/components/ui/button';

interface TryOutProps {
  label: string;
  test: { error: Error | null; isPending: boolean };
  onTest: () => void;
  /** What came of it: our words, and the provider's own where it was refused. */
  result: { isOk: boolean; text: string; said?: string | null } | undefined;
}

/** A button that tries whether a provider lets us in, and what came of it. */
export function TryOut({ label, test, onTest, result }: TryOutProps) {
  const { problem } = useProblemText();
  const shown = test.error ? { isOk: false, text: problem(test.error), said: null } : result;
  const Icon = shown?.isOk ? CircleCheck : CircleAlert;
  return (
    <div>
      <Button size="small" variant="secondary" pending={test.isPending} onClick={onTest}>
        {label}
      </Button>
      <div role="status" className="text-small">
        {shown && !test.isPending ? (
          <p className={`mt-2 flex items-start gap-2 ${shown.isOk ? 'text-ok' : 'text-danger'}`}>
            <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
            <span className="min-w-0">
              {shown.text}
              {shown.said ? (
                <span dir="ltr" className="block font-mono text-micro font-normal text-ink-2 wrap-anywhere">
                  {shown.said}
                </span>
              ) : null}
            </span>
          </p>
        ) : null}
      </div>
    </div>
  );
}
