import { pointsOf, shown, type Exact } from '@samsyn/domain';
import type { Row, Seat } from './board-row';

export interface CsvWords {
  readonly question: string;
  readonly title: string;
  readonly max: string;
  readonly points: string;
  readonly difference: string;
  readonly median: string;
  readonly limit: string;
  readonly state: string;
  readonly settled: string;
  readonly method: string;
}

/** One decimal, comma, plain hyphen for minus: what a spreadsheet reads as a number. */
const figure = (value: Exact | null | undefined): string => (value === null || value === undefined ? '' : shown(value, 1).replace('.', ','));

/** Text that begins like a formula gets an apostrophe, so that no spreadsheet runs it. */
const cell = (text: string): string => {
  const safe = /^[=+@\t-]/.test(text) && !/^-?\d/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** The shown rows with every number: semicolons, decimal comma, UTF-8 with byte order mark. A cell is blank only where nothing is open; a seat without a value says which of the two it is. */
export function csvOf(rows: readonly Row[], seats: readonly Seat[], head: CsvWords, words: { title(row: Row): string; instead(row: Row, person: string): string; band(row: Row): string; state(row: Row): string; method(row: Row): string }): string {
  const many = seats.length > 2;
  const header = [
    head.question, head.title, head.max, ...seats.flatMap(({ name }) => [`${name} %`, `${name} ${head.points}`]),
    `${head.difference} pe`, `${head.difference} ${head.points}`, ...(many ? [`${head.median} %`] : []), head.limit, head.state, `${head.settled} %`, `${head.settled} ${head.points}`, head.method,
  ];
  const lines = rows.map((row) => [
    row.question.number, words.title(row), figure(`${row.question.max}`),
    ...seats.flatMap(({ person }) => {
      const mark = row.marks.find((one) => one.person === person);
      if (mark?.percent === null) return [words.instead(row, person), words.instead(row, person)];
      return [figure(mark?.percent), figure(mark ? pointsOf(mark.percent, row.question.max) : null)];
    }),
    figure(row.divergence?.percentagePoints), figure(row.divergence?.points), ...(many ? [figure(row.divergence?.median)] : []),
    words.band(row), words.state(row), figure(row.settled?.percent), figure(row.settled ? pointsOf(row.settled.percent, row.question.max) : null), words.method(row),
  ]);
  return `\uFEFF${[header, ...lines].map((line) => line.map(cell).join(';')).join('\r\n')}\r\n`;
}
