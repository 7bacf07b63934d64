import { parentPort, workerData } from 'node:worker_threads';
import { type ReplayTask, replay } from '../rules/simulation/replay';

/** Runs in a thread of its own: what it plays takes a whole core for its time. */
parentPort!.postMessage(replay(workerData as ReplayTask));
