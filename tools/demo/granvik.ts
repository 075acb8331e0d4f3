import { evaluations } from '@samsyn/contract';
import { addDays, defaultPolicy, isWorkingDay, noDates, questionOf, suggestDates, swedishTime, type DraftField, type PlannedDates, type Question } from '@samsyn/domain';
import { shippedInstrument } from '@samsyn/domain/shipped';
import type { Client } from '../client/client';
import { draft, seal } from '../replay/replay-evaluation';
import { judgementsOf } from './granvik-judgements';
import { makeMaterial } from './granvik-material';
import { anaSheets, luisSheets, type GranvikSheet } from './granvik-sheets';
import { visitDays } from './granvik-plan';
import { makeVisit } from './granvik-visit';

export const granvik = { name: 'Granviks kommun', year: 2026 } as const;
const granvikInstrument = 'kk-2016-v2';

/** In this order nothing opens but area 1, and that by the very last seal: an open area means that all the rest is done. */
const anaSeals = ['1.', '2.', '3.1', '4.', '8.'] as const;
const luisSeals = ['3.', '5.', '6.', '7.', '8.1', '8.2', '8.3', '8.4', '1.'] as const;

interface GranvikCast {
  readonly karin: Client;
  readonly ana: Client;
  readonly luis: Client;
  readonly maria: Client;
  readonly jonas: Client;
}

/**
 * A made-up municipality half scored: Ana 24 of 45, Luis 31, one area open, the rest blind to each other; about half of
 * the material there, and a visit planned.
 */
export async function makeGranvik({ karin, ana, luis, maria, jonas }: GranvikCast): Promise<void> {
  const members = [{ client: ana, role: 'evaluator' }, { client: luis, role: 'evaluator' }, { client: maria, role: 'contact' }, { client: jonas, role: 'observer' }] as const;
  const { evaluation } = await karin.call(evaluations.create, {
    body: {
      municipality: { code: null, name: granvik.name }, year: granvik.year, instrument: granvikInstrument, policy: { ...defaultPolicy, judging: 'dimensions', revealUnit: 'area' },
      members: members.map(({ client: { me }, role }) => ({ email: me.email, name: me.name, organisation: me.organisation, role })), openScoring: true, dates: datesFrom(swedishTime(new Date()).day),
    },
  });
  for (const { client } of members) await client.call(evaluations.declare, { params: { id: evaluation.id }, body: { conflict: false, text: '' } });
  await Promise.all([write(ana, evaluation.id, anaSheets, 0), write(luis, evaluation.id, luisSheets, 1), makeMaterial(evaluation.id, karin, ana, maria), makeVisit(evaluation.id, karin, ana, luis)]);
  for (const part of anaSeals) await seal(ana, evaluation.id, startingWith(part, anaSheets));
  for (const part of luisSeals) await seal(luis, evaluation.id, startingWith(part, luisSheets));
}

/** Scoring has begun, the visit is the one that is planned, and the rest is as it usually is. */
function datesFrom(today: string): PlannedDates {
  const [visitFrom, visitTo] = visitDays(today);
  return suggestDates({ ...noDates, scoringFrom: addDays(today, -6), visitFrom, visitTo }, today, isWorkingDay);
}

/** "3." is the whole area, "3.1" one question. */
const startingWith = (part: string, sheets: Readonly<Record<string, GranvikSheet>>): string[] =>
  Object.keys(sheets).filter((number) => number === part || (part.endsWith('.') && number.startsWith(part)));

async function write(evaluator: Client, id: string, sheets: Readonly<Record<string, GranvikSheet>>, turn: number): Promise<void> {
  const instrument = shippedInstrument(granvikInstrument);
  if (!instrument) throw new Error(`the instrument ${granvikInstrument} is not shipped`);
  for (const [number, own] of Object.entries(sheets)) await draft(evaluator, id, number, fieldsOf(questionOf(instrument, number), own, turn));
}

function fieldsOf(question: Question, { marks, rationale, strengths, improvements, evidence }: GranvikSheet, turn: number): Partial<Record<DraftField, unknown>> {
  const judgements = Object.fromEntries(Object.entries(judgementsOf(question, marks ?? [], turn)).map(([key, value]): [DraftField, number] => [`judgement:${key}`, value]));
  return { ...judgements, ...(marks === null && { standing: 'cannotAssess' }), rationale, strengths, improvements, evidence };
}
