import { settledProposal } from '../consensus';
import { evaluatorsOf, plannedDates, ruleChanges } from '../evaluation';
import type { Area, Question } from '../instrument';
import { Refusal } from '../refusal';
import { asExact, compareExact, exact, sumOf, type Exact, areaSums, pointsOf, totalOf, shown, swedish } from '../scoring';
import type { EvaluationState, Member, Proposal, Seal } from '../state';
import { reportEdition, type Figure, type Report, type ReportArea, type ReportRow } from './report';

/** What the report prints about a person; ids elsewhere. */
export interface PersonName {
  readonly name: string;
  readonly organisation: string;
}

const figure = (value: Exact, decimals: number): Figure => ({ exact: value, printed: swedish(value, decimals) });

/**
 * The report of an evaluation whose questions are all settled: every row, sum and total from exact fractions, rounded
 * once for print, with everything that led to each figure, and the instrument's own words about its areas and method, so
 * that a locked report stands alone. Pure: the same state gives the same report, byte for byte.
 * `decimals` is 0 (normal) or 1 (Norrköping 2010 printed one); `edition` is today's, or that of an older report to be
 * proven. Refuses `report/not-ready` naming unsettled questions.
 * Source of the rule: domain facts, section 3.
 */
export function composeReport(state: EvaluationState, names: Readonly<Record<string, PersonName>>, version: number, decimals = 0, edition = reportEdition): Report {
  const unsettled = Object.values(state.questions).filter((question) => !question.settled).map((question) => question.number);
  if (unsettled.length > 0) throw new Refusal('report/not-ready', { unsettled });
  const percents = Object.fromEntries(Object.values(state.questions).map((question) => [question.number, settledProposal(question)?.percent]));
  const sums = areaSums(state.instrument, percents);
  const total = totalOf(sums);
  const { amber, red, tolerance, areaPoints, totalPoints, points, bands, revealUnit, judging, adjudicator } = state.policy;
  const full = edition > 1;
  return {
    format: 'samsyn-report-1',
    ...(full ? { edition } : {}),
    evaluation: state.id,
    version,
    municipality: state.municipality,
    year: state.year,
    sandbox: state.sandbox,
    instrument: { id: state.instrument.id, revision: state.instrument.revision, title: state.instrument.title },
    decimals,
    total: { achieved: swedish(total, 0), max: swedish(sumOf(sums.map((sum) => `${sum.max}`)), 0), exact: total },
    areas: state.instrument.areas.map((area, index) => reportArea(state, area, sums[index]?.points ?? '0', decimals, full)),
    ...(state.instrument.method?.length ? { method: state.instrument.method.map(({ title, text }) => ({ title, text })) } : {}),
    team: state.members.map((member) => ({
      person: member.person,
      name: names[member.person]?.name ?? '',
      organisation: names[member.person]?.organisation ?? '',
      role: member.role,
      seat: member.seat,
      declaredAt: member.declared?.at ?? null,
      conflict: member.declared?.conflict ?? false,
      ...(full ? takingPart(member) : {}),
    })),
    ...(state.replacements.length > 0 ? { replacements: state.replacements.map((own) => ({ ...own })) } : {}),
    policy: { amber, red, tolerance, areaPoints, totalPoints, ...(points === undefined ? {} : { points }), ...(bands === undefined ? {} : { bands }), revealUnit, judging, ...(full ? { adjudicator } : {}) },
    ...(approvedChanges(state).length > 0 ? { policyChanges: approvedChanges(state) } : {}),
    ...(Object.keys(workingDates(state)).length > 0 ? { dates: workingDates(state) } : {}),
    ...(full ? { signatures: signaturesOf(state, version) } : {}),
    ledger: { revision: state.revision, hash: state.hash },
  };
}

/** By when the report was to be ready is a promise about it and no part of it: moving that must not void a signature. */
const workingDates = ({ dates }: EvaluationState): NonNullable<Report['dates']> =>
  Object.fromEntries(plannedDates.flatMap((date) => (date === 'reportDue' || dates[date] === null ? [] : [[date, dates[date]]])));

const takingPart = ({ joinedAt, ended, declared }: Member): Pick<Report['team'][number], 'joinedAt' | 'leftAt' | 'conflictText'> => ({
  joinedAt,
  leftAt: ended?.at ?? null,
  ...(declared?.conflict ? { conflictText: declared.text } : {}),
});

