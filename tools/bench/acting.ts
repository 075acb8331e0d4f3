import type { ActAnswer, ActMessage, ActName } from '@samsyn/contract';
import { io, type Socket } from 'socket.io-client';

/** The socket of one open page, which does not come back by itself. */
export async function openSocket(port: number, cookie: string): Promise<Socket> {
  const socket = io(`http://127.0.0.1:${port}`, { transports: ['websocket'], forceNew: true, reconnection: false, extraHeaders: { cookie } });
  await new Promise<void>((done, failed) => {
    socket.once('connect', done);
    socket.once('connect_error', failed);
  });
  return socket;
}

/** A draft or a shared fact over the open socket, as the page says it. Fails on a refusal, and when the socket is lost before the answer. */
export async function said(socket: Socket, act: ActName, evaluation: string, body: unknown, question?: string): Promise<unknown> {
  const answer = (await socket.emitWithAck('act', { act, evaluation, question, as: '1', body } satisfies ActMessage)) as ActAnswer;
  if ('problem' in answer) throw new Error(`${answer.problem.status} ${answer.problem.code}`);
  return answer.answer;
}
