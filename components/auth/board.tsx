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

/** All within the middle, so that no crop cuts a cord off its plug. */
const CORDS: readonly Cord[] = [
  { from: [3, 2], to: [7, 3], slack: 80, colour: 'text-status-waiting' },
  { from: [8, 2], to: [6, 5], slack: 80, colour: 'text-status-assigned' },
  { from: [3, 5], to: [8, 6], slack: 140, colour: 'text-accent' },
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

/** The house's picture: a switchboard's plate with three cords. Decoration, drawn from the tokens of the theme. */
export function Board({ className }: { className?: string }) {
  return (
    <svg
      viewBox={`0 0 ${COLUMNS * STEP} ${ROWS * STEP}`}
      className={className}
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
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
