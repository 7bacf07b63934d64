/** The fixed words of the contract, without any library: screens import them as they are. `enums.ts` checks them. */

/** Roles, smallest right first. */
export const ROLES = ['customer', 'agent', 'admin'] as const;
export type Role = (typeof ROLES)[number];
/** What somebody says about himself. Only `online` asks for work; `busy` goes on with what he has. */
export const INTENTS = ['online', 'busy', 'away', 'break', 'offline'] as const;
export type Intent = (typeof INTENTS)[number];

/** S2's six states, in the order a ticket usually walks. */
export const STATUSES = [
  'OPEN',
  'ASSIGNED',
  'IN_PROGRESS',
  'WAITING_ON_CUSTOMER',
  'RESOLVED',
  'CLOSED',
] as const;
export type Status = (typeof STATUSES)[number];

/** Work that is not over. Also what S2 counts as an agent's load, once somebody holds it. */
export const UNSOLVED = [
  'OPEN',
  'ASSIGNED',
  'IN_PROGRESS',
  'WAITING_ON_CUSTOMER',
] as const satisfies Status[];

/** Lowest first: the index is the rank that queues sort by. */
export const PRIORITIES = ['LOW', 'MEDIUM', 'HIGH', 'URGENT'] as const;
export type Priority = (typeof PRIORITIES)[number];

export const CHANNELS = ['WEB', 'API', 'EMAIL', 'CHAT', 'MESSENGER', 'CALL'] as const;
export type Channel = (typeof CHANNELS)[number];

/** How routing chooses: by share of capacity used, in turn, or not at all, and people take the work themselves. */
export const POLICIES = ['balanced', 'round_robin', 'manual'] as const;
export type Policy = (typeof POLICIES)[number];

/** Whether people may take waiting tickets in batches: as many as they like, as far as they have room, or not. */
export const CLAIMS = ['any', 'room', 'off'] as const;
export type Claims = (typeof CLAIMS)[number];

/** Languages the interface speaks; mails and screens fall back to the first. */
export const LOCALES = ['en', 'de', 'fr', 'it', 'ar'] as const;
export type Locale = (typeof LOCALES)[number];

/** ISO 639-1, lower case: what a ticket may require and an agent may speak. */
export const LANGUAGES =
  'aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu'.split(
    ' ',
  ) as [string, ...string[]];

/** Levels of urgency as filters name them, the most urgent first. */
export const URGENCY_LEVELS = ['3', '2', '1', '0'] as const;

/** Orders of a ticket list. */
export const SORTS = ['newest', 'oldest', 'updated', 'waiting', 'priority', 'urgency'] as const;

/** What a list may be parted by. */
export const GROUPS = ['status', 'priority', 'assignee', 'topic', 'customer'] as const;
export type Group = (typeof GROUPS)[number];

/** Facts that a row of a list can show, in their order. */
export const COLUMNS = [
  'number',
  'urgency',
  'priority',
  'channel',
  'language',
  'topic',
  'tags',
  'assignee',
] as const;
export type Column = (typeof COLUMNS)[number];

/** Which tickets an agent sees beside his own: none, those nobody holds in his teams or in none, or all. */
export const VISIBILITIES = ['own', 'team', 'all'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** How a message's body is written: `html` is what a mail brought. */
export const MESSAGE_FORMATS = ['text', 'markdown', 'html'] as const;
export type MessageFormat = (typeof MESSAGE_FORMATS)[number];

/** What must not have happened for a held message to leave. */
export const SEND_IFS = ['unseen', 'no_reply', 'always'] as const;
export type SendIf = (typeof SEND_IFS)[number];

/** Why a message of staff did not leave. */
export const STOP_REASONS = [
  'newer_messages',
  'ticket_closed',
  'ticket_deleted',
  'author_gone',
  'not_allowed',
  'invalid_transition',
  'window_closed',
] as const;
export type StopReason = (typeof STOP_REASONS)[number];

export const DRAFT_KINDS = ['reply', 'note'] as const;
export type DraftKind = (typeof DRAFT_KINDS)[number];

/** What a follow-up promise does when nobody has answered by its time. */
export const PROMISE_ACTS = ['remind', 'resolve'] as const;
export type PromiseAct = (typeof PROMISE_ACTS)[number];

/** What a customer says of the help he got, the worst first. Screens say them in words (`common.score`). */
export const SCORES = [1, 2, 3, 4, 5] as const;
export type Score = (typeof SCORES)[number];

/** How much of a conversation stands under an answer by mail. */
export const MAIL_HISTORIES = ['none', 'last', 'full'] as const;
export type MailHistory = (typeof MAIL_HISTORIES)[number];

/** What a caller meets while the house is closed: it rings all the same, he may leave a message, or is told when to call. */
export const AFTER_HOURS = ['ring', 'voicemail', 'announce'] as const;

/** How the line to a mail server is kept secret: from its first byte on, from its greeting on, or not at all. */
export const MAIL_SECURITIES = ['tls', 'starttls', 'none'] as const;
export type MailSecurity = (typeof MAIL_SECURITIES)[number];
/** What becomes of a mail on its server once it is kept here. */
export const AFTER_FETCH = ['leave', 'seen', 'move'] as const;
export type AfterFetch = (typeof AFTER_FETCH)[number];
/** What can be wrong with a mailbox's server, in the order in which a connection meets it. */
export const SERVER_TROUBLES = [
  'unreachable',
  'tls',
  'login',
  'folder',
  'refused',
  // it answers, and what it sent cannot be kept here
  'storage',
  // AUTH_SECRET is another one than when the password was stored
  'password',
] as const;
export type ServerTrouble = (typeof SERVER_TROUBLES)[number];

/** Whether a widget asks who writes for an address. */
export const ASKS_EMAIL = ['never', 'optional', 'required'] as const;

/** On which side of a page a widget stands, in its direction of reading. */
export const WIDGET_SIDES = ['end', 'start'] as const;
