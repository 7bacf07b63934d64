import { newKey } from '@/components/data/new-key';
import { toast } from '@/components/ui/toast';

interface Undoable {
  id: string;
  undo: () => void;
}

const acts: Undoable[] = [];

/** Acts that can still be taken back: Z takes back the last one, from wherever one is by then. */
export const lastAct = {
  get: (): (() => void) | null => acts.at(-1)?.undo ?? null,
  /** The same id again takes the former one's place. */
  put(id: string, undo: () => void): void {
    lastAct.drop(id);
    acts.push({ id, undo });
  },
  drop(id: string): void {
    const place = acts.findIndex((one) => one.id === id);
    if (place >= 0) acts.splice(place, 1);
  },
};

const UNDO_MS = 10_000;

interface Offer {
  /** Of the button. */
  label: string;
  undo: () => void;
  /** What speaks against it. */
  warning?: string | undefined;
}

/** Says what was done, and for ten seconds offers to take it back: by the button or by Z. */
export function toastUndo(said: string, { label, undo, warning }: Offer): void {
  const id = newKey();
  const once = () => {
    lastAct.drop(id);
    toast.dismiss(id);
    undo();
  };
  lastAct.put(id, once);
  setTimeout(() => lastAct.drop(id), UNDO_MS);
  const offer = { id, duration: UNDO_MS, action: { label, onClick: once } };
  if (warning) toast.warning(said, { ...offer, description: warning });
  else toast(said, offer);
}
