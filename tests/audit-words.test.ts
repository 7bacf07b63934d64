import { expect, it } from 'vitest';
import { AUDIT_KINDS } from '@/components/admin/audit-kinds';
import { editMailboxInput } from '@/lib/schemas/email-channel';
import { editMessengerPageInput } from '@/lib/schemas/messenger';
import { editPhoneLineInput } from '@/lib/schemas/phone-line';
import { editWebsiteInput } from '@/lib/schemas/website';
import audit from '@/messages/en/audit.json';

/** The audit log in words: tests/messages.test.ts holds the other languages to the English ones. */

it.each(Object.entries({ editMailboxInput, editMessengerPageInput, editPhoneLineInput, editWebsiteInput }))(
  'every field that %s can change has a name in the audit log',
  (_, input) => {
    expect(Object.keys(input.shape).filter((field) => !(field in audit.fields))).toEqual([]);
  },
);

it('every act that one can look for has its sentence', () => {
  const acts = audit.acts as Record<string, Record<string, string>>;
  const missing = Object.values(AUDIT_KINDS)
    .flat()
    .filter((type) => {
      const [what, act] = type.split('.') as [string, string];
      return !acts[what]?.[act];
    });
  expect(missing).toEqual([]);
});
