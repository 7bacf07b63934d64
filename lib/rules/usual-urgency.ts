import type { UrgencyRules } from '../schemas/urgency';

/**
 * What holds until admins set rules of their own: what customers of any house write when it cannot wait. Waiting alone
 * makes nothing urgent, or a desk that is behind would see one colour: of the example messages some six in ten are
 * calm, a quarter is "Soon" and an eighth "Pressing", and it stays so as they grow old.
 */
export const USUAL_URGENCY: UrgencyRules = {
  words: [
    {
      name: 'Fraud',
      points: 8,
      words: {
        en: ['fraud*', 'scam*', 'stolen', 'hacked', 'identity theft', 'unauthorised', 'unauthorized'],
        de: ['betrug*', 'betrogen', 'gestohlen', 'gehackt', 'missbrauch*'],
      },
    },
    {
      name: 'Money',
      points: 4,
      words: {
        en: ['loan disbursement', 'disburse*', 'charged twice', 'overcharged', 'money not received'],
        de: ['auszahlung*', 'doppelt abgebucht', 'falsch abgebucht', 'geld nicht erhalten'],
      },
    },
    {
      name: 'Locked out',
      points: 4,
      words: {
        en: ['cannot log in', 'can not log in', "can't log in", 'cannot login', "can't login", 'locked out'],
        de: ['nicht anmelden', 'nicht einloggen', 'ausgesperrt', 'zugang gesperrt', 'konto gesperrt'],
      },
    },
    {
      name: 'Legal',
      points: 3,
      words: { en: ['lawyer', 'legal action', 'lawsuit'], de: ['anwalt*', 'rechtliche schritte', 'klage'] },
    },
    {
      name: 'Refused',
      points: 2,
      words: { en: ['rejected', 'rejection', 'denied', 'declined'], de: ['abgelehnt', 'ablehnung'] },
    },
    {
      name: 'In a hurry',
      points: 2,
      words: {
        en: ['urgent*', 'asap', 'as soon as possible', 'emergency', 'immediately'],
        de: ['dringend*', 'eilig*', 'notfall', 'sofort', 'so schnell wie möglich'],
      },
    },
  ],
  topics: [],
  priorities: { HIGH: 2, URGENT: 4 },
  vip: 3,
  waits: [
    { hours: 24, points: 1 },
    { hours: 72, points: 2 },
  ],
  again: { messages: 2, hours: 3, points: 3 },
  levels: [3, 6, 8],
};
