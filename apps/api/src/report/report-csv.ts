import { asExact, exact, sumOf, type Report } from '@samsyn/domain';
import { stringify } from 'csv-stringify/sync';

/** A text that a spreadsheet could take for a formula is kept as text. */
const plain = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/** Printed figures group thousands by a space, which a spreadsheet would read as text. */
const figure = (printed: string): string => printed.replace(/\s/g, '');
const exactShare = ({ total, rows }: Report['areas'][number]): string => asExact(exact(total.exact).mul(100).div(exact(sumOf(rows.map((row) => row.exact.max)))));

/** The score tables as CSV for Swedish Excel: UTF-8 with mark, semicolons, decimal comma; exact figures beside the printed ones. */
export function reportCsv(report: Report): string {
  const rows = report.areas.flatMap((area) => [
    ...area.rows.map((row) => [`${area.number}`, plain(area.title.sv), row.number, plain(row.title.sv), figure(row.achieved), figure(row.max), row.percent, row.exact.achieved, row.exact.percent, row.method]),
    [`${area.number}`, plain(area.title.sv), '', 'Summa', figure(area.total.achieved), figure(area.total.max), area.total.percent, area.total.exact, exactShare(area), ''],
  ]);
  const total = ['', '', '', 'Totalt', figure(report.total.achieved), figure(report.total.max), '', report.total.exact, '', ''];
  const header = ['kommunkod', 'kommun', 'år', 'version', 'område', 'områdesnamn', 'nummer', 'fråga', 'uppnått', 'max', 'procent', 'uppnått exakt', 'procent exakt', 'metod'];
  const lead = [report.municipality.code ?? '', plain(report.municipality.name), `${report.year}`, `${report.version}`];
  return stringify([header, ...[...rows, total].map((row) => [...lead, ...row])], { delimiter: ';', bom: true, record_delimiter: 'windows' });
}
