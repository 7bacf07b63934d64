/**
 * A failure that the person at the terminal can mend: one sentence, with the way out. Nothing else is printed
 * for it, no stack.
 */
export class Problem extends Error {
  /** @param {string} message @param {string} [details] output of the tool that failed, shown below it */
  constructor(message, details = '') {
    super(message);
    this.name = 'Problem';
    this.details = details;
  }
}

const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const seconds = (/** @type {number} */ ms) => `${(ms / 1000).toFixed(1)} s`;

/** A line of its own; on a terminal it replaces the spinner. @param {string} text */
export function say(text) {
  process.stdout.write(process.stdout.isTTY ? `\r\x1b[2K${text}\n` : `${text}\n`);
}

/**
 * Shows that `work` is going on. A terminal gets a spinner that turns into one line; a pipe gets a line when
 * the step begins, and one more when it took long.
 * @template T @param {string} title @param {() => Promise<T>} work @returns {Promise<T>}
 */
export async function step(title, work) {
  const began = Date.now();
  const tty = process.stdout.isTTY;
  let frame = 0;
  const draw = () =>
    process.stdout.write(
      `\r\x1b[2K${frames[frame++ % frames.length]} ${title} ${seconds(Date.now() - began)}`,
    );
  const spinner = tty ? setInterval(draw, 100) : undefined;
  if (!tty) say(`… ${title}`);
  try {
    const result = await work();
    const took = Date.now() - began;
    if (tty || took >= 2_000) say(`✓ ${title} (${seconds(took)})`);
    return result;
  } catch (error) {
    say(`✗ ${title}`);
    throw error;
  } finally {
    clearInterval(spinner);
  }
}

/** Prints a failure and returns the exit code that belongs to it. @param {unknown} error */
export function explain(error) {
  if (error instanceof Problem) {
    const details = error.details.trim();
    process.stderr.write(`\n${error.message}\n${details ? `\n${details.replace(/^/gm, '  ')}\n` : ''}`);
  } else {
    process.stderr.write(
      `\nSwitchboard stopped on an unexpected error. Please report it.\n${error instanceof Error ? error.stack : error}\n`,
    );
  }
  return 1;
}
