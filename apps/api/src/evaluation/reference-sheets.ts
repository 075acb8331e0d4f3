import { defaultPolicy, questionsOf, sheetPercent, type Instrument, type Policy, type Sheet, type Words } from '@samsyn/domain';
import { trainingReference } from '@samsyn/domain/training';

export type Language = keyof Words;

/** Question by question, so that the reason is read while the own thoughts are fresh. */
export const trainingPolicy: Policy = { ...defaultPolicy, revealUnit: 'question', judging: 'dimensions', totalPoints: defaultPolicy.areaPoints };

/** The reference as sheets in one language, in the instrument's order. */
export const referenceSheets = (instrument: Instrument, language: Language) =>
  questionsOf(instrument).map((question) => {
    const own = trainingReference[question.number];
    if (!own) throw new RangeError(`no reference for ${question.number}`);
    const sheet: Sheet = {
      standing: 'judged', judgements: { ...own.judgements }, percent: null, rationale: own.rationale[language],
      strengths: [], improvements: [], evidence: own.evidence.map(({ kind, text }) => ({ kind, text: text[language] })), unsure: false,
    };
    return { question: question.number, sheet, percent: sheetPercent(question, trainingPolicy.judging, sheet) };
  });
