import { autoClose } from '@/lib/commands/auto-close';

export const handle = (): Promise<void> => autoClose();
