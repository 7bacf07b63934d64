import type { z } from 'zod';
import { type PersonRow, personColumns } from '../db/sql/person-row';
import type { Tx } from '../db/transaction';
import { Invalid, NotFound } from '../errors';
import { recordEvent } from '../events/record';
import { userDtoOf } from '../queries/get-person';
import { limitsAbove } from '../rules/own-limits';
import { type Actor, isStaff, may } from '../rules/permissions';
import type { editUserInput, UserDto } from '../schemas/person';
import { recordPresence } from './steps/change-intent';
import { changesOf } from './steps/changes-of';
import { deactivate, voidLinks } from './steps/deactivate';
import { endSessions } from './steps/end-sessions';
import { handOver } from './steps/hand-over';
import { invite } from './steps/invite';
import { keepAnAdmin, lockPerson } from './steps/lock-person';
import { setTeamsOf } from './steps/memberships';
import { type Attempt, once } from './steps/once';

export type EditPersonInput = z.infer<typeof editUserInput>;
/** What stands in the person's own row. */
type Columns = Omit<EditPersonInput, 'teams'>;

/** Changes of these close the person's open sockets: what he may see is another thing now (C13). */
const EVICTING = ['role', 'is_active', 'email', 'teams'];

/**
 * Changes a person: an admin anybody, everybody himself within limits. Nobody changes his own role, activity or
 * address this way, and only admins raise limits or say what somebody can do and in which teams. Who loses his place
 * among staff gives his tickets back and leaves his teams.
 *
 * @throws NotFound when it is not his to change; Invalid for a refused field; Conflict `last_admin`.
 */
export function editPerson(
  actor: Actor,
  id: string,
  input: EditPersonInput,
  attempt?: Attempt,
): Promise<UserDto> {
  if (actor.id !== id && !may(actor, 'person.edit_any')) throw new NotFound();
  return once(actor, attempt, async (tx) => {
    const leavesAdmins = input.is_active === false || (input.role !== undefined && input.role !== 'admin');
    if (leavesAdmins) await keepAnAdmin(tx, id);
    const before = await lockPerson(tx, id);
    refuse(actor, before, input);
    if (input.absence?.stand_in) await knowStandIn(tx, id, input.absence.stand_in);
    const { teams, ...columns } = input;
    const fields = changedFields(before, columns);
    const staysStaff = isStaff(input.role ?? before.role);
    const memberships = staysStaff ? teams : [];
    if (memberships !== undefined && (await setTeamsOf(tx, id, memberships))) fields.push('teams');
    if (fields.length === 0) return userDtoOf(tx, before);
    const after = await write(tx, before, columns);
    await follow(tx, actor, before, after, fields);
    await recordChanges(tx, actor, before, after, fields);
    return userDtoOf(tx, await lockPerson(tx, id));
  });
}

function refuse(actor: Actor, person: PersonRow, input: EditPersonInput): void {
  const refused: Record<string, string[]> = {};
  if (actor.id === person.id) {
    if (input.role !== undefined && input.role !== person.role) refused.role = ['own_role'];
    if (input.is_active === false) refused.is_active = ['own_account'];
    // a new address of one's own must be proved with a code
    if (input.email !== undefined && input.email !== person.email) refused.email = ['by_code_only'];
    if (!may(actor, 'person.edit_any')) {
      if (input.skills !== undefined) refused.skills = ['admins_only'];
      if (input.teams !== undefined) refused.teams = ['admins_only'];
      Object.assign(refused, limitsAbove(limitsOf(person), input));
    }
  }
  if (input.teams?.length && !isStaff(input.role ?? person.role)) refused.teams = ['not_staff'];
  for (const field of ['is_available', 'shifts', 'absence'] as const)
    if (input[field] && !isStaff(input.role ?? person.role)) refused[field] = ['not_staff'];
  if (Object.keys(refused).length > 0) throw new Invalid(refused);
}

/** Somebody else of the staff who works here. */
async function knowStandIn(tx: Tx, id: string, standIn: string): Promise<void> {
  const { rowCount } = await tx.query(
    `SELECT 1 FROM person WHERE id = $1 AND id <> $2 AND role <> 'customer' AND disabled_at IS NULL`,
    [standIn, id],
  );
  if (rowCount === 0) throw new Invalid({ 'absence.stand_in': ['not_an_active_agent'] });
}

