import type { CommandContext, CommandParts, CommandTarget } from './command-context';

export const SECTIONS = ['list', 'ticket', 'composer', 'go', 'general', 'settings'] as const;
type Section = (typeof SECTIONS)[number];

/** One thing that can be done. Its words are `title.<id>` of the namespace `commands`. */
export interface Command {
  id: string;
  section: Section;
  /** As `key-names.ts` reads them; the first is the one that is shown. */
  keys: readonly string[];
  /** Other signs that those keys type on other layouts. */
  also?: readonly string[];
  /** Its keys count in there alone. */
  within?: string;
  /** Pressed while the ticket is on its way, it is done when that is there: it only opens something. */
  waits?: true;
  /** For fingers only: in the palette it would mean nothing. */
  onlyKeys?: true;
  when: (context: CommandContext) => boolean;
  run: (context: CommandContext) => void;
}

type Doable<Part> = Exclude<
  { [Name in keyof Part]: Part[Name] extends ((...given: never) => void) | null ? Name : never }[keyof Part],
  undefined
>;
type Given<Part, Name extends keyof Part> =
  NonNullable<Part[Name]> extends (...given: infer Values) => void ? Values : never;

/** The act of a part: valid while the part is on the screen and the act can be done. */
function act<Part extends keyof CommandParts, Name extends Doable<CommandParts[Part]>>(
  part: Part,
  name: Name,
  ...values: Given<CommandParts[Part], Name>
): Pick<Command, 'when' | 'run'> {
  type Acts = Record<string, ((...given: typeof values) => void) | null>;
  const find = (context: CommandContext) => (context[part] as Acts | undefined)?.[name as string];
  return {
    when: (context) => Boolean(find(context)),
    run: (context) => find(context)?.(...values),
  };
}

/** What a choice in the palette would be done to. */
export const targetOf = ({ chosen, opened }: CommandContext): CommandTarget | undefined => chosen ?? opened;

/** Asks in the palette, which then does it to what is chosen or open. */
function ask(
  page: 'assign' | 'status' | 'priority' | 'tags',
  needs: keyof CommandTarget,
): Pick<Command, 'when' | 'run'> {
  return {
    when: (context) => Boolean(targetOf(context)?.[needs]) && Boolean(context.frame),
    run: ({ frame }) => frame?.palette?.(page),
  };
}

/**
 * Every command of the desk, once: the keys, the sheet behind `?`, the palette, the hints in menus and tips, and
 * docs/keyboard.md are made of this table. Where two have one key, the first that is valid has it.
 */
