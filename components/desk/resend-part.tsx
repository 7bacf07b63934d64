import dynamic from 'next/dynamic';

/** Comes with the first answer that did not arrive. */
export const ResendButton = dynamic(() => import('./resend-button').then((m) => m.ResendButton));
