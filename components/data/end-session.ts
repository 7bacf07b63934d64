let leaving = false;

/** The person signs out himself: the server's goodbye to the socket is then no news, and leads nowhere else. */
export function leaveOnPurpose(now: boolean): void {
  leaving = now;
}

export const isLeaving = (): boolean => leaving;

/**
 * The session is over (signed out elsewhere, revoked, expired): leave for the sign-in page by a full load, so that
 * nothing of the person stays in memory, and come back to the same place afterwards.
 */
export function endSession(): void {
  if (leaving) return;
  const here = window.location.pathname + window.location.search;
  if (here.startsWith('/sign-in')) return;
  window.location.replace(`/sign-in?next=${encodeURIComponent(here)}`);
}
