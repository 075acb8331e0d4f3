/** What this browser keeps until the server has it, or to be read without network. A full or closed storage breaks nothing. */
export function keep(key: string, value: unknown, storage: Storage = localStorage): void {
  try {
    storage.setItem(key, JSON.stringify(value));
  } catch {
    // It is still on screen, and is sent as usual.
  }
}

export function kept<T>(key: string, storage: Storage = localStorage): T | null {
  try {
    const text = storage.getItem(key);
    return text === null ? null : (JSON.parse(text) as T);
  } catch {
    return null;
  }
}

export function forget(key: string): void {
  localStorage.removeItem(key);
}

const keysUnder = (prefix: string): string[] => Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at) ?? '').filter((key) => key.startsWith(prefix));

/** Every kept value whose key begins so, in the order of the keys. */
export function keptUnder<T>(prefix: string): T[] {
  return keysUnder(prefix).sort().flatMap((key) => kept<T>(key) ?? []);
}

const copies = 'samsyn.copy.';

/** The place of a copy of what the server told one person, to be read without network. No copy outlives the sign-out. */
export const copyPlace = (person: string, of: string, id = ''): string => `${copies}${person}.${of}.${id}`;

/** Takes away every copy: the next person at this computer finds nothing that the one before has read. */
export function forgetCopies(): void {
  keysUnder(copies).forEach(forget);
}

/** How many own writings of that person lie here unsent: scores, notes, model drafts and written answers, each kept under a key of its own. */
export const unsentOf = (person: string): number =>
  [`samsyn.notes.${person}.`, `samsyn.queue.${person}.`, `samsyn.instrument.${person}.`, `samsyn-answer/${person}/`].reduce((sum, place) => sum + keysUnder(place).length, 0);
