import type { DemoPerson } from '@/components/auth/demo-people';

/** The contract's demo people. Who they are is no secret of the demo; their password is printed at its start. */
export const DEMO_PEOPLE: DemoPerson[] = [
  { name: 'Ada Bauer', email: 'ada@switchboard.test', role: 'agent', languages: ['en', 'de'] },
  { name: 'Bruno Rossi', email: 'bruno@switchboard.test', role: 'agent', languages: ['en', 'it'] },
  { name: 'Chloé Martin', email: 'chloe@switchboard.test', role: 'agent', languages: ['en', 'fr'] },
  { name: 'Alex Admin', email: 'admin@switchboard.test', role: 'admin', languages: [] },
  { name: 'Carla Costa', email: 'carla@example.test', role: 'customer', languages: [] },
];
