'use client';
import { useFormatter } from 'next-intl';

/** What came of something, in numbers: each with what it counts. */
export function Figures({ figures }: { figures: readonly (readonly [string, number])[] }) {
  const format = useFormatter();
  return (
    <dl className="flex flex-wrap gap-x-10 gap-y-4 border-b pb-5">
      {figures.map(([label, value]) => (
        <div key={label} className="flex flex-col-reverse">
          <dt className="text-small text-ink-2">{label}</dt>
          <dd className="tabular text-display text-ink">{format.number(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
