import { createReadStream } from 'node:fs';
import { connect } from 'node:net';
import { pipeline } from 'node:stream/promises';

const silence = 120_000;

/**
 * Asks clamd over TCP by its INSTREAM command: pieces with their length before them, then one of length nothing. No piece
 * is read before the one before it has left. Throws when there is no plain yes or no: without an answer nothing opens.
 */
export async function isInfected(path: string, host: string, port: number): Promise<boolean> {
  const socket = connect({ host, port });
  socket.setTimeout(silence, () => socket.destroy(new Error('the virus scanner is silent')));
  const replies: Buffer[] = [];
  socket.on('data', (part: Buffer) => replies.push(part));
  const closed = new Promise<void>((done, failed) => socket.once('end', done).once('error', failed));
  closed.catch(() => undefined);
  try {
    // clamd hangs up early when a file is larger than it was told to take; what it said then is the answer.
    await pipeline(createReadStream(path), pieces, socket, { end: false }).catch(() => undefined);
    await closed;
  } finally {
    socket.destroy();
  }
  const answer = Buffer.concat(replies).toString('latin1').replace(/\0/g, '').trim();
  if (/^stream: OK$/.test(answer)) return false;
  if (/ FOUND$/.test(answer)) return true;
  throw new Error(`the virus scanner gave no verdict: ${answer.slice(0, 100)}`);
}

async function* pieces(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield Buffer.from('zINSTREAM\0');
  for await (const chunk of source) {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(chunk.length);
    yield length;
    yield chunk;
  }
  yield Buffer.alloc(4);
}
