import { inTransaction, type Tx } from '../db/transaction';
import { Forbidden } from '../errors';
import { recordEvent } from '../events/record';
import { getTopic } from '../queries/list-topics';
import { type Actor, may } from '../rules/permissions';
import type { EditTopicInput, TopicDto } from '../schemas/topic';
import type { Locale } from '../schemas/values';
import { changesOf } from './steps/changes-of';
import { lockTopics, refuseTakenNames, requireTeam } from './steps/topic-rules';

/**
 * An admin renames a topic, gives it to a team, moves it in the list, archives it or takes it back. Tickets keep
 * their topic whatever happens to it. What is already so is no change and no event.
 *
 * @throws Invalid when a name belongs to another topic or the team is unknown; NotFound.
 */
export function editTopic(
  actor: Actor,
  id: string,
  { position, ...input }: EditTopicInput,
  locale: Locale,
): Promise<TopicDto> {
  if (!may(actor, 'topic.edit')) throw new Forbidden();
  return inTransaction(async (tx) => {
    await lockTopics(tx);
    const before = await getTopic(tx, id, locale);
    if (input.names) await refuseTakenNames(tx, id, input.names);
    await requireTeam(tx, input.team);
    await write(tx, id, input);
    if (position !== undefined || input.is_archived !== undefined) await renumber(tx, id, position);
    const after = await getTopic(tx, id, locale);
    const changes = changesOf(recorded(before), recorded(after));
    if (Object.keys(changes).length > 0)
      await recordEvent(tx, 'topic.changed', { topic_id: id, key: before.key, changes }, actor.id);
    return after;
  });
}

async function write(tx: Tx, id: string, input: Omit<EditTopicInput, 'position'>): Promise<void> {
  await tx.query(
    `UPDATE topic SET names = coalesce($2, names), skills = coalesce($3, skills), preferred_skills = coalesce($7, preferred_skills),
       team_id = CASE WHEN $4 THEN $5::uuid ELSE team_id END,
       archived_at = CASE WHEN $6::boolean IS NULL THEN archived_at WHEN $6 THEN coalesce(archived_at, now()) END,
       -- who comes back stands last
       position = CASE WHEN archived_at IS NOT NULL AND NOT $6::boolean THEN 100000 ELSE position END,
       updated_at = now()
     WHERE id = $1`,
    [
      id,
      input.names ? JSON.stringify(input.names) : null,
      input.skills ?? null,
      input.team !== undefined,
      input.team ?? null,
      input.is_archived ?? null,
      input.preferred_skills ?? null,
    ],
  );
}

/** Numbers the active topics from 0 on, with this one at `position` when that is given. */
async function renumber(tx: Tx, id: string, position: number | undefined): Promise<void> {
  await tx.query(
    `UPDATE topic t SET position = n.n FROM (
       SELECT id, row_number() OVER (ORDER BY place, moved DESC, id) - 1 AS n FROM (
         SELECT id, id = $1 AND $2::int IS NOT NULL AS moved,
           CASE WHEN id = $1 AND $2::int IS NOT NULL THEN $2::int
                WHEN $2::int IS NULL THEN position
                ELSE (row_number() OVER (PARTITION BY id = $1 ORDER BY position, id) - 1)::int END AS place
         FROM topic WHERE archived_at IS NULL) places) n
     WHERE t.id = n.id AND t.position <> n.n`,
    [id, position ?? null],
  );
}

/** What the log keeps; the team by its name, which is what people know it by. */
const recorded = ({ names, team, skills, preferred_skills, position, is_archived }: TopicDto) => ({
  names,
  team: team?.name ?? null,
  skills,
  preferred_skills,
  position,
  is_archived,
});
