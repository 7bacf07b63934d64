import { endDueOffers } from '@/lib/commands/end-offers';

export const handle = (): Promise<void> => endDueOffers();
