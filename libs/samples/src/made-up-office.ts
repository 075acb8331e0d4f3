import { strToU8, zipSync } from 'fflate';

const types = (...overrides: [string, string][]): Uint8Array =>
  strToU8(`<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.map(([part, type]) => `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`).join('')}</Types>`);
const relations = (...all: [target: string, type: string][]): Uint8Array =>
  strToU8(`<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.map(([target, type], at) => `<Relationship Id="rId${at + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`).join('')}</Relationships>`);

const ofWord = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const styles = strToU8(`<?xml version="1.0"?><w:styles ${ofWord}>${[1, 2].map((level) => `<w:style w:type="paragraph" w:styleId="Rubrik${level}"><w:name w:val="heading ${level}"/></w:style>`).join('')}</w:styles>`);
const paragraph = (text: string): string => {
  const [, signs, title = text] = /^(#{1,2}) (.*)$/.exec(text) ?? [];
  return `<w:p>${signs ? `<w:pPr><w:pStyle w:val="Rubrik${signs.length}"/></w:pPr>` : ''}<w:r><w:t>${title}</w:t></w:r></w:p>`;
};

/** A Word file of paragraphs ("# " and "## " begin headings), with whatever else is put into its archive. */
export const docxOf = (paragraphs: readonly string[], more: Record<string, Uint8Array> = {}): Uint8Array =>
  zipSync({
    '[Content_Types].xml': types(['/word/document.xml', 'wordprocessingml.document.main'], ['/word/styles.xml', 'wordprocessingml.styles']), '_rels/.rels': relations(['word/document.xml', 'officeDocument']), 'word/_rels/document.xml.rels': relations(['styles.xml', 'styles']),
    'word/styles.xml': styles, 'word/document.xml': strToU8(`<?xml version="1.0"?><w:document ${ofWord}><w:body>${paragraphs.map(paragraph).join('')}</w:body></w:document>`),
    ...more,
  });

type Rows = readonly (readonly string[])[];
const sheetOf = (rows: Rows): Uint8Array =>
  strToU8(`<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows.map((row, y) => `<row r="${y + 1}">${row.map((cell, x) => `<c r="${String.fromCharCode(65 + x)}${y + 1}" t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`).join('')}</sheetData></worksheet>`);

/** An Excel file of these sheets. */
export function workbookOf(sheets: Readonly<Record<string, Rows>>): Uint8Array {
  const all = Object.entries(sheets);
  return zipSync({
    '[Content_Types].xml': types(['/xl/workbook.xml', 'spreadsheetml.sheet.main'], ...all.map((_, at): [string, string] => [`/xl/worksheets/sheet${at + 1}.xml`, 'spreadsheetml.worksheet'])),
    '_rels/.rels': relations(['xl/workbook.xml', 'officeDocument']), 'xl/_rels/workbook.xml.rels': relations(...all.map((_, at): [string, string] => [`worksheets/sheet${at + 1}.xml`, 'worksheet'])),
    'xl/workbook.xml': strToU8(`<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${all.map(([name], at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`),
    ...Object.fromEntries(all.map(([, rows], at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetOf(rows)])),
  });
}

/** An Excel file of one sheet. */
export const xlsxOf = (rows: Rows): Uint8Array => workbookOf({ Nyckeltal: rows });
