import type { MessageDraftDto, SaveMessageDraftInput } from '@/lib/schemas/message-draft';
import type { StopReason } from '@/lib/schemas/values';
import { ApiError } from './api-error';
import {
  contentOf,
  type DraftContent,
  EMPTY_DRAFT,
  isEmptyDraft,
  isSameDraft,
  type KeptDraft,
  parseKept,
  savedOf,
} from './draft-content';

export interface DraftView extends DraftContent {
  /** Raised when something else than the editor set the text; `caret` is then where writing goes on, null at the end. */
  outside: number;
  caret: number | null;
  saving: 'saved' | 'waiting' | 'failed';
  /** The newer one of another device, until the person has chosen. */
  conflict: MessageDraftDto | null;
  /** Why it did not go out when it was sent. */
  attention: StopReason | null;
  /** What the server has was read, or there is nothing to read. */
  known: boolean;
}

/** The server's side of one draft. */
export interface DraftRemote {
  get: () => Promise<MessageDraftDto>;
  put: (draft: SaveMessageDraftInput) => Promise<unknown>;
}

/** This browser's side of it. */
export interface DraftStore {
  read: () => string | null;
  write: (value: string | null) => void;
}

const LOCAL_MS = 300;
const IDLE_MS = 600;
const LATEST_MS = 2_000;
const AGAIN_MS = 10_000;
/**
 * An unsent text (product 2.16): in this browser 300 ms after a key, on the server 600 ms after the last one and 2 s
 * after the first at the latest. Revisions only grow; whoever saves on top of one that he has not seen is told, and
 * chooses. Lives outside of any screen, so that leaving one loses nothing.
 */
