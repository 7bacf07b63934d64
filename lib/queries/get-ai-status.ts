import { configuredAi } from '../ai/configured';
import type { Actor } from '../rules/permissions';
import type { AiStatusDto } from '../schemas/ai';
import { countDrafts } from './count-drafts';
import { getSettings } from './get-settings';

/** Who writes drafts here, and how many this person may still ask for. */
export async function getAiStatus(actor: Actor): Promise<AiStatusDto> {
  const { left } = await countDrafts(actor.id, await getSettings());
  return { ...configuredAi(), left };
}
