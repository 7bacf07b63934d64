import { RelativeTime } from '@/components/ui/relative-time';

interface LastHeardProps {
  at: string | null;
  words: (key: 'last' | 'nothingYet') => string;
}

/** When something last came that way. */
export function LastHeard({ at, words }: LastHeardProps) {
  return (
    <p className="text-small text-ink-2">
      {at ? (
        <>
          {words('last')} <RelativeTime value={at} />
        </>
      ) : (
        words('nothingYet')
      )}
    </p>
  );
}