export class MessageDraft {
  readonly #remote: DraftRemote;
  readonly #store: DraftStore;
  readonly #listeners = new Set<() => void>();
  #view: DraftView = {
    ...EMPTY_DRAFT,
    ...{ outside: 0, caret: null, saving: 'saved', conflict: null, attention: null, known: false },
  };
  /** The highest that was ever tried or seen. */
  #revision = 0;
  #dirty = false;
  #dirtySince = 0;
  /** The message that the text became; until it has arrived, this browser keeps the text. */
  #sending: string | null = null;
  #local: ReturnType<typeof setTimeout> | undefined;
  #server: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<void> | null = null;

  /** @param isOnItsWay whether the message of this key has not arrived: then its text is not written a second time. */
  constructor(remote: DraftRemote, store: DraftStore, isOnItsWay: (key: string) => boolean) {
    this.#remote = remote;
    this.#store = store;
    const kept = parseKept(store.read());
    if (!kept) return;
    this.#revision = kept.revision;
    if (kept.sending !== undefined && isOnItsWay(kept.sending)) {
      this.#sending = kept.sending;
      return;
    }
    this.#dirty = kept.dirty || kept.sending !== undefined;
    this.#view = { ...this.#view, ...contentOf(kept) };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly view = (): DraftView => this.#view;
  get revision(): number {
    return this.#revision;
  }

  /** The person changed something. */
  write(change: Partial<DraftContent>): void {
    this.#show({ ...change, attention: null });
    this.#touch();
  }

  /** Something else than the editor set the text. */
  put(body: string, caret: number | null = null): void {
    this.write({ body });
    this.#show({ outside: this.#view.outside + 1, caret });
  }

  /** The server has none, as the ticket says. */
  assumeNone(): void {
    if (!this.#view.known) this.#show({ known: true });
    if (this.#dirty) this.#schedule();
  }

  /** Reads what the server has; nothing happens when it is not reached. */
  async load(): Promise<void> {
    try {
      this.meet(await this.#remote.get());
    } catch {
      // what is here stays; the next look finds out
    }
  }

  /** Another state of the draft is known of. */
  meet(theirs: MessageDraftDto): void {
    this.#show({ known: true });
    if (theirs.revision <= this.#revision) {
      if (this.#dirty) this.#schedule();
      return;
    }
    const isOver = theirs.ended !== null;
    if (this.#dirty && !isEmptyDraft(this.#view) && !isOver && !isSameDraft(this.#view, theirs)) {
      this.#stop();
      this.#show({ conflict: theirs });
      return;
    }
    if (this.#dirty && isOver && !isEmptyDraft(this.#view)) {
      this.#revision = theirs.revision;
      this.#schedule();
    } else this.adopt(theirs);
  }

  /** Takes a state of the server as it is. */
  adopt(theirs: MessageDraftDto, caret: number | null = null): void {
    const { revision, attention } = theirs;
    this.#stop();
    this.#revision = Math.max(revision, this.#revision);
    this.#dirty = false;
    const outside = this.#view.outside + 1;
    this.#show({
      ...contentOf(theirs),
      attention,
      caret,
      outside,
      conflict: null,
      saving: 'saved',
      known: true,
    });
    this.#keep();
  }

  keepMine(): void {
    if (this.#view.conflict) this.overrule(this.#view.conflict.revision);
  }

  /** What is here stays, against that revision of the server's. */
  overrule(revision: number): void {
    this.#revision = Math.max(revision, this.#revision);
    this.#show({ conflict: null });
    this.#touch();
    void this.flush();
  }

  /** The text leaves as the message `key`: nothing of it stays here. Give it back if it comes to nothing. */
  take(key: string): DraftContent {
    this.#stop();
    const content = contentOf(this.#view);
    const kept = { ...content, revision: this.#revision, dirty: false, sending: key } satisfies KeptDraft;
    this.#store.write(JSON.stringify(kept));
    clearTimeout(this.#local);
    this.#local = undefined;
    this.#sending = key;
    this.#dirty = false;
    this.#show({
      ...EMPTY_DRAFT,
      attention: null,
      saving: 'saved',
      outside: this.#view.outside + 1,
      caret: null,
    });
    return content;
  }

  /** The message has arrived: this browser forgets its text, unless another was begun. */
  sent(key: string): void {
    if (this.#sending !== key) return;
    this.#sending = null;
    this.#keep();
  }

  /** It did not go: what was begun since stays, below. `isKept`: the server has made a draft of it again itself. */
  giveBack(
    { body, cc, files, macro, mentions }: DraftContent,
    caret: number | null = null,
    isKept = false,
  ): void {
    this.#sending = null;
    const begun = this.#view;
    const isNew = isEmptyDraft(begun);
    this.write({
      body: [body, begun.body].filter((text) => text.trim() !== '').join('\n\n'),
      cc: isNew ? cc : (begun.cc ?? cc),
      files: [...files, ...begun.files],
      macro: macro ?? begun.macro,
      mentions: [...mentions, ...begun.mentions],
    });
    this.#show({ outside: this.#view.outside + 1, caret });
    if (!isKept || !isNew) return;
    this.#stop();
    this.#revision = Math.max(1, this.#revision);
    this.#saved();
  }

  /** Saves what is not saved; resolves when the server has it, or was not reached. */
  async flush(): Promise<void> {
    this.#keep();
    clearTimeout(this.#server);
    this.#server = undefined;
    await this.#saving;
    if (!this.#dirty || this.#view.conflict) return;
    this.#saving = this.#save().finally(() => {
      this.#saving = null;
    });
    await this.#saving;
  }

  async #save(): Promise<void> {
    const { body } = this.#view;
    // never there, and nothing to say: no reason to speak of it
    if (isEmptyDraft(this.#view) && this.#revision === 0) return this.#saved();
    const revision = ++this.#revision;
    this.#dirty = false;
    try {
      await this.#remote.put({ ...savedOf(this.#view), revision });
      if (!this.#dirty) this.#saved();
    } catch (error) {
      // taken away meanwhile, by sending
      const isStill = this.#view.body === body || this.#dirty;
      if (!isStill) return;
      this.#dirty = true;
      const theirs = error instanceof ApiError && error.code === 'newer_draft' && error.details.draft;
      if (theirs) this.#lost(theirs as MessageDraftDto);
      else this.#failed(!(error instanceof ApiError) || error.isTransient);
    }
  }

  /** The server has another one under this revision, or a later one. */
  #lost(theirs: MessageDraftDto): void {
    this.#revision = Math.min(this.#revision, theirs.revision - 1);
    this.meet(theirs);
  }

  #saved(): void {
    this.#dirty = false;
    this.#show({ saving: 'saved' });
    this.#keep();
  }

  #failed(isWorthTrying: boolean): void {
    this.#show({ saving: 'failed' });
    this.#keep();
    if (isWorthTrying) this.#server ??= setTimeout(() => void this.flush(), AGAIN_MS);
  }

  #touch(): void {
    if (!this.#dirty) this.#dirtySince = Date.now();
    this.#dirty = true;
    if (this.#view.saving !== 'failed') this.#show({ saving: 'waiting' });
    this.#local ??= setTimeout(() => this.#keep(), LOCAL_MS);
    if (!this.#view.conflict) this.#schedule();
  }

  #schedule(): void {
    clearTimeout(this.#server);
    const latest = this.#dirtySince + LATEST_MS - Date.now();
    this.#server = setTimeout(() => void this.flush(), Math.max(0, Math.min(IDLE_MS, latest)));
  }

  #stop(): void {
    clearTimeout(this.#server);
    this.#server = undefined;
  }

  #keep(): void {
    clearTimeout(this.#local);
    this.#local = undefined;
    if (isEmptyDraft(this.#view) && !this.#dirty) {
      if (this.#sending === null) this.#store.write(null);
      return;
    }
    const kept = {
      ...contentOf(this.#view),
      revision: this.#revision,
      dirty: this.#dirty,
    } satisfies KeptDraft;
    this.#store.write(JSON.stringify(kept));
  }

  #show(change: Partial<DraftView>): void {
    this.#view = { ...this.#view, ...change };
    for (const listener of this.#listeners) listener();
  }
}
