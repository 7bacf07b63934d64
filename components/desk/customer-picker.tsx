'use client';
import { Combobox } from '@base-ui/react/combobox';
import { cx } from 'class-variance-authority';
import { useTranslations } from 'next-intl';
import { useDeferredValue, useMemo, useState } from 'react';
import { useCustomers } from '@/components/data/use-customers';
import { Avatar } from '@/components/ui/avatar';
import { controlStyle } from '@/components/ui/control-style';
import { floatItemStyle, floatStyle } from '@/components/ui/float-style';

export interface Customer {
  id: string;
  name: string;
  email: string | null;
}

interface CustomerPickerProps {
  value: Customer | null;
  onChange: (customer: Customer | null) => void;
  /** Who cannot be chosen. */
  without?: string;
}

/** Finds a customer by name or address, on the server. Only people who exist can be chosen. */
export function CustomerPicker({ value, onChange, without }: CustomerPickerProps) {
  const t = useTranslations('desk.create');
  const [text, setText] = useState('');
  const q = useDeferredValue(text.trim());
  const people = useCustomers(q === value?.name ? '' : q);
  const items = useMemo<Customer[]>(
    () =>
      (people.data ?? [])
        .filter((person) => person.is_active && person.id !== without)
        .map(({ id, name, email }) => ({ id, name, email })),
    [people.data, without],
  );
  return (
    <Combobox.Root
      items={items}
      filter={null}
      value={value}
      onValueChange={onChange}
      onInputValueChange={setText}
      itemToStringLabel={(person: Customer) => person.name}
      isItemEqualToValue={(a: Customer, b: Customer) => a.id === b.id}
      autoHighlight
    >
      <Combobox.Input
        placeholder={t('customerPlaceholder')}
        className={cx(controlStyle, 'h-control px-2.5')}
        autoComplete="off"
      />
      <Combobox.Portal>
        <Combobox.Positioner sideOffset={4} className="z-50">
          <Combobox.Popup className={cx(floatStyle, 'w-(--anchor-width)')}>
            <Combobox.Empty className="px-3 py-3 text-small text-ink-3 empty:hidden">
              {people.isFetching ? t('searching') : t('noCustomer')}
            </Combobox.Empty>
            <Combobox.List className="scrolling max-h-64 p-1 empty:p-0">
              {(person: Customer) => (
                <Combobox.Item key={person.id} value={person} className={floatItemStyle}>
                  <Avatar name={person.name} />
                  <span className="min-w-0 flex-1">
                    <span className="block truncate">{person.name}</span>
                    <span className="block truncate text-micro text-ink-3">
                      {person.email ?? t('noAddress')}
                    </span>
                  </span>
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  );
}
