import { releaseDue } from '@/lib/commands/release-due';

export const handle = (): Promise<void> => releaseDue();
