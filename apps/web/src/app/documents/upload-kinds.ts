/** The endings that are taken in. The server decides, by the bytes; this only spares a journey there and back. */
const takenEndings: readonly string[] = ['pdf', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'png', 'jpg', 'jpeg', 'webp', 'heic', 'txt', 'csv', 'md'];

/** For the file dialogue of the browser. */
export const accepted = takenEndings.map((ending) => `.${ending}`).join(',');

/** Why a file is not worth sending at all, by its name and size; null when it is. */
export function faultBefore({ name, size }: { readonly name: string; readonly size: number }): 'documents/type' | 'empty' | null {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  if (!takenEndings.includes(ending)) return 'documents/type';
  return size === 0 ? 'empty' : null;
}
