/** Why a draft came to nothing: its code, the HTTP status it is told with, and the plain words. */
export const DRAFT_FAILURES = {
  draft_timeout: { status: 504, message: 'The draft took too long. The ticket is as it was.' },
  ai_unavailable: { status: 503, message: 'The AI service does not answer just now.' },
  ai_rate_limited: { status: 503, message: 'The AI service asks to wait.' },
  ai_interrupted: { status: 503, message: 'The draft was interrupted. Ask for it again.' },
  ai_bad_response: { status: 502, message: 'The AI service answered with nothing usable.' },
  ai_blocked: { status: 502, message: 'The AI service refused to write about this ticket.' },
  ai_wrong_language: { status: 502, message: 'The AI service answered in another language.' },
  ai_misconfigured: { status: 502, message: 'The AI service refused our key, model or address.' },
  ai_not_configured: { status: 409, message: 'No AI key is set, and this needs one.' },
  draft_cancelled: { status: 409, message: 'The draft was cancelled.' },
  /** Between asking and writing the ticket became somebody else's. */
  not_found: { status: 404, message: 'There is nothing here, or it is not yours to see.' },
} as const satisfies Record<string, { status: 404 | 409 | 502 | 503 | 504; message: string }>;
export type DraftFailure = keyof typeof DRAFT_FAILURES;

export const isDraftFailure = (code: string): code is DraftFailure => Object.hasOwn(DRAFT_FAILURES, code);
