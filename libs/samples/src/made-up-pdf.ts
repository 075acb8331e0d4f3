/** A small PDF, a page for each text; what does not fit Latin-1 is left out. `locked`: with a password nobody knows; `headed`: the first line of a page is its heading. */
export function pdfOf(pages: readonly string[], { locked = false, headed = false } = {}): Uint8Array {
  const objects: string[] = [];
  const first = 4;
  const escaped = (text: string): string => text.replace(/–/g, '\x96').replace(/[^\x20-\xff]/g, '').replace(/[\\()]/g, '\\$&');
  objects[1] = '<</Type/Catalog/Pages 2 0 R>>';
  objects[2] = `<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, at) => `${first + 2 * at} 0 R`).join(' ')}]>>`;
  objects[3] = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>';
  for (const [at, text] of pages.entries()) {
    const lines = text.split('\n').map((line, place) => (headed && place === 0 ? `/F 18 Tf 30 TL (${escaped(line)}) Tj T* /F 11 Tf 16 TL` : `(${escaped(line)}) Tj T*`)).join(' ');
    const content = text === '' ? '' : `BT /F 11 Tf 14 TL ${headed ? 64 : 50} 780 Td ${lines} ET`;
    objects[first + 2 * at] = `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents ${first + 2 * at + 1} 0 R>>`;
    objects[first + 2 * at + 1] = `<</Length ${content.length}>>stream\n${content}\nendstream`;
  }
  const encrypted = locked ? objects.push(`<</Filter/Standard/V 1/R 2/P -4/O<${'41'.repeat(32)}>/U<${'42'.repeat(32)}>>>`) - 1 : null;
  const parts = ['%PDF-1.4\n'];
  const offsets: number[] = [];
  let length = parts[0]?.length ?? 0;
  for (const [at, body] of objects.entries()) {
    if (at === 0) continue;
    offsets[at] = length;
    parts.push(`${at} 0 obj${body}endobj\n`);
    length += parts.at(-1)?.length ?? 0;
  }
  parts.push(`xref\n0 ${objects.length}\n0000000000 65535 f \n${offsets.slice(1).map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}`);
  parts.push(`trailer<</Size ${objects.length}/Root 1 0 R${encrypted === null ? '' : `/Encrypt ${encrypted} 0 R/ID[<${'43'.repeat(16)}><${'43'.repeat(16)}>]`}>>\nstartxref\n${length}\n%%EOF\n`);
  return Uint8Array.from(parts.join(''), (sign) => sign.charCodeAt(0));
}
