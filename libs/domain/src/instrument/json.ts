import { instrumentDraftSchema, type InstrumentDraft } from './draft';
import type { Instrument } from './instrument-schema';

/** Why a text is no instrument: no JSON at all, larger than a draft may be, or a place with a wrong shape. */
export interface JsonFault {
  readonly rule: 'not-json' | 'too-large' | 'shape';
  /** The first place of a wrong shape: "areas.2.questions.0.max". */
  readonly path: string;
  readonly found: string;
}

/** The most that a draft may weigh, in bytes; the server's limit. */
export const largestDraft = 2 * 1024 * 1024;

/** The instrument as a file: two spaces, keys in the order of the schema whatever order they came in, a line end last. */
export const instrumentToJson = (instrument: Instrument | InstrumentDraft): string => `${JSON.stringify(instrumentDraftSchema.parse(instrument), null, 2)}\n`;

/** The draft that a file makes, or the reason why it makes none. Never throws. */
export function parseInstrumentJson(text: string): { readonly draft: InstrumentDraft } | { readonly fault: JsonFault } {
  if (text.length > largestDraft) return { fault: { rule: 'too-large', path: '', found: `${text.length}` } };
  let body: unknown;
  try {
    body = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { fault: { rule: 'not-json', path: '', found: text.trim().slice(0, 40) } };
  }
  const parsed = instrumentDraftSchema.safeParse(body);
  if (parsed.success) return { draft: parsed.data };
  const path = parsed.error.issues[0]?.path.map(String) ?? [];
  const found = path.reduce<unknown>((at, step) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[step] : undefined), body);
  return { fault: { rule: 'shape', path: path.join('.'), found: found === undefined ? '' : (JSON.stringify(found) ?? '').slice(0, 40) } };
}
