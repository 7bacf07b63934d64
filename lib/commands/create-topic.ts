import { newId } from '../clock';
import type { Tx } from '../db/transaction';
import { Conflict, Forbidden } from '../errors';
import { recordEvent } from '../events/record';
import { getTopic } from '../queries/list-topics';
import { type Actor, may } from '../rules/permissions';
import { textIn } from '../rules/text-in';
import type { CreateTopicInput, TopicDto } from '../schemas/topic';
import type { Locale } from '../schemas/values';
import { type Attempt, once } from './steps/once';
import { lockTopics, refuseTakenNames, requireTeam } from './steps/topic-rules';

/** More would help nobody who has to choose one. */
const MOST = 200;

/**
 * An admin makes a topic, the last in the list. Its key is made from its name and never changes.
 *
 * @throws Invalid when key or a name belongs to another topic, or the team is unknown; Conflict `too_many`.
 */
export function createTopic(
  actor: Actor,
  input: CreateTopicInput,
  locale: Locale,
  attempt?: Attempt,
): Promise<TopicDto> {
  if (!may(actor, 'topic.edit')) throw new Forbidden();
  return once(actor, attempt, async (tx) => {
    await lockTopics(tx);
    const { rows } = await tx.query<{ count: number }>('SELECT count(*) AS count FROM topic');
    if (rows[0]!.count >= MOST) throw new Conflict('too_many', `There are ${MOST} topics already.`);
    const id = newId();
    const key = input.key ?? (await freeKey(tx, textIn(input.names, 'en')));
    await refuseTakenNames(tx, id, { ...input.names, ...(input.key ? { key } : {}) });
    await requireTeam(tx, input.team);
    await tx.query(
      `INSERT INTO topic (id, key, names, team_id, skills, preferred_skills, position)
       VALUES ($1, $2, $3, $4, $5, $6, (SELECT coalesce(max(position) + 1, 0) FROM topic WHERE archived_at IS NULL))`,
      [id, key, JSON.stringify(input.names), input.team ?? null, input.skills, input.preferred_skills],
    );
    await recordEvent(tx, 'topic.created', { topic_id: id, key }, actor.id);
    return getTopic(tx, id, locale);
  });
}

/** "Account & Überweisung" → `account-uberweisung`, with a number behind it when somebody has that. */
async function freeKey(tx: Tx, name: string): Promise<string> {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 36)
    .replace(/^-+|-+$/g, '');
  const base = plain || 'topic';
  const { rows } = await tx.query<{ key: string }>('SELECT key FROM topic WHERE key LIKE $1', [`${base}%`]);
  const taken = new Set(rows.map((row) => row.key));
  if (!taken.has(base)) return base;
  let n = 2;
  while (taken.has(`${base}-${n}`)) n++;
  return `${base}-${n}`;
}
