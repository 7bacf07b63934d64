'use client';
import { useTopics } from '@/components/data/use-topics';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';

interface TopicSelectProps {
  /** A topic's key, or free text; empty for none. */
  value: string;
  onChange: (topic: string) => void;
  /** What no topic is called here. */
  noneLabel: string;
  placeholder?: string;
  'aria-label'?: string;
}

const NONE = '';

/** The topics to choose from; while there are none, free text. What is no topic (an import's) stays a choice. */
export function TopicSelect({ value, onChange, noneLabel, placeholder, ...props }: TopicSelectProps) {
  const { active, topics, nameOf } = useTopics();
  if (topics.length === 0) {
    return (
      <Input
        {...props}
        key={value}
        defaultValue={value}
        maxLength={80}
        placeholder={placeholder}
        onBlur={(event) => {
          const text = event.currentTarget.value.trim();
          if (text !== value) onChange(text);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
        }}
      />
    );
  }
  const known = active.some(({ key }) => key === value);
  return (
    <Select
      {...props}
      value={value}
      onValueChange={onChange}
      items={[
        { value: NONE, label: noneLabel },
        ...active.map(({ key, name }) => ({ value: key, label: name })),
        ...(value === NONE || known ? [] : [{ value, label: nameOf(value) }]),
      ]}
    />
  );
}
