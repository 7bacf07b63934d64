const RATE = 8_000;
const HEADER = 44;

/** So many seconds of a soft tone as a WAV file: the network carries words, and a player needs something to play. */
export function tone(seconds: number): Uint8Array {
  const size = RATE * Math.min(seconds, 300);
  const wav = Buffer.alloc(HEADER + size);
  wav.write('RIFF', 0, 'latin1');
  wav.writeUInt32LE(HEADER - 8 + size, 4);
  wav.write('WAVEfmt ', 8, 'latin1');
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(RATE, 24);
  wav.writeUInt32LE(RATE, 28);
  wav.writeUInt16LE(1, 32);
  wav.writeUInt16LE(8, 34);
  wav.write('data', 36, 'latin1');
  wav.writeUInt32LE(size, 40);
  for (let at = 0; at < size; at++)
    wav[HEADER + at] = 128 + Math.round(12 * Math.sin((2 * Math.PI * 330 * at) / RATE));
  return wav;
}
