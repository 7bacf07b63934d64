import { leaveOnPurpose } from './end-session';
import { sessionDoor } from './session-door';

/**
 * Ends the browser session and leaves by a full load, so that neither the query cache nor the router's keeps
 * anything. Throws when the server is not reached: then the person is still signed in, and must know it.
 */
export async function signOut(): Promise<void> {
  leaveOnPurpose(true);
  try {
    await sessionDoor.close();
  } catch (error) {
    leaveOnPurpose(false);
    throw error;
  }
  window.location.replace('/');
}
