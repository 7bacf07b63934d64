'use client';
import { Menu as Base } from '@base-ui/react/menu';
import { cx } from 'class-variance-authority';
import { Check } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { floatItemStyle, floatStyle } from './float-style';
import { Kbd } from './kbd';

export interface MenuProps {
  /** A real button; it opens the menu and gets focus back. */
  trigger: ReactElement;
  /** Drawn once the menu is open. */
  children: ReactNode;
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'bottom';
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
}

/** The menu itself, and what stands in it: see `menu.tsx`, which brings this file when one is needed. */
export function MenuPart({
  trigger,
  children,
  align = 'start',
  side = 'bottom',
  open,
  onOpenChange,
}: MenuProps) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange} modal={false}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner align={align} side={side} sideOffset={4} collisionPadding={8} className="z-50">
          <Base.Popup className={cx(floatStyle, 'scrolling max-h-(--available-height) min-w-48 p-1')}>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

export interface MenuItemProps {
  icon?: ReactNode;
  shortcut?: string;
  danger?: boolean;
  disabled?: boolean;
  onClick: () => void;
  children: ReactNode;
}

export function MenuItemPart({ icon, shortcut, danger, disabled, onClick, children }: MenuItemProps) {
  return (
    <Base.Item onClick={onClick} disabled={disabled} className={cx(floatItemStyle, danger && 'text-danger')}>
      {icon}
      <span className="flex-1">{children}</span>
      {shortcut ? <Kbd>{shortcut}</Kbd> : null}
    </Base.Item>
  );
}

export interface MenuCheckboxProps {
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
  /** What it means, in a line of its own. */
  detail?: string;
  children: ReactNode;
}

export function MenuCheckboxPart({ checked, onCheckedChange, detail, children }: MenuCheckboxProps) {
  return (
    <Base.CheckboxItem checked={checked} onCheckedChange={onCheckedChange} className={floatItemStyle}>
      <span className="size-4">
        <Base.CheckboxItemIndicator>
          <Check aria-hidden className="size-4 text-accent" />
        </Base.CheckboxItemIndicator>
      </span>
      <span className="flex-1">
        {children}
        {detail ? <MenuDetail>{detail}</MenuDetail> : null}
      </span>
    </Base.CheckboxItem>
  );
}

function MenuDetail({ children }: { children: ReactNode }) {
  return <span className="block max-w-[34ch] text-small text-ink-3 text-pretty">{children}</span>;
}

export interface MenuLinkProps {
  link: ReactElement;
  icon?: ReactNode;
  children: ReactNode;
}

export function MenuLinkPart({ link, icon, children }: MenuLinkProps) {
  return (
    <Base.LinkItem render={link} closeOnClick className={floatItemStyle}>
      {icon}
      <span className="flex-1">{children}</span>
    </Base.LinkItem>
  );
}

export interface MenuChoice<T extends string> {
  value: T;
  label: string;
  icon?: ReactNode;
  hint?: string;
  /** What it means, in a line of its own. */
  detail?: string;
  /** The menu stays open, since something more can be chosen then. */
  stays?: boolean;
}

export interface MenuRadioProps<T extends string> {
  label?: string;
  value: T | null;
  onValueChange: (value: T) => void;
  choices: MenuChoice<T>[];
}

export function MenuRadioPart<T extends string>({ label, value, onValueChange, choices }: MenuRadioProps<T>) {
  return (
    <Base.RadioGroup value={value} onValueChange={(next) => onValueChange(next as T)}>
      {label ? <MenuLabel>{label}</MenuLabel> : null}
      {choices.map((choice) => (
        <Base.RadioItem
          key={choice.value}
          value={choice.value}
          closeOnClick={!choice.stays}
          className={floatItemStyle}
        >
          {choice.icon}
          <span className="flex-1">
            {choice.label}
            {choice.detail ? <MenuDetail>{choice.detail}</MenuDetail> : null}
          </span>
          {choice.hint ? <span className="text-small text-ink-3">{choice.hint}</span> : null}
          <span className="ms-2 size-4">
            <Base.RadioItemIndicator>
              <Check aria-hidden className="size-4 text-accent" />
            </Base.RadioItemIndicator>
          </span>
        </Base.RadioItem>
      ))}
    </Base.RadioGroup>
  );
}

export function MenuGroupPart({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Base.Group>
      <MenuLabel>{label}</MenuLabel>
      {children}
    </Base.Group>
  );
}

function MenuLabel({ children }: { children: ReactNode }) {
  return <Base.GroupLabel className="px-2 pt-1.5 pb-1 text-micro text-ink-3">{children}</Base.GroupLabel>;
}

export function MenuSeparatorPart() {
  return <Base.Separator className="my-1 h-px bg-line" />;
}
