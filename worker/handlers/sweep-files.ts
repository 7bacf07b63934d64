import { sweepFiles } from '@/lib/commands/sweep-files';

export const handle = (): Promise<void> => sweepFiles();
