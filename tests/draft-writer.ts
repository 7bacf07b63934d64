import { runDraft } from '@/lib/commands/run-draft';
import { sql } from '@/lib/db/transaction';
import type { DraftSignal } from '@/lib/realtime/protocol';

/** A worker's part in this process: writes whatever draft is asked for, until it is stopped. */
export function startDraftWriter(): { signals: DraftSignal[]; stop(): Promise<void> } {
  const signals: DraftSignal[] = [];
  const under = new Set<Promise<void>>();
  let stopped = false;
  const loop = (async () => {
    while (!stopped) {
      const { rows } = await sql.query<{ id: string }>("SELECT id FROM ai_draft WHERE status = 'queued'");
      for (const { id } of rows) {
        const run = runDraft(id, (_person, signal) => signals.push(signal)).finally(() => under.delete(run));
        under.add(run);
      }
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  })();
  return {
    signals,
    stop: async () => {
      stopped = true;
      await loop;
      await Promise.all(under);
    },
  };
}
