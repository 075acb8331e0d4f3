import * as z from 'zod';

/** Configuration by environment. Read once at start; a wrong value stops the start with one clear line. */
const settingsSchema = z.object({
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must begin with postgres://'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  /** Where people reach the product; links in mails begin with it. */
  PUBLIC_URL: z.url().optional(),
  WEB_ROOT: z.string().optional(),
  SAMSYN_DEMO: z.enum(['0', '1']).default('0'),
  SMTP_URL: z.url().optional(),
  MAIL_FROM: z.string().default('Samsyn <samsyn@localhost>'),
  POOL_SIZE: z.coerce.number().int().min(2).max(100).default(16),
  /** E-mail of the first coordinator, who may create evaluations on an empty installation. */
  FIRST_COORDINATOR: z.email().optional(),
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
