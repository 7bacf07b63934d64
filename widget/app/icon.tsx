/** @jsxImportSource preact */

/** Strokes on a ground of 24 × 24. */
const PATHS = {
  back: 'M15 5l-7 7 7 7',
  close: 'M6 6l12 12M18 6L6 18',
  send: 'M12 19V5M5.500 11.500 12 5l6.500 6.500',
  file: 'M14 3H7a1 1 0 0 0-1 1v16a1 1 0 0 0 1 1h10a1 1 0 0 0 1-1V7zM14 3v4h4',
  clip: 'M20 11.500l-8.300 8.300a5 5 0 0 1-7.100-7.100l8.600-8.600a3.300 3.300 0 0 1 4.700 4.700l-8.600 8.500a1.700 1.700 0 0 1-2.400-2.400l7.900-7.800',
  sent: 'M5 12.500l4.500 4.500L19 7',
  twice: 'M2.500 12.500 7 17l9.500-10M12 17l9.500-10',
  clock: 'M12 7v5l3 2M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z',
  warn: 'M12 8v5m0 3.500v.01M10.300 4 2.500 17.500A2 2 0 0 0 4.200 20.500h15.600a2 2 0 0 0 1.700-3L13.700 4a2 2 0 0 0-3.400 0Z',
  next: 'M9 5l7 7-7 7',
  mail: 'M3.500 6.500h17v11h-17zM4 7l8 6 8-6',
  end: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM9 9h6v6H9z',
} as const;
export type IconName = keyof typeof PATHS;

export function Icon({ name, mirrors = false }: { name: IconName; mirrors?: boolean }) {
  return (
    <svg class={mirrors ? 'icon mirrors' : 'icon'} viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
