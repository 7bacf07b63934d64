'use client';
import { Kbd } from '@/components/ui/kbd';
import { isCharacterKeys } from './key-names';
import { commandById } from './registry';
import { useKeyText } from './use-key-text';
import { useSingleKeys } from './use-single-keys';

/** Keys as caps. */
export function Keys({ keys }: { keys: string }) {
  const { presses } = useKeyText();
  return (
    <span className="inline-flex shrink-0 gap-1">
      {presses(keys)
        .flat()
        .map((cap, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same keys always, two of them may be equal
          <Kbd key={place}>{cap}</Kbd>
        ))}
    </span>
  );
}

/** The keys of a command; nothing where it has none or they are switched off. */
export function CommandKeys({ id }: { id: string }) {
  const { enabled } = useSingleKeys();
  const keys = commandById(id)?.keys[0];
  return keys === undefined || (!enabled && isCharacterKeys(keys)) ? null : <Keys keys={keys} />;
}
