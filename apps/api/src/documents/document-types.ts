import { Refusal } from '@samsyn/domain';
import { endingOf } from './document-name';
import type { Looked } from './text-thread';

const office = 'application/vnd.openxmlformats-officedocument.';
const open = 'application/vnd.oasis.opendocument.';

interface Kind {
  /** As it is told to browsers. */
  readonly type: string;
  /** What the bytes may turn out to be. None: plain text, which has no signature. */
  readonly found: readonly string[];
  readonly preview: 'pdf' | 'image' | 'worker' | 'none';
  readonly text: boolean;
}

/** The closed list of what is taken in: nothing that a browser or a machine would run. */
const kinds: Readonly<Record<string, Kind>> = {
  pdf: { type: 'application/pdf', found: ['application/pdf'], preview: 'pdf', text: true },
  docx: { type: `${office}wordprocessingml.document`, found: [`${office}wordprocessingml.document`], preview: 'worker', text: true },
  xlsx: { type: `${office}spreadsheetml.sheet`, found: [`${office}spreadsheetml.sheet`], preview: 'worker', text: true },
  pptx: { type: `${office}presentationml.presentation`, found: [`${office}presentationml.presentation`], preview: 'none', text: true },
  odt: { type: `${open}text`, found: [`${open}text`], preview: 'none', text: true },
  ods: { type: `${open}spreadsheet`, found: [`${open}spreadsheet`], preview: 'none', text: true },
  png: { type: 'image/png', found: ['image/png'], preview: 'image', text: false },
  jpg: { type: 'image/jpeg', found: ['image/jpeg'], preview: 'image', text: false },
  jpeg: { type: 'image/jpeg', found: ['image/jpeg'], preview: 'image', text: false },
  webp: { type: 'image/webp', found: ['image/webp'], preview: 'image', text: false },
  heic: { type: 'image/heic', found: ['image/heic', 'image/heif', 'image/heic-sequence'], preview: 'none', text: false },
  txt: { type: 'text/plain', found: [], preview: 'worker', text: true },
  csv: { type: 'text/csv', found: [], preview: 'worker', text: true },
  md: { type: 'text/markdown', found: [], preview: 'worker', text: true },
};

/** The endings of names that are taken in. */
export const takenEndings = Object.keys(kinds);

/** Bytes of the largest file, by the setting in megabytes. */
export const largestFile = (megabytes: number): number => Math.floor(megabytes * 1024 * 1024);

const endingIn = (name: string): string => endingOf(name).toLowerCase();

/** What a file claims to be by its name; refuses `documents/type`, naming what is taken. */
export function claimedKind(name: string): Kind & { readonly ending: string } {
  const ending = endingIn(name);
  const kind = Object.hasOwn(kinds, ending) ? kinds[ending] : undefined;
  if (!kind) throw new Refusal('documents/type', { ending, taken: takenEndings });
  return { ...kind, ending };
}

/** The ending under which bytes of that kind are taken in; undefined where they have no signature, or one that is not taken. */
export const endingFor = (mime: string | null): string | undefined => Object.entries(kinds).find(([, { found }]) => mime !== null && found.includes(mime))?.[0];

/** What is wrong with a file whose bytes were looked at, or null. A name that says other than the bytes is a disguise. */
export function faultOf(name: string, looked: Looked): 'type' | 'size' | 'broken' | null {
  const kind = claimedKind(name);
  if (looked.fault) return looked.fault;
  if (kind.found.length === 0) return looked.mime === null && looked.text === true ? null : 'type';
  // An office file behind a password is wrapped in an older container; it is kept, and said not to be readable.
  if (looked.locked === true && looked.mime === 'application/x-cfb') return null;
  return looked.mime !== null && kind.found.includes(looked.mime) ? null : looked.mime === null ? 'broken' : 'type';
}
