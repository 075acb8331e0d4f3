/** The sum of a file, worked out in a thread of its own so that typing never waits; null when the file cannot be read or there are no threads. */
export const sumInThread = (file: Blob): Promise<string | null> =>
  new Promise((done) => {
    const worker = new Worker(new URL('./upload-sum.worker', import.meta.url), { type: 'module' });
    const end = (sum: string | null): void => {
      worker.terminate();
      done(sum);
    };
    worker.addEventListener('message', ({ data }: MessageEvent<string | null>) => end(data));
    worker.addEventListener('error', () => end(null));
    worker.postMessage(file);
  });