const approvedChanges = ({ policyProposals }: EvaluationState): NonNullable<Report['policyChanges']> =>
  policyProposals.flatMap(({ number, by, at, before, policy, reason, ended }) =>
    ended?.how === 'approved' ? [{ number, proposedBy: by, proposedAt: at, approvedBy: ended.by, approvedAt: ended.at, reason, changes: ruleChanges(before, policy).map((own) => ({ ...own })) }] : [],
  );

/** Those of the evaluators who judge now: who was replaced may have signed an earlier text. */
const signaturesOf = (state: EvaluationState, version: number): NonNullable<Report['signatures']> =>
  evaluatorsOf(state).flatMap(({ person }) => state.signatures.filter((own) => own.person === person && own.version === version).map(({ at, accepted }) => ({ person, at, ...(accepted ? { accepted: { notes: [...accepted.notes], reason: accepted.reason } } : {}) })));

function reportArea(state: EvaluationState, area: Area, points: Exact, decimals: number, full: boolean): ReportArea {
  const rows = area.questions.map((question) => reportRow(state, question, decimals, full));
  const printedSum = sumOf(rows.map((row) => asExact(exact(shown(row.exact.achieved, decimals)))));
  return {
    number: area.number,
    title: area.title,
    headings: area.headings,
    ...(area.introduction ? { introduction: area.introduction } : {}),
    total: { achieved: swedish(points, decimals), max: swedish(`${area.max}`, Number.isInteger(area.max) ? 0 : 1), percent: swedish(asExact(exact(points).mul(100).div(exact(`${area.max}`))), 0), exact: points },
    rowsDiffer: compareExact(printedSum, asExact(exact(shown(points, decimals)))) !== 0,
    rows,
    strengths: pointsIn(rows, 'strengths'),
    improvements: pointsIn(rows, 'improvements'),
  };
}

function reportRow(state: EvaluationState, question: Question, decimals: number, full: boolean): ReportRow {
  const own = state.questions[question.number];
  const proposal = own && settledProposal(own);
  if (!own?.settled || !proposal) throw new Refusal('report/not-ready', { unsettled: [question.number] });
  const achieved = pointsOf(proposal.percent, question.max);
  return {
    number: question.number,
    title: question.title,
    achieved: swedish(achieved, decimals),
    max: swedish(`${question.max}`, Number.isInteger(question.max) ? 0 : 1),
    percent: swedish(proposal.percent, 0),
    exact: { achieved, max: asExact(exact(`${question.max}`)), percent: proposal.percent },
    text: proposal.text,
    method: proposal.method,
    reason: proposal.reason,
    cause: proposal.cause,
    proposedBy: proposal.by,
    approvedBy: proposal.approvals.map(({ person, at }) => ({ person, at })),
    settledAt: own.settled.at,
    reveals: own.reveals.map(({ round, at }) => ({ round, at })),
    rounds: own.rounds.map((round) => ({ ...round })),
    voices: own.seals.filter((seal) => seal.round <= own.openedRound).map(voiceOf),
    ...(full ? { proposals: own.proposals.map(proposalOf) } : {}),
  };
}

const proposalOf = ({ number, round, by, at, percent, text, reason, cause, method, approvals }: Proposal): NonNullable<ReportRow['proposals']>[number] => ({
  number, round, by, at, percent: figure(percent, 1), text, reason, cause, method, approvals: approvals.map(({ person, at: when }) => ({ person, at: when })),
});

const voiceOf = (seal: Seal): ReportRow['voices'][number] => ({
  person: seal.person,
  round: seal.round,
  sealedAt: seal.at,
  standing: seal.sheet.standing,
  judgements: { ...seal.sheet.judgements },
  percent: seal.percent === null ? null : figure(seal.percent, 1),
  rationale: seal.sheet.rationale,
  strengths: [...seal.sheet.strengths],
  improvements: [...seal.sheet.improvements],
  evidence: seal.sheet.evidence.map((item) => ({ ...item })),
  commitment: seal.commitment,
});

/** Strengths or improvements of an area: from the last open round of each question, equal texts once with all who wrote them. */
function pointsIn(rows: readonly ReportRow[], field: 'strengths' | 'improvements'): ReportArea['strengths'] {
  const found = new Map<string, { text: string; question: string; by: string[] }>();
  for (const row of rows) {
    const last = Math.max(0, ...row.voices.map((voice) => voice.round));
    for (const voice of row.voices.filter((candidate) => candidate.round === last))
      for (const text of voice[field]) {
        const point = found.get(`${row.number} ${text}`) ?? { text, question: row.number, by: [] };
        if (!point.by.includes(voice.person)) point.by.push(voice.person);
        found.set(`${row.number} ${text}`, point);
      }
  }
  return [...found.values()];
}
