import { keepHouse } from '@/lib/commands/keep-house';

export const handle = (): Promise<void> => keepHouse();
