import { watchPresence } from '@/lib/commands/watch-presence';

export const handle = (): Promise<void> => watchPresence();
