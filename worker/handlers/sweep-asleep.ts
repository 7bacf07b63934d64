import { wakeDue } from '@/lib/commands/wake-due';

export const handle = (): Promise<void> => wakeDue();
