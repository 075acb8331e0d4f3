import type { Report } from '@samsyn/domain';
import { stringify } from 'csv-stringify/sync';

/** A text that a spreadsheet could take for a formula is kept as text. */
const plain = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/** The score tables as CSV for Swedish Excel: UTF-8 with mark, semicolons, decimal comma; exact figures beside the printed ones. */
export function reportCsv(report: Report): string {
  const rows = report.areas.flatMap((area) => [
    ...area.rows.map((row) => [`${area.number}`, plain(area.title.sv), row.number, plain(row.title.sv), row.achieved, row.max, row.percent, row.exact.achieved, row.exact.percent, row.method]),
    [`${area.number}`, plain(area.title.sv), '', 'Summa', area.total.achieved, area.total.max, area.total.percent, area.total.exact, area.total.exact, ''],
  ]);
  const total = ['', '', '', 'Totalt', report.total.achieved, report.total.max, '', report.total.exact, '', ''];
  const header = ['kommunkod', 'kommun', 'år', 'version', 'område', 'områdesnamn', 'nummer', 'fråga', 'uppnått', 'max', 'procent', 'uppnått exakt', 'procent exakt', 'metod'];
  const lead = [report.municipality.code ?? '', plain(report.municipality.name), `${report.year}`, `${report.version}`];
  return stringify([header, ...[...rows, total].map((row) => [...lead, ...row])], { delimiter: ';', bom: true, record_delimiter: 'windows' });
}
