/** What systems leave lying in folders, and nobody means to hand in. */
const litter = /^(\.|Thumbs\.db$|desktop\.ini$|~\$)/i;

const filesIn = (entry: FileSystemEntry): Promise<File[]> => {
  if (entry.isFile) return new Promise((done) => (entry as FileSystemFileEntry).file((file) => done([file]), () => done([])));
  return entry.isDirectory ? allIn((entry as FileSystemDirectoryEntry).createReader()) : Promise.resolve([]);
};

/** A reader gives a folder away by the hundred and says by an empty answer that it is through. */
async function allIn(reader: FileSystemDirectoryReader): Promise<File[]> {
  const found: File[] = [];
  for (;;) {
    const entries = await new Promise<FileSystemEntry[]>((done) => reader.readEntries(done, () => done([])));
    if (entries.length === 0) return found;
    for (const entry of entries) found.push(...(await filesIn(entry)));
  }
}

/** The files that were dropped or pasted, those in folders included. Must be called while the event is being handled. */
export async function filesDropped(given: DataTransfer | null): Promise<File[]> {
  if (!given) return [];
  const entries = [...given.items].flatMap((item) => (item.kind === 'file' ? [item.webkitGetAsEntry?.() ?? null] : []));
  const plain = [...given.files];
  const found = entries.some((entry) => entry?.isDirectory) ? (await Promise.all(entries.map((entry) => (entry ? filesIn(entry) : Promise.resolve([]))))).flat() : plain;
  return found.filter(({ name }) => !litter.test(name));
}

/** The address that was pasted as text, or null. @example addressIn(' https://granvik.se/budget ') // 'https://granvik.se/budget' */
export function addressIn(text: string): string | null {
  const trimmed = text.trim();
  return /^https?:\/\/\S+$/i.test(trimmed) && URL.canParse(trimmed) ? trimmed : null;
}

/** An address as people type it, made whole; null when it is none. @example wholeAddress('granvik.se/budget') // 'https://granvik.se/budget' */
export function wholeAddress(typed: string): string | null {
  const trimmed = typed.trim();
  const whole = addressIn(/^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`);
  return whole !== null && new URL(whole).hostname.includes('.') ? whole : null;
}
