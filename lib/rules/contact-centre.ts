import type { Channel, Status } from '../schemas/values';

/**
 * A contact centre's words (S0) for ours: where a contact comes from, how a number ranks it, how far a task is.
 * The contract, "S0 and S1, mapped", is their source.
 */
export const PLATFORMS = ['call', 'email', 'facebook_chat', 'website_chat'] as const;
export type Platform = (typeof PLATFORMS)[number];

export const CHANNEL_OF: Record<Platform, Channel> = {
  call: 'CALL',
  email: 'EMAIL',
  facebook_chat: 'MESSENGER',
  website_chat: 'CHAT',
};

/** What there is no word for (WEB, API) reads as mail: text that can wait. */
export const platformOf = (channel: Channel): Platform =>
  PLATFORMS.find((platform) => CHANNEL_OF[platform] === channel) ?? 'email';

const URGENT = 3;

/** The rank of a priority that a number means: 0 LOW, 1 MEDIUM, 2 HIGH, 3 and more URGENT; below 0 is LOW as well. */
export const rankOf = (number: number): number => Math.max(0, Math.min(URGENT, number));

/** The number as it was given, as long as it means the priority that the ticket has now; else that one's own. */
export const numberOf = (rank: number, given: number | null): number =>
  given !== null && rankOf(given) === rank ? given : rank;

export const TASK_STATUSES = ['open', 'in_progress', 'done'] as const;
export type TaskStatus = (typeof TASK_STATUSES)[number];

const TASK_STATUS_OF: Record<Status, TaskStatus> = {
  OPEN: 'open',
  ASSIGNED: 'open',
  IN_PROGRESS: 'in_progress',
  WAITING_ON_CUSTOMER: 'in_progress',
  RESOLVED: 'done',
  CLOSED: 'done',
};
export const taskStatusOf = (status: Status): TaskStatus => TASK_STATUS_OF[status];

const MEANT: Record<TaskStatus, Status> = { open: 'ASSIGNED', in_progress: 'IN_PROGRESS', done: 'RESOLVED' };

/** The status that setting a task's status gives its ticket; null when the task has it already. */
export const statusMeant = (from: Status, to: TaskStatus): Status | null =>
  taskStatusOf(from) === to ? null : MEANT[to];
