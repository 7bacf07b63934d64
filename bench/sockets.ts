import { io, type Socket } from 'socket.io-client';
import { REALTIME_PATH } from '@/lib/realtime/protocol';

/** A socket for each token, fifty at a time, all connected. */
export async function connectAll(url: string, tokens: readonly string[]): Promise<Socket[]> {
  const sockets: Socket[] = [];
  for (let at = 0; at < tokens.length; at += 50) {
    const batch = tokens.slice(at, at + 50).map(
      (token) =>
        new Promise<Socket>((resolve, reject) => {
          const socket = io(url, {
            path: REALTIME_PATH,
            auth: { token },
            transports: ['websocket'],
            forceNew: true,
          });
          socket.once('connect', () => resolve(socket));
          socket.once('connect_error', reject);
        }),
    );
    sockets.push(...(await Promise.all(batch)));
  }
  return sockets;
}
