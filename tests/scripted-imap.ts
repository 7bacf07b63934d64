import net, { type AddressInfo, type Socket } from 'node:net';

/** A mail as it lies in the folder. */
export interface StoredMail {
  uid: number;
  raw: Buffer;
  date: Date;
  flags: Set<string>;
  /** What the server says of its size, when that is not the truth. */
  size?: number;
}

export interface ScriptedImap {
  port: number;
  user: string;
  password: string;
  validity: number;
  folders: Map<string, StoredMail[]>;
  /** Commands that came, each without its tag. */
  heard: string[];
  /** Connections that are open now. */
  readonly open: number;
  /** Says of a command what is to happen in place of the usual answer: `NO …`, or the end of the line. */
  refuse: (command: string) => string | 'cut' | null;
  /** Whether it can tell by itself that something came. */
  idles: boolean;
  /** Puts a mail into a folder, and tells who waits for it. */
  add(raw: string, given?: { folder?: string; date?: Date; size?: number }): number;
  /** Ends all connections, as a server does that restarts. */
  drop(): void;
  stop(): Promise<void>;
}

/** A real IMAP server for as much of the protocol as fetching mail needs: what is fetched is tested on the wire. */
export async function startScriptedImap(): Promise<ScriptedImap> {
  const sockets = new Set<Socket>();
  const idling = new Map<Socket, string>();
  let next = 1;
  const server = net.createServer((socket) => new Session(state, socket, sockets, idling).start());
  const state: ScriptedImap = {
    ...{ port: 0, user: 'support', password: 'secret', validity: 1, heard: [], idles: true },
    folders: new Map([['INBOX', []]]),
    refuse: () => null,
    get open() {
      return sockets.size;
    },
    add(raw, { folder = 'INBOX', date = new Date(), size } = {}) {
      const mails = state.folders.get(folder)!;
      const uid = next++;
      mails.push({ uid, raw: Buffer.from(raw), date, flags: new Set(), ...(size ? { size } : {}) });
      for (const [socket, selected] of idling)
        if (selected === folder) socket.write(`* ${mails.length} EXISTS\r\n`);
      return uid;
    },
    drop() {
      for (const socket of sockets) socket.destroy();
    },
    stop() {
      state.drop();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  state.port = (server.address() as AddressInfo).port;
  return state;
}

class Session {
  private selected = '';
  private pending = '';
  private idleTag = '';
  /** How many mails it knows of. */
  private told = 0;

  constructor(
    private readonly state: ScriptedImap,
    private readonly socket: Socket,
    private readonly sockets: Set<Socket>,
    private readonly idling: Map<Socket, string>,
  ) {}

  start(): void {
    const { socket } = this;
    this.sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => {
      this.sockets.delete(socket);
      this.idling.delete(socket);
    });
    socket.on('data', (chunk) => {
      this.pending += chunk.toString('latin1');
      for (let end = this.pending.indexOf('\r\n'); end >= 0; end = this.pending.indexOf('\r\n')) {
        const line = this.pending.slice(0, end);
        this.pending = this.pending.slice(end + 2);
        this.hear(line);
      }
    });
    socket.write('* OK scripted\r\n');
  }

  private get mails(): StoredMail[] {
    return this.state.folders.get(this.selected) ?? [];
  }

  private hear(line: string): void {
    if (this.idleTag) {
      this.idling.delete(this.socket);
      this.socket.write(`${this.idleTag} OK done\r\n`);
      this.idleTag = '';
      return;
    }
    const [tag = '', ...words] = line.split(' ');
    const command = words.join(' ');
    this.state.heard.push(command);
    const refusal = this.state.refuse(command);
    if (refusal === 'cut') this.socket.destroy();
    else if (refusal) this.socket.write(`${tag} ${refusal}\r\n`);
    if (refusal) return;
    const verb =
      words[0]!.toUpperCase() === 'UID' ? `UID ${words[1]!.toUpperCase()}` : words[0]!.toUpperCase();
    this.answer(tag, verb, words.slice(verb.split(' ').length));
  }

  private answer(tag: string, verb: string, args: string[]): void {
    const say = (...lines: string[]) => this.socket.write(lines.map((line) => `${line}\r\n`).join(''));
    const ok = (text = 'done') => say(`${tag} OK ${text}`);
    switch (verb) {
      case 'CAPABILITY':
        say(`* CAPABILITY IMAP4rev1 MOVE UIDPLUS${this.state.idles ? ' IDLE' : ''}`);
        return void ok();
      case 'LOGIN': {
        const isRight = args.join(' ').replaceAll('"', '') === `${this.state.user} ${this.state.password}`;
        return void say(
          `${tag} ${isRight ? 'OK hello' : 'NO [AUTHENTICATIONFAILED] Wrong user or password'}`,
        );
      }
      case 'LIST':
        // asked for nothing it says how names are parted
        if (args[1] === '""') say('* LIST (\\Noselect) "/" ""');
        else for (const name of this.state.folders.keys()) say(`* LIST () "/" "${name}"`);
        return void ok();
      case 'CREATE':
        this.state.folders.set(unquoted(args[0]), []);
        return void ok();
      case 'SELECT':
      case 'EXAMINE':
        this.select(tag, unquoted(args[0]), verb === 'EXAMINE', say);
        return;
      case 'IDLE':
        this.idleTag = tag;
        this.idling.set(this.socket, this.selected);
        say('+ idling');
        this.tell();
        return;
      case 'UID FETCH':
        this.fetch(args);
        return void ok();
      case 'UID STORE':
        for (const mail of this.named(args[0]!)) mail.flags.add(args.slice(2).join(' ').replace(/[()]/g, ''));
        return void ok();
      case 'UID MOVE':
        this.move(tag, args, say);
        return;
      case 'NOOP':
        this.tell();
        return void ok();
      case 'LOGOUT':
        say('* BYE', `${tag} OK bye`);
        return void this.socket.end();
      default:
        return void ok();
    }
  }

  private select(tag: string, name: string, readOnly: boolean, say: (...lines: string[]) => void): void {
    if (!this.state.folders.has(name)) {
      say(`${tag} NO [NONEXISTENT] No such folder`);
      return;
    }
    this.selected = name;
    this.told = this.mails.length;
    const next = Math.max(0, ...this.mails.map(({ uid }) => uid)) + 1;
    say(
      `* ${this.mails.length} EXISTS`,
      `* OK [UIDVALIDITY ${this.state.validity}] valid`,
      `* OK [UIDNEXT ${next}] next`,
      `${tag} OK [${readOnly ? 'READ-ONLY' : 'READ-WRITE'}] selected`,
    );
  }

  /** What came since it was told last. */
  private tell(): void {
    if (this.mails.length !== this.told) this.socket.write(`* ${this.mails.length} EXISTS\r\n`);
    this.told = this.mails.length;
  }

  private named(range: string): StoredMail[] {
    const [from = '', to = from] = range.split(':');
    const last = this.mails.at(-1)?.uid ?? 0;
    const [low, high] = [Number(from), to === '*' ? last : Number(to)].sort((a, b) => a - b) as [
      number,
      number,
    ];
    return this.mails.filter(({ uid }) => uid >= low && uid <= high);
  }

  private fetch([range = '', ...rest]: string[]): void {
    const asked = rest.join(' ');
    const part = /BODY\.PEEK\[\](?:<(\d+)\.(\d+)>)?/i.exec(asked);
    for (const mail of this.named(range)) {
      const facts = [`UID ${mail.uid}`];
      if (/RFC822\.SIZE/i.test(asked)) facts.push(`RFC822.SIZE ${mail.size ?? mail.raw.byteLength}`);
      if (/INTERNALDATE/i.test(asked)) facts.push(`INTERNALDATE "${imapDate(mail.date)}"`);
      if (/ENVELOPE/i.test(asked)) facts.push(`ENVELOPE ${envelopeOf(mail.raw)}`);
      const at = this.mails.indexOf(mail) + 1;
      if (!part) {
        this.socket.write(`* ${at} FETCH (${facts.join(' ')})\r\n`);
        continue;
      }
      const bytes = part[2] ? mail.raw.subarray(0, Number(part[2])) : mail.raw;
      this.socket.write(
        `* ${at} FETCH (${facts.join(' ')} BODY[]${part[2] ? '<0>' : ''} {${bytes.byteLength}}\r\n`,
      );
      this.socket.write(bytes);
      this.socket.write(')\r\n');
    }
  }

  private move(tag: string, [range = '', to = '']: string[], say: (...lines: string[]) => void): void {
    const target = this.state.folders.get(unquoted(to));
    if (!target) {
      say(`${tag} NO [TRYCREATE] No such folder`);
      return;
    }
    for (const mail of this.named(range)) {
      const at = this.mails.indexOf(mail);
      this.mails.splice(at, 1);
      target.push(mail);
      say(`* ${at + 1} EXPUNGE`);
    }
    say(`${tag} OK moved`);
  }
}

const unquoted = (text = ''): string => text.replaceAll('"', '');
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const imapDate = (date: Date): string =>
  `${String(date.getUTCDate()).padStart(2, '0')}-${MONTHS[date.getUTCMonth()]}-${date.getUTCFullYear()} ${date.toISOString().slice(11, 19)} +0000`;

function envelopeOf(raw: Buffer): string {
  const text = raw.toString('latin1');
  const header = (name: string) => new RegExp(`^${name}: *(.*)$`, 'im').exec(text)?.[1]?.trim() ?? '';
  const [local = '', domain = ''] = (/[^\s<]+@[^\s>]+/.exec(header('From'))?.[0] ?? '').split('@');
  return `(NIL "${header('Subject')}" ((NIL NIL "${local}" "${domain}")) NIL NIL NIL NIL NIL NIL NIL)`;
}
