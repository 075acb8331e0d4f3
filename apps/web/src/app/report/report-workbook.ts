import { exact, shown, type Report } from '@samsyn/domain';
import type { Language } from './names';

type Cell = string | number | null;
export interface SheetWords {
  /** Names of the three sheets, in order. */
  readonly sheets: readonly [string, string, string];
  readonly head: Readonly<Record<'code' | 'municipality' | 'year' | 'version' | 'model' | 'area' | 'number' | 'question' | 'achieved' | 'max' | 'percent' | 'exactly' | 'text' | 'method' | 'total', string>>;
  instead(standing: 'cannotAssess' | 'notApplicable'): string;
  method(method: string): string;
}

/** A printed figure as a number, as it was rounded once; never rounded again. */
const figure = (value: string, decimals: number): number => Number(shown(value, decimals));

/**
 * The report's tables as sheets of a workbook: what it is, the questions, the areas. The municipality's code is a cell
 * of text, so that 0180 stays 0180; figures are numbers as printed, with the exact fraction beside them as text.
 */
export function sheetsOfReport(report: Report, language: Language, { sheets, head, instead, method }: SheetWords): [string, Cell[][]][] {
  const { decimals } = report;
  const judges = report.team.filter((member) => member.role === 'evaluator' && report.areas.some(({ rows }) => rows.some(({ voices }) => voices.some(({ person }) => person === member.person))));
  const questions = report.areas.flatMap((area) => area.rows.map((row): Cell[] => [
    area.title[language], row.number, row.title[language], figure(row.exact.achieved, decimals), exact(row.exact.max).valueOf(), figure(row.exact.percent, 0), row.exact.achieved, method(row.method), row.text,
    ...judges.map(({ person }): Cell => {
      const voice = row.voices.filter((own) => own.person === person).at(-1);
      return voice === undefined ? null : voice.percent ? figure(voice.percent.exact, 1) : voice.standing === 'judged' ? null : instead(voice.standing);
    }),
  ]));
  const areas = report.areas.map(({ number, title, total }): Cell[] => [`${number}`, title[language], figure(total.exact, decimals), Number(total.max.replace(/\s/g, '').replace(',', '.')), Number(total.percent), total.exact]);
  return [
    [sheets[0], [[head.code, head.municipality, head.year, head.version, head.model], [report.municipality.code, report.municipality.name, report.year, report.version, report.instrument.title[language]]]],
    [sheets[1], [[head.area, head.number, head.question, head.achieved, head.max, head.percent, head.exactly, head.method, head.text, ...judges.map(({ name }) => `${name} %`)], ...questions]],
    [sheets[2], [[head.number, head.area, head.achieved, head.max, head.percent, head.exactly], ...areas, [null, head.total, figure(report.total.exact, 0), Number(report.total.max.replace(/\s/g, '')), null, report.total.exact]]],
  ];
}
