const longest = 180;

/**
 * A file's name as it may be shown and offered for saving: without the folders it came from, control characters, and
 * signs that turn the direction of writing ("gnp.exe" shown as "exe.png"). Letters of any script and emoji stay.
 */
export function cleanName(given: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = last.replace(/[\p{Cc}\p{Surrogate}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '').replace(/[<>:"|?*]/g, '_').replace(/^[.\s]+|[.\s]+$/g, '');
  const ending = endingOf(clean);
  const stem = ending === '' ? clean : clean.slice(0, -ending.length - 1);
  return `${[...stem].slice(0, longest).join('') || 'namnlös'}${ending === '' ? '' : `.${ending}`}`;
}

/** The ending that decides what a file claims to be, in small letters. @example endingOf('Budget 2026.PDF') // 'pdf' after cleaning */
export const endingOf = (name: string): string => /\.([a-z0-9]{1,8})$/i.exec(name)?.[1] ?? '';

/** The name without its ending, for a title. */
export const titleOf = (name: string): string => {
  const ending = endingOf(name);
  return ending === '' ? name : name.slice(0, -ending.length - 1);
};
