export interface Server {
  /** Of role and database `switchboard`; the role may create databases. */
  url: string;
  port: number;
  pid: number;
  /** `fast` ends sessions and shuts down in order, `immediate` is a crash. Resolves when the process is gone. */
  stop(mode?: 'fast' | 'immediate'): Promise<void>;
}
export function startPostgres(options: {
  dir: string;
  port?: number;
  settings?: Record<string, string | number>;
  log?: string;
}): Promise<Server>;
export function stopPostgres(dir: string, mode?: 'fast' | 'immediate'): Promise<void>;
export function runningPostgres(dir: string): { url: string; port: number; pid: number } | null;
export function freePort(wanted?: number): Promise<number>;
