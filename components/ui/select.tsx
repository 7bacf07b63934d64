'use client';
import { Select as Base } from '@base-ui/react/select';
import { cx } from 'class-variance-authority';
import { Check, ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { controlStyle } from './control-style';
import { floatItemStyle, floatStyle } from './float-style';

export interface SelectItem<T extends string> {
  value: T;
  label: string;
  icon?: ReactNode;
  hint?: string;
}

interface SelectProps<T extends string> {
  value: T;
  onValueChange: (value: T) => void;
  items: SelectItem<T>[];
  /** Needed outside a Field. */
  'aria-label'?: string;
  name?: string;
  disabled?: boolean;
  className?: string;
}

export function Select<T extends string>({
  value,
  onValueChange,
  items,
  className,
  ...props
}: SelectProps<T>) {
  return (
    <Base.Root
      value={value}
      onValueChange={(next) => {
        if (next !== null) onValueChange(next as T);
      }}
      items={items}
      name={props.name}
      disabled={props.disabled}
    >
      <Base.Trigger
        aria-label={props['aria-label']}
        className={cx(controlStyle, 'flex h-control items-center gap-2 px-2.5 text-start', className)}
      >
        <Base.Value className="min-w-0 flex-1 truncate">
          {(chosen: T) => {
            const item = items.find((one) => one.value === chosen);
            return (
              <span className="flex items-center gap-2">
                {item?.icon}
                <span className="truncate">{item?.label}</span>
              </span>
            );
          }}
        </Base.Value>
        <Base.Icon>
          <ChevronDown aria-hidden className="size-4 text-ink-3" />
        </Base.Icon>
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={4} alignItemWithTrigger={false} className="z-50">
          <Base.Popup className={cx(floatStyle, 'scrolling max-h-80 min-w-(--anchor-width) p-1')}>
            <Base.List>
              {items.map((item) => (
                <Base.Item key={item.value} value={item.value} className={floatItemStyle}>
                  {item.icon}
                  <Base.ItemText className="flex-1">{item.label}</Base.ItemText>
                  {item.hint ? <span className="text-small text-ink-3">{item.hint}</span> : null}
                  <span className="ms-2 size-4">
                    <Base.ItemIndicator>
                      <Check aria-hidden className="size-4 text-accent" />
                    </Base.ItemIndicator>
                  </span>
                </Base.Item>
              ))}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
