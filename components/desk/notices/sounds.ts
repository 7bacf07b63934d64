/**
 * Short sounds: `call` for what is meant for the reader himself, `tick` for the rest, `ring` for what waits for an
 * answer at this moment. Made, not loaded.
 */
const SOUNDS = {
  call: [
    { at: 0, frequency: 660, length: 0.14 },
    { at: 0.13, frequency: 880, length: 0.22 },
  ],
  ring: [
    { at: 0, frequency: 587, length: 0.32 },
    { at: 0.18, frequency: 740, length: 0.32 },
    { at: 0.6, frequency: 587, length: 0.32 },
    { at: 0.78, frequency: 740, length: 0.4 },
  ],
  tick: [{ at: 0, frequency: 520, length: 0.12 }],
} as const;
export type Sound = keyof typeof SOUNDS;

const LOUDNESS = 0.12;

/** Plays it as far as the browser lets a page make noise; it may want a click on the page first. */
export async function playSound(sound: Sound): Promise<void> {
  const context = new AudioContext();
  try {
    await context.resume();
    const end = SOUNDS[sound].map(({ at, frequency, length }) => {
      const start = context.currentTime + at;
      const tone = new OscillatorNode(context, { type: 'sine', frequency });
      const gain = new GainNode(context, { gain: 0 });
      gain.gain.setValueAtTime(0, start);
      gain.gain.linearRampToValueAtTime(LOUDNESS, start + 0.015);
      gain.gain.exponentialRampToValueAtTime(0.0001, start + length);
      tone.connect(gain).connect(context.destination);
      tone.start(start);
      tone.stop(start + length);
      return new Promise((resolve) => tone.addEventListener('ended', resolve, { once: true }));
    });
    await Promise.all(end);
  } finally {
    await context.close();
  }
}
