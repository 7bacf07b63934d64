/** The room of a chart before it is there. */
export function ChartSkeleton() {
  return (
    <div aria-hidden="true" className="flex h-64 items-end gap-3">
      {[40, 65, 30, 80, 55, 70, 35, 60].map((height) => (
        <div
          key={height}
          className="appear-late flex-1 rounded-control bg-sunken"
          style={{ height: `${height}%` }}
        />
      ))}
    </div>
  );
}
