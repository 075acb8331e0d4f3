import type { UploadLimits } from '@samsyn/contract';

/** What a person calls files of an ending; one that nobody has named is called by itself. */
const callings: Readonly<Record<string, string>> = {
  pdf: 'pdf', docx: 'word', xlsx: 'excel', pptx: 'powerpoint', odt: 'open', ods: 'open', png: 'picture', jpg: 'picture', jpeg: 'picture', webp: 'picture', heic: 'picture', txt: 'text', csv: 'text', md: 'text',
};

/** For the file dialogue of the browser. */
export const accepted = (limits: UploadLimits | null): string => (limits?.endings ?? []).map((ending) => `.${ending}`).join(',');

/** What is taken in, as one reads it. @example kindsInWords(['pdf', 'png', 'jpg'], 'sv', word) // 'PDF eller bild' */
export function kindsInWords(endings: readonly string[], language: string, word: (calling: string) => string): string {
  const named = endings.map((ending) => (Object.hasOwn(callings, ending) ? word(callings[ending] ?? ending) : ending.toUpperCase()));
  return new Intl.ListFormat(language, { type: 'disjunction' }).format(new Set(named));
}

/**
 * Why a file is not worth sending at all, by its name and size; null when it is, or when nobody has told the limits yet.
 * The server decides, by the bytes; this only spares a journey there and back.
 */
export function faultBefore({ name, size }: { readonly name: string; readonly size: number }, limits: UploadLimits | null): 'documents/type' | 'documents/too-large' | 'empty' | null {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  if (limits && !limits.endings.includes(ending)) return 'documents/type';
  if (size === 0) return 'empty';
  return limits && size > limits.largest ? 'documents/too-large' : null;
}
