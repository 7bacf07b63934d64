/**
 * Registering and accepting an invitation answer with tokens for API clients. A browser has no use for them, so their
 * session is ended at once and does not stand among the person's devices. Best effort: unused, they expire.
 */
export async function dropTokens(access: string): Promise<void> {
  const headers = { authorization: `Bearer ${access}`, 'content-type': 'application/json' };
  try {
    const answer = await fetch('/api/me/sessions/', { headers, cache: 'no-store', credentials: 'omit' });
    const { results } = (await answer.json()) as { results: { id: string; is_current: boolean }[] };
    const own = results.find((session) => session.is_current);
    if (own) await fetch(`/api/me/sessions/${own.id}/`, { method: 'DELETE', headers, credentials: 'omit' });
  } catch {
    // Signing in goes on: nothing depends on it.
  }
}
