import { parentPort } from 'node:worker_threads';
import { takeApart } from './take-apart';

/** Runs in a thread of its own: some mails need seconds and much memory, and may be stopped in the middle. */
parentPort!.on('message', (raw: ArrayBuffer) => {
  takeApart(raw).then(
    (mail) => parentPort!.postMessage({ mail }),
    (error: Error) => parentPort!.postMessage({ refusal: error.message }),
  );
});
parentPort!.postMessage('ready');
