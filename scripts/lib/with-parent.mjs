/**
 * Loaded first (`node --import`) into every process the launcher starts: a child must not outlive it. When the
 * launcher dies without a word (kill -9), the channel between the two closes; the child then ends itself the
 * polite way, and the hard way if that takes too long.
 */
if (process.channel) {
  process.once('disconnect', () => {
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), 10_000).unref();
    process.kill(process.pid, 'SIGTERM');
  });
  // Watching for the end must not be what keeps the process running.
  process.channel.unref();
}

// Whoever read our output may be gone: that is no reason to crash in the middle of the work.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
