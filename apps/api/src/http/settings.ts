import { isIP } from 'node:net';
import * as z from 'zod';

/** An address, with or without how many of its bits are the network's. */
function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.trim().split('/');
  const version = isIP(address);
  return version !== 0 && more.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128)));
}

/** Configuration by environment. Read once at start; a wrong value stops the start with one clear line. */
const settingsSchema = z.object({
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must begin with postgres://'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  /** Whose word is taken for where a request comes from: so many proxies in front, or their addresses and networks. Off: nobody's, for a header says what its sender wants. */
  TRUST_PROXY: z.string().default('off').transform((text) => text.trim()).pipe(z.union([z.literal('off').transform(() => false as const), z.string().regex(/^[1-9]$/).transform(Number), z.string().refine((text) => text.split(',').every(isNetwork))], { error: 'must be off, a number of proxies from 1 to 9, or their addresses, as 10.0.0.0/8,127.0.0.1' })),
  /** Where people reach the product; links in mails begin with it. */
  PUBLIC_URL: z.url().optional(),
  WEB_ROOT: z.string().optional(),
  SAMSYN_DEMO: z.enum(['0', '1']).default('0'),
  SMTP_URL: z.url().optional(),
  MAIL_FROM: z.string().default('Samsyn <samsyn@localhost>'),
  POOL_SIZE: z.coerce.number().int().min(2).max(100).default(16),
  /** E-mail of the first coordinator, who may create evaluations on an empty installation. */
  FIRST_COORDINATOR: z.email().optional(),
  /** Where uploaded files lie when no bucket is named. */
  FILES_DIR: z.string().default('.data/files'),
  S3_BUCKET: z.string().optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_ENDPOINT: z.url().optional(),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  S3_PATH_STYLE: z.enum(['0', '1']).default('1'),
  /** The virus scanner clamd, by TCP. Without it files may be opened, and say that nobody has scanned them. */
  CLAMD_HOST: z.string().optional(),
  CLAMD_PORT: z.coerce.number().int().min(1).max(65535).default(3310),
  /** The largest file, and how much all files together may take; without the second, as much as there is room for. */
  UPLOAD_MAX_MB: z.coerce.number().positive().max(1_048_576).default(1024),
  FILES_QUOTA_MB: z.coerce.number().positive().optional(),
  /** The key that signs receipts of deletion; without it the house makes one of its own and keeps it in the database. */
  RECEIPT_KEY: z.string().min(32).optional(),
  /** How many days the operator's backups of database and files are kept; receipts of deletion say it. */
  BACKUP_DAYS: z.coerce.number().int().min(1).max(3660).optional(),
  /** The key from which protected labels are sealed and personal links and calendars made; without it the house makes one of its own and keeps it in the database. */
  HOUSE_KEY: z.string().min(32).optional(),
  /** The key by which a mail gateway may hand in answers to invitations; without it none is taken. */
  INBOUND_MAIL_KEY: z.string().min(32).optional(),
  /** Whether the server fetches the web pages it is given and keeps a copy; and which hosts it may visit although they lie inside. */
  WEB_COPIES: z.enum(['on', 'off']).default('on'),
  WEB_COPIES_ALLOW: z.string().regex(/^[^\s,:]+:\d+(,[^\s,:]+:\d+)*$/, 'must be host:port,host:port').optional(),
  LOG_LEVEL: z.enum(['error', 'warn', 'log']).default('warn'),
});
export type Settings = z.infer<typeof settingsSchema>;

export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = settingsSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`Wrong configuration: ${faults.join('; ')}`);
}

/** The injection token of the settings. */
export const SETTINGS = Symbol('settings');
