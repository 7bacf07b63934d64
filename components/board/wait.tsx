'use client';
import { useWords } from '@/components/reports/use-words';
import { useNow } from '@/components/ui/use-now';

/** How long something has waited, "2 d 4 h"; nothing before the screen knows its clock. */
export function Wait({ since }: { since: string }) {
  const { duration } = useWords();
  const now = useNow();
  return (
    <time dateTime={since}>
      {now === null ? '–' : duration(Math.max(0, (now - Date.parse(since)) / 1_000))}
    </time>
  );
}