const limitsOf = (person: PersonRow) => ({
  capacity: person.capacity,
  capacity_calls: person.capacityCalls,
  capacity_total: person.capacityTotal,
});

/** Our names of what is another value now. */
function changedFields(person: PersonRow, input: Columns): string[] {
  const present: Record<keyof Columns, unknown> = {
    ...limitsOf(person),
    email: person.email,
    name: person.name,
    role: person.role,
    languages: person.languages,
    skills: person.skills,
    locale: person.locale,
    time_zone: person.timeZone,
    // to be set available again is news for who is missed
    is_available: person.isAvailable && person.lostAt === null,
    shifts: person.shifts,
    absence: person.absence,
    is_active: person.disabledAt === null,
  };
  return Object.entries(input)
    .filter(([field, value]) => {
      const old = present[field as keyof Columns];
      return value !== undefined && JSON.stringify(value) !== JSON.stringify(old);
    })
    .map(([field]) => field);
}

async function write(tx: Tx, before: PersonRow, input: Columns): Promise<PersonRow> {
  const { is_active, ...given } = input;
  const columns: Record<string, unknown> = { ...given };
  if (is_active === true) columns.disabled_at = null;
  if (input.role === 'customer') columns.is_available = false;
  // an array of its own is an array of SQL to the driver; and what the plan says for the past is not done any more
  if (input.shifts !== undefined) columns.shifts = input.shifts && JSON.stringify(input.shifts);
  if (input.shifts !== undefined || input.absence !== undefined) columns.shift_at = new Date();
  if (input.role === 'customer') Object.assign(columns, { shifts: null, absence: null });
  if (columns.is_available === true) Object.assign(columns, { spell_at: new Date(), lost_at: null });
  // names come from the schema of the input and the lines above, never from what was sent
  const names = Object.keys(columns).filter((name) => columns[name] !== undefined);
  const sets = names.map((name, index) => `${name} = $${index + 2}`);
  try {
    const { rows } = await tx.query<PersonRow>(
      `UPDATE person SET ${[...sets, 'updated_at = now()'].join(', ')} WHERE id = $1 RETURNING ${personColumns}`,
      [before.id, ...names.map((name) => columns[name])],
    );
    return rows[0]!;
  } catch (error) {
    if ((error as { code?: string }).code === '23505') throw new Invalid({ email: ['taken'] });
    throw error;
  }
}

/** What a change entails beyond the row. */
async function follow(
  tx: Tx,
  actor: Actor,
  before: PersonRow,
  after: PersonRow,
  fields: string[],
): Promise<void> {
  if (fields.includes('email')) {
    await voidLinks(tx, after.id);
    await endSessions(tx, after.id, { actorId: actor.id });
    if (after.passwordHash === null) await invite(tx, after, actor.id);
  }
  if (fields.includes('is_active') && before.disabledAt === null) await deactivate(tx, after, actor.id);
  else if (isStaff(before.role) && !isStaff(after.role)) {
    await handOver(tx, after, actor.id);
  }
}

async function recordChanges(
  tx: Tx,
  actor: Actor,
  before: PersonRow,
  after: PersonRow,
  fields: string[],
): Promise<void> {
  const evict = fields.some((field) => EVICTING.includes(field));
  const changes = valuedChanges(before, after, fields);
  await recordEvent(tx, 'person.changed', { person_id: after.id, fields, evict, changes }, actor.id);
  const cause = actor.id === after.id ? 'self' : isStaff(after.role) ? 'admin' : 'left';
  await recordPresence(tx, before, after, { cause, actorId: actor.id });
}

/** Old and new for the log. It cannot forget, so names and addresses are only said to have changed. */
function valuedChanges(before: PersonRow, after: PersonRow, fields: readonly string[]) {
  const wasActive = before.disabledAt === null;
  const valued = (person: PersonRow, is_active: boolean) => ({
    role: person.role,
    is_active,
    is_available: person.isAvailable,
    languages: person.languages,
    skills: person.skills,
    ...limitsOf(person),
  });
  return changesOf(valued(before, wasActive), valued(after, fields.includes('is_active') !== wasActive));
}
