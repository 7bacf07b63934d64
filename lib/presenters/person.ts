import type { PersonRow } from '../db/sql/person-row';
import type { Load } from '../rules/capacity';
import type { Scope } from '../rules/permissions';
import { isAbsent } from '../rules/shifts';
import {
  type AvailabilityDto,
  INVITATION_DAYS,
  type MeDto,
  type PresenceDto,
  type UserDto,
} from '../schemas/person';
import type { Settings } from '../schemas/settings';

/** What everybody's own page shows. Hashes, subjects and external ids end here. */
const presentProfile = (person: PersonRow) => ({
  id: person.id,
  email: person.email,
  name: person.name,
  role: person.role,
  languages: person.languages,
  locale: person.locale,
  time_zone: person.timeZone,
  is_available: person.isAvailable,
  capacity: person.capacity,
  capacity_calls: person.capacityCalls,
});

export const presentPresence = (person: PersonRow): PresenceDto => ({
  intent: person.intent,
  reason: person.intentReason,
  since: person.availabilityChangedAt.toISOString(),
  is_lost: person.lostAt !== null,
  absent_until: isAbsent(person, Date.now()) ? person.absence!.to : null,
});

/** What somebody of the staff says about his own availability, with what of the settings concerns it. */
export const presentAvailability = (
  person: PersonRow,
  { grace_seconds, handover_minutes, reasons }: Settings['presence'],
): AvailabilityDto => ({
  is_available: person.isAvailable,
  capacity: person.capacity,
  capacity_calls: person.capacityCalls,
  presence: presentPresence(person),
  stays_reachable: person.staysReachable,
  ...{ grace_seconds, handover_minutes, reasons },
});

/** A person as he sees himself. */
export const presentMe = (person: PersonRow, scope: Scope): MeDto => ({
  ...presentProfile(person),
  undo_seconds: person.undoSeconds,
  ...(person.role === 'customer' ? {} : { phone: person.phone }),
  scope,
});

/** A person as staff sees him. */
export const presentUser = (
  person: PersonRow,
  load: Load,
  more: Pick<UserDto, 'teams' | 'open_tickets'>,
): UserDto => ({
  ...presentProfile(person),
  presence: person.role === 'customer' ? null : presentPresence(person),
  shifts: person.shifts,
  absence: person.absence,
  skills: person.skills,
  ...more,
  capacity_total: person.capacityTotal,
  is_active: person.disabledAt === null,
  has_password: person.passwordHash !== null,
  invitation: invitationOf(person),
  invited_at: person.invitedAt?.toISOString() ?? null,
  load: tenths(load.other),
  load_calls: tenths(load.call),
  created_at: person.createdAt.toISOString(),
});

/** A load with weights has fractions; one digit of them is enough to read. */
export const tenths = (load: number): number => Math.round(load * 10) / 10;

function invitationOf({ invitedAt, passwordHash, googleSubject }: PersonRow): UserDto['invitation'] {
  if (invitedAt === null) return null;
  if (passwordHash !== null || googleSubject !== null) return 'accepted';
  return Date.now() - invitedAt.getTime() < INVITATION_DAYS * 86_400_000 ? 'invited' : 'expired';
}
