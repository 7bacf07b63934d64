interface Plot {
  title: string;
  /** Names of the bars of a row, at most two. */
  series: readonly string[];
  rows: readonly { name: string; values: readonly number[] }[];
  write: (value: number) => string;
}

const WIDTH = 720;
const NAMES = 260;
const LABEL = 90;
const BAR = 16;
const GAP = 12;

const escaped = (text: string) => text.replace(/[&<>]/g, (one) => `&#${one.charCodeAt(0)};`);

/** Lying bars from zero as an SVG, light or dark as its reader's screen. The same input gives the same bytes. */
export function bars({ title, series, rows, write }: Plot): string {
  const most = Math.max(...rows.flatMap(({ values }) => values), Number.MIN_VALUE);
  const top = series.length > 1 ? 58 : 34;
  const row = series.length * BAR + GAP;
  const height = top + rows.length * row + 8;
  const legend = series.map(
    (name, n) =>
      `<rect x="${NAMES + n * 200}" y="32" width="12" height="12" class="s${n}"/><text x="${NAMES + n * 200 + 18}" y="42">${escaped(name)}</text>`,
  );
  const drawn = rows.flatMap(({ name, values }, n) => {
    const y = top + n * row;
    const middle = y + (series.length * BAR) / 2 + 4;
    return [
      `<text x="${NAMES - 10}" y="${middle}" text-anchor="end">${escaped(name)}</text>`,
      ...values.map((value, which) => {
        const width = Math.max(1, ((WIDTH - NAMES - LABEL) * value) / most);
        const at = y + which * BAR;
        return `<rect x="${NAMES}" y="${at}" width="${width.toFixed(1)}" height="${BAR - 2}" class="s${which}"/><text x="${(NAMES + width + 6).toFixed(1)}" y="${at + 12}" class="n">${escaped(write(value))}</text>`;
      }),
    ];
  });
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escaped(title)}">`,
    '<style>text{font:13px system-ui,sans-serif;fill:#3d4149}.t{font-weight:600;fill:#1b1d21}.n{fill:#5b6470}.s0{fill:#0b6e63}.s1{fill:#b4480b}line{stroke:#b9bec6}',
    '@media(prefers-color-scheme:dark){text{fill:#c4cad2}.t{fill:#f2f3f5}.n{fill:#a5adb8}.s0{fill:#4fc3b1}.s1{fill:#ffa766}line{stroke:#4a515b}}</style>',
    `<text x="0" y="16" class="t">${escaped(title)}</text>`,
    ...(series.length > 1 ? legend : []),
    ...drawn,
    `<line x1="${NAMES}" x2="${NAMES}" y1="${top - 6}" y2="${height - 8}"/>`,
    '</svg>',
  ].join('\n')}\n`;
}
