// The floor: what the same machine can do at best with the same guarantee. Bare `pg` and `socket.io`,
// one prepared INSERT per score, committed, then told. No session, no rights, no rules, no history.
import http from 'node:http';
import pg from 'pg';
import { Server } from 'socket.io';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
await pool.query(`CREATE TABLE IF NOT EXISTS score (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, evaluation int NOT NULL, evaluator int NOT NULL,
  question int NOT NULL, value smallint NOT NULL, seq bigint NOT NULL, at timestamptz NOT NULL DEFAULT now())`);
const insert = { name: 'insert', text: 'INSERT INTO score (evaluation, evaluator, question, value, seq) VALUES ($1, $2, $3, $4, $5)' };

const server = http.createServer();
const io = new Server(server, { transports: ['websocket'], perMessageDeflate: false, serveClient: false });
io.on('connection', (socket) => {
  socket.on('join', (room, joined) => {
    socket.join(room);
    joined();
  });
  socket.on('score', async (score, answer) => {
    try {
      await pool.query({ ...insert, values: [score.evaluation, score.evaluator, score.question, score.value, score.seq] });
      socket.to(score.room).emit('scored', score);
      answer({ ok: true });
    } catch (fault) {
      answer({ ok: false, fault: String(fault) });
    }
  });
});
server.listen({ port: Number(process.env.PORT), host: '127.0.0.1', backlog: 4096 }, () => console.log('READY'));
process.on('SIGTERM', () => process.exit(0));
