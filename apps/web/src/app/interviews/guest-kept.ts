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

/** Every kept value whose key begins so, in the order of the keys. */
export function keptUnder<T>(prefix: string): T[] {
  const keys = Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at) ?? '').filter((key) => key.startsWith(prefix));
  return keys.sort().flatMap((key) => kept<T>(key) ?? []);
}

/** A short name for a secret link, so that the link itself does not lie in the storage. */
export function shortOf(secret: string): string {
  let [a, b] = [0x811c9dc5, 0x01000193];
  for (const character of secret) {
    a = Math.imul(a ^ character.charCodeAt(0), 0x01000193);
    b = Math.imul(b ^ character.charCodeAt(0), 0x85ebca6b);
  }
  return `${(a >>> 0).toString(36)}${(b >>> 0).toString(36)}`;
}
