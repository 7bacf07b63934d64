import { removeDemo } from '@/lib/commands/remove-demo';

export const handle = removeDemo;
