import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { IoAdapter } from '@nestjs/platform-socket.io';
import { webHeader } from '@samsyn/contract';
import { largestDraft, Refusal } from '@samsyn/domain';
import compression from 'compression';
import express, { type NextFunction, type Request, type Response } from 'express';
import helmet from 'helmet';
import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import path from 'node:path';
import { AppModule } from './app.module';
import { UploadsDoor } from './documents';
import type { Settings } from './http';

/** The application, ready to listen: API under /api, the socket, and the web beside it when there is one. */
export async function createApplication(settings: Settings): Promise<NestExpressApplication> {
  const levels = { error: ['error'], warn: ['error', 'warn'], log: ['error', 'warn', 'log'] } as const;
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(settings), { logger: [...levels[settings.LOG_LEVEL]], bodyParser: false });
  app.setGlobalPrefix('api');
  app.set('etag', false);
  app.disable('x-powered-by');
  // By it the limits on tries know one caller from another.
  app.set('trust proxy', settings.TRUST_PROXY);
  const forPages = helmet({ contentSecurityPolicy: { directives: { 'script-src': ["'self'"], 'style-src': ["'self'", "'unsafe-inline'"], 'worker-src': ["'self'"], 'upgrade-insecure-requests': null } }, crossOriginEmbedderPolicy: false, strictTransportSecurity: settings.PUBLIC_URL?.startsWith('https:') ? undefined : false });
  const web = settings.WEB_ROOT ? mainScriptOf(settings.WEB_ROOT) : '';
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (!request.url.startsWith('/api/')) return forPages(request, response, next);
    // Answers are data, never a page: nothing in them may run, be framed, guessed at or kept.
    response.setHeader('cache-control', 'no-store');
    if (web) response.setHeader(webHeader, web);
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
    next();
  });
  // An instrument with its criteria and guidance is larger than anything else that is sent as JSON.
  app.use(['/api/instruments', '/api/instrument-drafts'], announcedAtMost(largestDraft), express.json({ limit: largestDraft }));
  app.use(app.get(UploadsDoor).handle);
  app.useBodyParser('json', { limit: '256kb' });
  app.useWebSocketAdapter(new IoAdapter(app));
  app.enableShutdownHooks();
  // Longer than browsers and proxies keep a silent connection: hanging up first would meet a request on its way.
  Object.assign(app.getHttpServer() as Server, { keepAliveTimeout: 75_000, headersTimeout: 80_000 });
  if (settings.WEB_ROOT) serveWeb(app, path.resolve(settings.WEB_ROOT));
  return app;
}

/** Refuses a body by the length it announces, before any of it is read; the parser refuses only after all of it. */
const announcedAtMost = (limit: number) => (request: Request, _: Response, next: NextFunction): void =>
  Number(request.headers['content-length']) > limit ? next(new Refusal('wire/too-large')) : next();

/** The name of the web's main script, which carries the hash of all it loads: a page of another build knows by it that it is another. */
function mainScriptOf(root: string): string {
  try {
    return /src="(main[\w-]*\.js)"/.exec(readFileSync(path.join(root, 'index.html'), 'utf8'))?.[1] ?? '';
  } catch {
    // Not built yet, as when both sides are being watched.
    return '';
  }
}

/** The built web: files named by their content are kept for a year, the page itself is asked for each time. */
function serveWeb(app: NestExpressApplication, root: string): void {
  const compress = compression();
  const files = express.static(root, { index: false, setHeaders: (response, file) => void response.setHeader('cache-control', /-[\w-]{8}\.(?:js|css|woff2?)$/.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache') });
  // An answer to a command is a hundred bytes, nothing to compress; and no file lies below /api.
  app.use((request: Request, response: Response, next: NextFunction) => (request.method === 'GET' ? compress(request, response, next) : next()));
  app.use((request: Request, response: Response, next: NextFunction) => (request.path.startsWith('/api/') ? next() : files(request, response, next)));
  app.use((request: Request, response: Response, next: NextFunction) => {
    // A question's number (/poangark/3.2) is no file ending.
    const isFile = /\.[a-z]\w*$/i.test(request.path);
    const isPage = request.method === 'GET' && !request.path.startsWith('/api/') && !request.path.startsWith('/socket.io') && !isFile;
    if (!isPage) return next();
    response.setHeader('cache-control', 'no-cache');
    response.sendFile(path.join(root, 'index.html'));
  });
}
