import { askRatings } from '@/lib/commands/ask-ratings';

export const handle = (): Promise<void> => askRatings();
