import { releaseDue } from '@/lib/commands/release-held';

export const handle = (): Promise<void> => releaseDue();
