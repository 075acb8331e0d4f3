/** A short name for a secret link, so that the link itself does not lie in the storage. */
export function shortOf(secret: string): string {
  let [a, b] = [0x811c9dc5, 0x01000193];
  for (const character of secret) {
    a = Math.imul(a ^ character.charCodeAt(0), 0x01000193);
    b = Math.imul(b ^ character.charCodeAt(0), 0x85ebca6b);
  }
  return `${(a >>> 0).toString(36)}${(b >>> 0).toString(36)}`;
}
