import { cx } from 'class-variance-authority';
import type { ReactNode } from 'react';

interface DataTableProps {
  caption: string;
  /** The first column holds names, all others numbers. */
  head: readonly string[];
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
}

/** The data of a chart as a table: names at the start, numbers under each other. */
export function DataTable({ caption, head, rows }: DataTableProps) {
  return (
    <table className="tabular w-full border-collapse text-small">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {head.map((name, index) => (
            <th
              key={name}
              scope="col"
              className={cx(
                'h-9 whitespace-nowrap border-b text-micro text-ink-3',
                index === 0 ? 'text-start' : 'ps-4 text-end',
              )}
            >
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells }) => (
          <tr key={key} className="border-b hover:bg-hover">
            {cells.map((cell, index) =>
              index === 0 ? (
                <th key={head[index]} scope="row" className="h-9 py-1.5 text-start font-normal text-ink">
                  {cell}
                </th>
              ) : (
                <td key={head[index]} className="h-9 whitespace-nowrap py-1.5 ps-4 text-end text-ink-2">
                  {cell}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
