'use client';

interface SwitchProps {
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
  disabled?: boolean;
  id?: string;
  'aria-label'?: string;
  'aria-labelledby'?: string;
  'aria-describedby'?: string;
}

/** The thumb's place and a tick say "on" as well as the colour does. */
export function Switch({ checked, onCheckedChange, ...props }: SwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      {...props}
      aria-checked={checked}
      onClick={() => onCheckedChange(!checked)}
      className="group relative inline-flex h-5 w-9 shrink-0 items-center rounded-full border border-line-strong bg-sunken p-px transition-[background-color,border-color] before:absolute before:-inset-2 before:content-[''] aria-checked:border-accent aria-checked:bg-accent disabled:opacity-60"
    >
      <span className="flex size-4 items-center justify-center rounded-full bg-line-strong text-accent transition-transform group-aria-checked:translate-x-4 group-aria-checked:bg-on-accent rtl:group-aria-checked:-translate-x-4">
        <svg
          aria-hidden="true"
          viewBox="0 0 16 16"
          className="hidden size-3 group-aria-checked:block"
          fill="none"
          stroke="currentColor"
          strokeWidth="2.5"
        >
          <path d="m3.5 8.5 3 3 6-7" />
        </svg>
      </span>
    </button>
  );
}
