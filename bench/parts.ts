import { benchAnalytics } from './analytics';
import { benchChat } from './chat';
import { benchClaims } from './claims';
import { benchCreate } from './create';
import { benchDecisions } from './decisions';
import { benchDepth } from './depth';
import { benchDesk } from './desk';
import { benchDraft } from './draft';
import type { Figure } from './figure';
import type { House } from './house';
import { benchIdle } from './idle';
import { benchImport } from './import';
import { benchList } from './list';
import { benchLive } from './live';
import { benchMail } from './mail';
import { benchRouting } from './routing';
import { benchSearch } from './search';
import { benchWidget } from './widget';

interface Part {
  measure: (house: House) => Promise<Figure[]>;
  /** A part that takes longer is ended, and counts as failed. */
  minutes: number;
}

/** What `npm run bench` measures, in this order. */
export const parts = {
  idle: { measure: benchIdle, minutes: 1 },
  routing: { measure: benchRouting, minutes: 3 },
  decisions: { measure: benchDecisions, minutes: 5 },
  claims: { measure: benchClaims, minutes: 3 },
  live: { measure: benchLive, minutes: 3 },
  chat: { measure: benchChat, minutes: 3 },
  create: { measure: benchCreate, minutes: 2 },
  list: { measure: benchList, minutes: 2 },
  depth: { measure: benchDepth, minutes: 8 },
  desk: { measure: benchDesk, minutes: 4 },
  search: { measure: benchSearch, minutes: 10 },
  reports: { measure: benchAnalytics, minutes: 6 },
  import: { measure: benchImport, minutes: 8 },
  widget: { measure: benchWidget, minutes: 1 },
  draft: { measure: benchDraft, minutes: 2 },
  mail: { measure: benchMail, minutes: 6 },
} satisfies Record<string, Part>;

export type PartName = keyof typeof parts;
