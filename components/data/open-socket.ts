import type { QueryClient } from '@tanstack/react-query';
import type { Socket } from 'socket.io-client';
import type { ClientEvents, ServerMessages } from '@/lib/realtime/protocol';
import { batched } from '@/lib/rules/batched';
import { REMOVING_EVENTS } from '@/lib/rules/removing-events';
import type { TicketContextDto } from '@/lib/schemas/ticket-context';
import type { TicketDetailDto } from '@/lib/schemas/ticket-detail';
import { api } from './api';
import { ApiError } from './api-error';
import { endSession, isLeaving } from './end-session';
import type { Live } from './live-context';
import { queryKeys } from './query-keys';
import { refreshLists } from './refresh-lists';
import { showSeen } from './show-seen';

/** Tells whoever measures in this tab that a sign of life has come; its `detail` is the id. */
export const PROBE_EVENT = 'switchboard:probe';
/** Many changes close together are one refresh; under a steady stream, at most one a second. */
const LISTS = { wait: 150, pause: 1_000 };
/** The live board is looked at from afar, and each of its readings counts anew. */
const BOARD = { wait: 500, pause: 3_000 };
/** While no push can arrive, what is on the screen is fetched this often. */
const POLL_MS = 10_000;

/** The ticket of that id where it is shown, or all that are. */
const openTicket = (id: string | null) => ({
  queryKey: queryKeys.tickets,
  predicate: ({ state }: { state: { data: unknown } }) =>
    id === null || (state.data as TicketDetailDto | undefined)?.id === id,
});

/** Opens this tab's one socket and wires it to cache and channels. Returns how to close it. */
export async function openSocket(
  path: string,
  client: QueryClient,
  { connection, channels, marks, drafts, bell, queue }: Live,
  aborted: AbortSignal,
): Promise<void> {
  // Fetched after the page is usable: reading needs no socket.
  const { io } = await import('socket.io-client');
  if (aborted.aborted) return;
  const socket: Socket<ServerMessages, ClientEvents> = io({
    path,
    // Polling first would need sticky sessions in front of several web processes; it stays as the way out.
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    reconnectionDelay: 300,
    reconnectionDelayMax: 3_000,
    timeout: 8_000,
  });

  const lists = batched(() => refreshLists(client), LISTS);
  const board = batched(() => void client.invalidateQueries({ queryKey: queryKeys.boards }), BOARD);
  const refreshAll = () => {
    refreshLists(client);
    board.ask();
    for (const queryKey of [
      queryKeys.me,
      queryKeys.availability,
      queryKeys.ticketContexts,
      queryKeys.customers,
      queryKeys.users,
      queryKeys.workspace,
      queryKeys.notices,
      queryKeys.offers,
    ])
      void client.invalidateQueries({ queryKey });
  };
  /** The server closed the door: a restart, or this session is over. Asking once tells which. */
  const askWhy = () => {
    if (isLeaving()) return;
    api.get('/me/', { signal: aborted }).then(
      () => setTimeout(() => !aborted.aborted && socket.connect(), 500),
      (error) => {
        if (error instanceof ApiError && error.status === 401) endSession();
        else setTimeout(() => !aborted.aborted && socket.connect(), 2_000);
      },
    );
  };

  channels.attach(socket);
  marks.attach(socket, aborted);
  drafts.attach(socket);
  queue.attach(socket);
  bell.attach(socket, () => void client.invalidateQueries({ queryKey: queryKeys.notices }));
  socket.on('connect', () => {
    connection.connected();
    refreshAll();
  });
  socket.on('disconnect', (reason) => {
    if (aborted.aborted || isLeaving()) return;
    connection.lost();
    if (reason === 'io server disconnect') askWhy();
  });
  socket.on('connect_error', (error) => {
    connection.lost();
    // The server is there and not live now. Nobody is in a hurry, and all screens ask: not all at once.
    if ((error as { data?: { code?: string } }).data?.code === 'unavailable') {
      setTimeout(() => !aborted.aborted && socket.connect(), 2_000 + Math.random() * 2_000);
      return;
    }
    // Not active: the server answered and refused, so the library will not try again.
    if (!socket.active) askWhy();
  });
  socket.on('list:changed', ({ type, ticket_id }) => {
    lists.ask();
    board.ask();
    // worked out beside the numbered events, so an open ticket is asked for again
    if (type === 'urgency.changed' || type === 'routing.changed')
      void client.invalidateQueries(openTicket(ticket_id));
    if (!REMOVING_EVENTS.has(type)) return;
    for (const queryKey of [queryKeys.tickets, queryKeys.ticketContexts, queryKeys.customers])
      void client.invalidateQueries({ queryKey });
  });
  socket.on('workspace:changed', () => {
    void client.invalidateQueries({ queryKey: queryKeys.workspace });
    void client.invalidateQueries({ queryKey: queryKeys.views });
  });
  socket.on('customers:changed', ({ customer_id }) => {
    const isOne = ([, kind, id]: readonly unknown[]) =>
      customer_id === null || kind !== 'one' || id === customer_id;
    void client.invalidateQueries({
      queryKey: queryKeys.customers,
      predicate: ({ queryKey }) => isOne(queryKey),
    });
    void client.invalidateQueries({
      queryKey: queryKeys.tickets,
      predicate: ({ state }) =>
        customer_id === null || (state.data as TicketDetailDto | undefined)?.customer.id === customer_id,
    });
    // how many are in it
    void client.invalidateQueries({ queryKey: queryKeys.organisations });
    void client.invalidateQueries({
      queryKey: queryKeys.ticketContexts,
      predicate: ({ state }) =>
        customer_id === null || (state.data as TicketContextDto | undefined)?.customer.id === customer_id,
    });
  });
  socket.on('probe', ({ id }) => window.dispatchEvent(new CustomEvent(PROBE_EVENT, { detail: id })));
  socket.on('people:changed', () => {
    board.ask();
    void client.invalidateQueries({ queryKey: queryKeys.users });
  });
  socket.on('chat:seen', ({ ticket_id, message_id }) => {
    client.setQueriesData<TicketDetailDto>(
      openTicket(ticket_id),
      (detail) => detail && showSeen(detail, message_id),
    );
  });
  socket.on('offers:changed', () => void client.invalidateQueries({ queryKey: queryKeys.offers }));
  socket.on('me:changed', () => {
    void client.invalidateQueries({ queryKey: queryKeys.me });
    void client.invalidateQueries({ queryKey: queryKeys.availability });
  });

  const poll = setInterval(() => {
    if (connection.get().state !== 'offline') return;
    refreshLists(client);
    void client.invalidateQueries({ queryKey: queryKeys.tickets });
  }, POLL_MS);
  const onLine = () => {
    if (!socket.connected) socket.connect();
  };
  /** A page taken from the back-forward cache may belong to somebody who has signed out since. */
  const onShow = (event: PageTransitionEvent) => {
    if (event.persisted) window.location.reload();
  };
  window.addEventListener('online', onLine);
  window.addEventListener('pageshow', onShow);
  aborted.addEventListener('abort', () => {
    lists.stop();
    board.stop();
    clearInterval(poll);
    window.removeEventListener('online', onLine);
    window.removeEventListener('pageshow', onShow);
    connection.close();
    socket.disconnect();
  });
}
