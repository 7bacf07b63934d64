import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { HonoAdapter } from '@bull-board/hono';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { openQueues } from './queue';

/** Where the board of the queues is served. */
export const BOARD_PATH = '/admin/queues';

let board: Hono | undefined;

/**
 * Bull Board over this process's queues, whichever engine carries them; made when it is first asked for. It knows
 * nothing of people: whoever serves it decides who may come in.
 */
export function queueBoard(): Hono {
  if (!board) {
    const adapter = new HonoAdapter(serveStatic);
    adapter.setBasePath(BOARD_PATH);
    createBullBoard({
      queues: [...openQueues().values()].map((queue) => new BullMQAdapter(queue)),
      serverAdapter: adapter,
      options: {
        uiConfig: { boardTitle: 'Switchboard', pollingInterval: { showSetting: true, forceInterval: 5 } },
      },
    });
    board = new Hono().route(BOARD_PATH, adapter.registerPlugin());
  }
  return board;
}
