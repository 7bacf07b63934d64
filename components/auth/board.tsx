/**
 * The house's picture: a switchboard's plate with three cords. Drawn from the tokens, so it follows the theme.
 * `label` names it where it stands alone; without one it is decoration.
 */
const STEP = 40;
const COLUMNS = 12;
const ROWS = 12;
const at = (cell: number) => STEP / 2 + cell * STEP;

interface Cord {
  from: readonly [number, number];
  to: readonly [number, number];
  /** How far the cord hangs below its plugs. */
  slack: number;
  colour: string;
}

const CORDS: readonly Cord[] = [
  { from: [1, 1], to: [8, 3], slack: 150, colour: 'text-status-waiting' },
  { from: [10, 1], to: [3, 6], slack: 120, colour: 'text-status-assigned' },
  { from: [2, 4], to: [9, 8], slack: 130, colour: 'text-accent' },
];

const plugged = new Set(CORDS.flatMap(({ from, to }) => [from.join(), to.join()]));
const jacks = Array.from(
  { length: COLUMNS * ROWS },
  (_, i) => [i % COLUMNS, Math.floor(i / COLUMNS)] as const,
);

function CordLine({ cord }: { cord: Cord }) {
  const [x1, y1] = [at(cord.from[0]), at(cord.from[1])];
  const [x2, y2] = [at(cord.to[0]), at(cord.to[1])];
  const low = Math.max(y1, y2) + cord.slack;
  const path = `M${x1} ${y1}C${x1 + (x2 - x1) * 0.12} ${low} ${x2 - (x2 - x1) * 0.12} ${low} ${x2} ${y2}`;
  return (
    <g className={cord.colour}>
      <path d={path} className="stroke-canvas" strokeWidth="9" fill="none" strokeLinecap="round" />
      <path d={path} stroke="currentColor" strokeWidth="4" fill="none" strokeLinecap="round" />
      {[cord.from, cord.to].map(([column, row]) => (
        <g key={`${column} ${row}`}>
          <circle
            cx={at(column)}
            cy={at(row)}
            r="10"
            fill="currentColor"
            className="stroke-canvas"
            strokeWidth="2.5"
          />
          <circle cx={at(column)} cy={at(row)} r="3.5" className="fill-canvas" />
        </g>
      ))}
    </g>
  );
}

export function Board({ className, label }: { className?: string; label?: string }) {
  return (
    <svg
      viewBox={`0 0 ${COLUMNS * STEP} ${ROWS * STEP}`}
      className={className}
      preserveAspectRatio="xMidYMid slice"
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      {jacks.map(([column, row]) =>
        plugged.has(`${column},${row}`) ? null : (
          <g key={`${column} ${row}`}>
            <circle
              cx={at(column)}
              cy={at(row)}
              r="6.5"
              className="fill-surface stroke-line"
              strokeWidth="1.5"
            />
            <circle cx={at(column)} cy={at(row)} r="2" className="fill-line" />
          </g>
        ),
      )}
      {CORDS.map((cord) => (
        <CordLine key={cord.from.join()} cord={cord} />
      ))}
    </svg>
  );
}
