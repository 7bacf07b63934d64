import { z } from 'zod';
import { text } from './text';

const line = z.object({
  id: z.string(),
  name: z.string(),
  number: z.string(),
  languages: z.array(z.string()),
});
export type LabLineDto = z.infer<typeof line>;

const call = z.object({
  sid: z.string(),
  from: z.string(),
  to: z.string(),
  direction: z.enum(['inbound', 'outbound-api', 'outbound-dial']),
  status: z.string(),
  waits_in: z.enum(['gather', 'queue', 'dial', 'record']).nullable(),
  is_connected: z.boolean(),
  heard: z.array(z.object({ kind: z.string(), text: z.string(), language: z.string().nullable() })),
  created_at: z.string(),
});
export type LabCallDto = z.infer<typeof call>;

export const labTelephoneDto = z
  .object({
    callers: z.array(z.object({ name: z.string(), number: z.string(), language: z.string() })),
    lines: z.array(line),
    calls: z.array(call),
  })
  .meta({ id: 'LabTelephone' });
export type LabTelephoneDto = z.infer<typeof labTelephoneDto>;

const panelNumber = z.string().regex(/^\+1\d{3}55501\d\d$/, 'phone_number');
export const labDialInput = z
  .strictObject({ from: panelNumber, to: z.string().max(20).optional() })
  .meta({ id: 'LabDial' });
export const labActInput = z
  .strictObject({
    act: z.enum(['digits', 'say', 'hang_up', 'answer']),
    digits: z
      .string()
      .regex(/^[0-9*#]{1,20}$/, 'format')
      .optional(),
    text: text({ max: 2_000 }).optional(),
  })
  .meta({ id: 'LabAct' });
export type LabActInput = z.input<typeof labActInput>;
