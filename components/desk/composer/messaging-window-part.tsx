import dynamic from 'next/dynamic';

/** Comes with the first ticket of Messenger. */
export const MessagingWindow = dynamic(() => import('./messaging-window').then((m) => m.MessagingWindow), {
  loading: () => <p className="h-6" />,
});