export const COMMANDS: readonly Command[] = [
  { id: 'next', section: 'list', keys: ['j'], onlyKeys: true, ...act('list', 'step', 1) },
  { id: 'previous', section: 'list', keys: ['k'], onlyKeys: true, ...act('list', 'step', -1) },
  {
    id: 'nextTicket',
    section: 'list',
    keys: ['mod+shift+.'],
    also: ['mod+shift+>', 'mod+shift+:'],
    ...act('list', 'step', 1),
  },
  {
    id: 'previousTicket',
    section: 'list',
    keys: ['mod+shift+,'],
    also: ['mod+shift+<', 'mod+shift+;'],
    ...act('list', 'step', -1),
  },
  { id: 'open', section: 'list', keys: ['o'], onlyKeys: true, ...act('list', 'open') },
  { id: 'select', section: 'list', keys: ['x'], onlyKeys: true, ...act('list', 'toggle') },
  { id: 'extendDown', section: 'list', keys: ['shift+j'], onlyKeys: true, ...act('list', 'extend', 1) },
  { id: 'extendUp', section: 'list', keys: ['shift+k'], onlyKeys: true, ...act('list', 'extend', -1) },
  { id: 'clear', section: 'list', keys: ['escape'], ...act('list', 'clear') },
  { id: 'back', section: 'list', keys: ['escape'], ...act('desk', 'back') },

  { id: 'reply', section: 'ticket', keys: ['r'], waits: true, ...act('ticket', 'reply') },
  { id: 'note', section: 'ticket', keys: ['n'], waits: true, ...act('ticket', 'note') },
  { id: 'resolve', section: 'ticket', keys: ['e'], ...act('ticket', 'resolve') },
  { id: 'take', section: 'ticket', keys: ['shift+a'], ...act('ticket', 'take') },
  { id: 'claim', section: 'list', keys: [], ...act('claim', 'next') },
  { id: 'assign', section: 'ticket', keys: ['a'], waits: true, ...ask('assign', 'assign') },
  { id: 'status', section: 'ticket', keys: ['s'], waits: true, ...ask('status', 'setStatus') },
  { id: 'priority', section: 'ticket', keys: ['p'], waits: true, ...ask('priority', 'setPriority') },
  { id: 'tags', section: 'ticket', keys: ['l'], waits: true, ...ask('tags', 'addTag') },
  { id: 'snooze', section: 'ticket', keys: ['h'], waits: true, ...act('snooze', 'open') },
  { id: 'promise', section: 'ticket', keys: [], ...act('more', 'promise') },
  {
    id: 'merge',
    section: 'ticket',
    keys: [],
    when: ({ chosen, more }) => Boolean(chosen ? chosen.merge : more?.merge),
    run: ({ chosen, more }) => (chosen ?? more)?.merge?.(),
  },
  { id: 'split', section: 'ticket', keys: [], ...act('more', 'split') },
  { id: 'subject', section: 'ticket', keys: ['f2'], ...act('subject', 'edit') },
  { id: 'context', section: 'ticket', keys: ['i', ']'], ...act('desk', 'context') },
  { id: 'copyLink', section: 'ticket', keys: ['mod+shift+l'], ...act('more', 'copy') },
  { id: 'callBack', section: 'ticket', keys: [], ...act('callBack', 'call') },
  { id: 'markUnread', section: 'ticket', keys: [], ...act('more', 'markUnread') },
  { id: 'clocks', section: 'ticket', keys: [], ...act('more', 'clocks') },
  { id: 'spam', section: 'ticket', keys: [], ...act('more', 'spam') },
  { id: 'ham', section: 'ticket', keys: [], ...act('more', 'ham') },
  { id: 'trash', section: 'ticket', keys: [], ...act('more', 'trash') },
  { id: 'restore', section: 'ticket', keys: [], ...act('more', 'restore') },

  { id: 'send', section: 'composer', keys: ['mod+enter'], within: '#composer', ...act('composer', 'send') },
  {
    id: 'sendResolve',
    section: 'composer',
    keys: ['mod+shift+enter'],
    within: '#composer',
    ...act('composer', 'resolve'),
  },
  { id: 'sendLater', section: 'composer', keys: [], ...act('composer', 'later') },
  { id: 'macro', section: 'composer', keys: ['m'], ...act('composer', 'replies') },
  { id: 'draft', section: 'composer', keys: ['mod+shift+a'], ...act('ai', 'draft') },

  { id: 'goMine', section: 'go', keys: ['g i'], ...act('frame', 'view', 'mine') },
  { id: 'goUnassigned', section: 'go', keys: ['g u'], ...act('frame', 'view', 'unassigned') },
  { id: 'goMentions', section: 'go', keys: ['g m'], ...act('frame', 'view', 'mentions') },
  { id: 'goAll', section: 'go', keys: ['g a'], ...act('frame', 'view', 'all') },
  { id: 'goReports', section: 'go', keys: ['g d'], ...act('frame', 'reports') },
  { id: 'goSettings', section: 'go', keys: ['g s'], ...act('frame', 'settings') },
  { id: 'goCustomers', section: 'go', keys: [], ...act('frame', 'page', '/customers') },
  { id: 'goReplies', section: 'go', keys: [], ...act('frame', 'page', '/replies') },
  { id: 'goAccount', section: 'go', keys: [], ...act('frame', 'page', '/account') },

  { id: 'palette', section: 'general', keys: ['mod+k'], onlyKeys: true, ...act('frame', 'palette', 'root') },
  { id: 'search', section: 'general', keys: ['/'], ...act('search', 'focus') },
  { id: 'create', section: 'general', keys: ['c'], ...act('frame', 'create') },
  // also while writing: it does not wait
  { id: 'acceptOffer', section: 'general', keys: ['f9'], ...act('offer', 'accept') },
  { id: 'declineOffer', section: 'general', keys: ['shift+f9'], ...act('offer', 'decline') },
  { id: 'holdCall', section: 'general', keys: ['f4'], ...act('call', 'turn') },
  { id: 'hangUp', section: 'general', keys: ['shift+f4'], ...act('call', 'hangUp') },
  { id: 'endWrapUp', section: 'general', keys: [], ...act('wrapUp', 'end') },
  { id: 'undo', section: 'general', keys: ['z'], ...act('undo', 'last') },
  { id: 'help', section: 'general', keys: ['?', 'mod+/'], ...act('frame', 'help') },
  { id: 'nextPane', section: 'general', keys: ['f6'], onlyKeys: true, ...act('frame', 'pane', 1) },
  { id: 'previousPane', section: 'general', keys: ['shift+f6'], onlyKeys: true, ...act('frame', 'pane', -1) },

  { id: 'theme', section: 'settings', keys: ['shift+d'], ...act('frame', 'theme') },
  { id: 'afterStay', section: 'settings', keys: [], ...act('frame', 'after', 'stay') },
  { id: 'afterNext', section: 'settings', keys: [], ...act('frame', 'after', 'next') },
  { id: 'afterList', section: 'settings', keys: [], ...act('frame', 'after', 'list') },
  { id: 'signOut', section: 'settings', keys: [], ...act('frame', 'signOut') },
];

/** What the focused list and the text do with keys by themselves: for the sheet, beside the commands. */
export const GIVEN_KEYS: readonly Pick<Command, 'id' | 'section' | 'keys'>[] = [
  { id: 'rows', section: 'list', keys: ['arrowdown', 'arrowup'] },
  { id: 'openRow', section: 'list', keys: ['enter'] },
  { id: 'range', section: 'list', keys: ['shift+arrowdown', 'shift+arrowup'] },
  { id: 'selectAll', section: 'list', keys: ['mod+a'] },
  { id: 'leaveText', section: 'composer', keys: ['escape'] },
  { id: 'replies', section: 'composer', keys: ['/'] },
  { id: 'bold', section: 'composer', keys: ['mod+b'] },
  { id: 'italic', section: 'composer', keys: ['mod+i'] },
  { id: 'messages', section: 'general', keys: ['f8'] },
];

export const commandById = (id: string): Command | undefined => COMMANDS.find((command) => command.id === id);
