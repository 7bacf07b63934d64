/** A mail taken apart, every text fit for the database: no control characters, whole surrogates, `\n`. */
export interface ParsedMail {
  /** With its brackets; null when it has none that could be one. */
  messageRef: string | null;
  /** All of From, in their order; addresses as they were written. */
  from: { name: string; address: string }[];
  /** Lower case: whom it names as its readers, wherever it does, and whom it was delivered to. */
  recipients: string[];
  subject: string;
  /** The conversation that Outlook says it belongs to, without its place in it; null when it says nothing. */
  threadIndex: string | null;
  /** Message-IDs that it answers, the likeliest first. */
  answers: string[];
  /** As they stand, the topmost first, names in lower case. */
  headers: { name: string; value: string }[];
  /** Its plain part, or the words of its HTML; empty when it says nothing. */
  text: string;
  hasTextPart: boolean;
  html: string | null;
  /** `contentId` is what its HTML calls a file by, without brackets; null where it has no name for it. */
  files: { name: string; content: Uint8Array; contentId: string | null }[];
  report: DeliveryReport | null;
  /** What looks like Message-IDs of ours anywhere in it, returned headers included. */
  ours: string[];
  /** Of what it says, without what mail servers add on the way. */
  contentHash: string;
}

/** What a mail server says of a mail that it could not deliver. */
export interface DeliveryReport {
  /** 5: never; 4: not yet; 2: it did. Null when it does not say. */
  outcome: 2 | 4 | 5 | null;
  /** The server's own line. */
  says: string;
}
