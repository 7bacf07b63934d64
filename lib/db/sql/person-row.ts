import type { Person } from '@/generated/prisma/client';
import type { Absence, Shifts } from '../../schemas/person';
import type { Intent, Locale, Role } from '../../schemas/values';

/** A row of `person`, the same whether Prisma or a command read it. */
export type PersonRow = Omit<
  Person,
  'role' | 'locale' | 'intent' | 'shifts' | 'absence' | 'facts' | 'links' | 'isVip' | 'organisationId'
> & {
  role: Role;
  locale: Locale;
  intent: Intent;
  shifts: Shifts | null;
  absence: Absence | null;
};

/** The columns of {@link PersonRow}, for SELECT and RETURNING. */
export const personColumns = `id, email, name, role, password_hash AS "passwordHash", google_subject AS "googleSubject",
  external_id AS "externalId", languages, skills, locale, time_zone AS "timeZone", is_available AS "isAvailable",
  availability_changed_at AS "availabilityChangedAt", intent, intent_reason AS "intentReason", spell_at AS "spellAt",
  lost_at AS "lostAt", stays_reachable AS "staysReachable", shifts, shift_at AS "shiftAt", absence,
  capacity, phone, capacity_calls AS "capacityCalls",
  capacity_total AS "capacityTotal", undo_seconds AS "undoSeconds", last_assigned_at AS "lastAssignedAt", invited_at AS "invitedAt", disabled_at AS "disabledAt",
  created_at AS "createdAt", updated_at AS "updatedAt",
  is_demo AS "isDemo", merged_into AS "mergedInto"`;
