/**
 * What a telephone provider does for us, in our words. An adapter speaks his protocol; nothing outside of it knows a
 * vendor's names. A provider is asked over the network: every method may throw {@link ProviderTrouble}.
 */
export interface VoiceProvider {
  /** Rings at a telephone; once it is answered, the provider asks at `bridgeUrl` what to do. Returns what he calls the leg. */
  dial(call: { to: string; from: string; bridgeUrl: string; statusUrl: string }): Promise<string>;
  /** What the leg hears and does from now on, whatever it did before. */
  follow(ref: string, script: string): Promise<void>;
  hangUp(ref: string): Promise<void>;
  /** Is the leg on the line? Null when the provider does not know it. */
  isLive(ref: string): Promise<boolean | null>;
  /** Its bytes, as they come; they end with {@link ProviderTrouble} when they break off or are too many. */
  recording(ref: string): Promise<AsyncIterable<Uint8Array>>;
  /** What was recorded of a leg. `isDone`: it can be fetched. */
  recordingsOf(ref: string): Promise<RecordedPart[]>;
  /** Whether the account lets us in. */
  greet(): Promise<void>;
}

/** `talk`: what two who were put through said; else a message that was left. */
export interface RecordedPart {
  ref: string;
  kind: 'talk' | 'voicemail';
  seconds: number;
  isDone: boolean;
}

/** `later`: worth another try. `gone`: the leg is over or unknown. `refused`: our fault or the account's; trying again does not help. */
export class ProviderTrouble extends Error {
  readonly kind: 'later' | 'gone' | 'refused';
  constructor(kind: 'later' | 'gone' | 'refused', message: string) {
    super(message);
    this.kind = kind;
  }
}
