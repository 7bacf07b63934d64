/** The course of a figure over the range: its shape alone, so it has no axis, no name and no values. */
export function Sparkline({ values }: { values: readonly (number | null)[] }) {
  const known = values.flatMap((value) => value ?? []);
  if (known.length < 2) return <div className="h-8" />;
  const most = Math.max(...known, 1);
  const step = 100 / Math.max(1, values.length - 1);
  let drawing = false;
  const path = values
    .map((value, index) => {
      if (value === null) {
        drawing = false;
        return '';
      }
      const point = `${drawing ? 'L' : 'M'}${(index * step).toFixed(2)} ${(30 - (value / most) * 28).toFixed(2)}`;
      drawing = true;
      return point;
    })
    .join('');
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 100 32"
      preserveAspectRatio="none"
      className="h-8 w-full text-chart-1 rtl:-scale-x-100"
    >
      <path d={path} fill="none" stroke="currentColor" strokeWidth="1.5" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
