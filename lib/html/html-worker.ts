import { parentPort } from 'node:worker_threads';
import sanitizeHtml from 'sanitize-html';
import type { CleanerTask } from './clean-html';
import { policyFor } from './html-policy';
import { textOf } from './text-of';

/** Runs in a thread of its own: the cleaner needs seconds for some inputs, and may be stopped in the middle. */
parentPort!.on('message', ({ html, pictures }: CleanerTask) => {
  const clean = sanitizeHtml(html, policyFor(pictures));
  parentPort!.postMessage({ html: clean, text: textOf(clean) });
});
parentPort!.postMessage('ready');
