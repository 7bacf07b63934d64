/** One number of the bench's table. `bare` is the same work without the product, measured in the same run. */
export interface Figure {
  /** What was measured, as it stands in the table: "GET /api/tickets/, 50 of 100,000". */
  name: string;
  value: number;
  unit: 'ms' | 's' | '/s' | 'kB' | 'MB' | '×';
  bare?: number;
  aim?: Aim;
}

/** The bound of the figure itself, or of its ratio to the bare measure. */
export type Aim = { most: number } | { least: number } | { leastRatio: number } | { mostRatio: number };

const number = (value: number): string =>
  value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 2 : 0 });
const ratioOf = ({ value, bare }: Figure): number => (bare === undefined ? Number.NaN : value / bare);

/** Has the aim been met? Null where there is none. */
export function met(figure: Figure): boolean | null {
  const { aim, value } = figure;
  if (!aim) return null;
  if ('most' in aim) return value <= aim.most;
  if ('least' in aim) return value >= aim.least;
  return 'leastRatio' in aim ? ratioOf(figure) >= aim.leastRatio : ratioOf(figure) <= aim.mostRatio;
}

function aimOf({ aim, unit }: Figure): string {
  if (!aim) return '';
  if ('most' in aim) return `≤ ${number(aim.most)} ${unit}`;
  if ('least' in aim) return `≥ ${number(aim.least)} ${unit}`;
  return 'leastRatio' in aim
    ? `≥ ${aim.leastRatio.toFixed(2)} of bare`
    : `≤ ${aim.mostRatio.toFixed(2)} of bare`;
}

/** The figure's cells: name, measured, aim, bare, ratio, met. */
export function cells(figure: Figure): string[] {
  const { name, value, unit, bare } = figure;
  const reached = met(figure);
  return [
    name,
    `${number(value)} ${unit}`,
    aimOf(figure),
    bare === undefined ? '' : `${number(bare)} ${unit}`,
    bare === undefined ? '' : ratioOf(figure).toFixed(2),
    reached === null ? '' : reached ? 'yes' : 'no',
  ];
}
