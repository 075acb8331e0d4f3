import { asExact, exact, sumOf, type Report } from '@samsyn/domain';
import { stringify } from 'csv-stringify/sync';

/** A text that a spreadsheet could take for a formula is kept as text. */
const plain = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/**
 * A code that begins with 0 carries the same mark of text as above. Without it Excel reads 0180 as the number 180; `="0180"`
 * would be a formula to every other reader. The mark is seen and easily taken away; the workbook has the code as a cell of text.
 */
const codeCell = (code: string | null): string => (code?.startsWith('0') ? `'${code}` : (code ?? ''));

/** Printed figures group thousands by a space, which a spreadsheet would read as text. */
const figure = (printed: string): string => printed.replace(/\s/g, '');
const exactShare = ({ total, rows }: Report['areas'][number]): string => asExact(exact(total.exact).mul(100).div(exact(sumOf(rows.map((row) => row.exact.max)))));

const instead = { judged: '', cannotAssess: 'kan inte bedöma', notApplicable: 'ej tillämpligt' } as const;
type Person = Report['team'][number];

/** Everyone who judged something that was opened, in seat order; two who shared a seat have a column each. */
const judgesOf = ({ areas, team }: Report): Person[] => {
  const voices = new Set(areas.flatMap(({ rows }) => rows.flatMap((row) => row.voices.map(({ person }) => person))));
  return team.filter((member) => member.role === 'evaluator' && voices.has(member.person)).sort((a, b) => (a.seat ?? 0) - (b.seat ?? 0));
};

/** What they judged last: their percent, or in words why there is none. Blank only where they judged nothing. */
function judged(row: Report['areas'][number]['rows'][number], { person }: Person): string {
  const voice = row.voices.filter((own) => own.person === person).at(-1);
  return voice ? (voice.percent?.printed ?? instead[voice.standing]) : '';
}

/** The score tables as CSV for Swedish Excel: UTF-8 with mark, semicolons, decimal comma; exact figures beside the printed ones, and what each judged blind. */
export function reportCsv(report: Report): string {
  const judges = judgesOf(report);
  const none = judges.map(() => '');
  const rows = report.areas.flatMap((area) => [
    ...area.rows.map((row) => [`${area.number}`, plain(area.title.sv), row.number, plain(row.title.sv), figure(row.achieved), figure(row.max), row.percent, row.exact.achieved, row.exact.percent, row.method, ...judges.map((judge) => judged(row, judge))]),
    [`${area.number}`, plain(area.title.sv), '', 'Summa', figure(area.total.achieved), figure(area.total.max), area.total.percent, area.total.exact, exactShare(area), '', ...none],
  ]);
  const total = ['', '', '', 'Totalt', figure(report.total.achieved), figure(report.total.max), '', report.total.exact, '', '', ...none];
  const header = ['kommunkod', 'kommun', 'år', 'version', 'område', 'områdesnamn', 'nummer', 'fråga', 'uppnått', 'max', 'procent', 'uppnått exakt', 'procent exakt', 'metod', ...judges.map(({ name }) => plain(`${name} %`))];
  const lead = [codeCell(report.municipality.code), plain(report.municipality.name), `${report.year}`, `${report.version}`];
  return stringify([header, ...[...rows, total].map((row) => [...lead, ...row])], { delimiter: ';', bom: true, record_delimiter: 'windows' });
}
