/** Where a request of an unknown person comes from. `ip` is the address that may be trusted (lib/api/call.ts). */
export interface Client {
  ip: string;
  userAgent: string;
  acceptLanguage: string;
}
