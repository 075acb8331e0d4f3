import { evaluations } from '@samsyn/contract';
import { defaultPolicy, questionOf, type DraftField, type Instrument } from '@samsyn/domain';
import { shippedInstrument } from '@samsyn/domain/shipped';
import type { Client } from '../client/client';
import { draft, seal } from '../replay/replay-evaluation';
import { anaSheets, dimensionOrder, luisSheets, type GranvikSheet } from './granvik-sheets';

export const granvik = { name: 'Granviks kommun', year: 2026 } as const;

/** In this order nothing opens but area 1, and that by the very last seal: an open area means that all the rest is done. */
const anaSeals = ['1.', '2.', '3.1', '4.', '8.'] as const;
const luisSeals = ['3.', '5.', '6.', '7.', '8.1', '8.2', '8.3', '8.4', '1.'] as const;

/** A made-up municipality half scored: Ana 24 of 45, Luis 31, one area open, the rest blind to each other. */
export async function makeGranvik(karin: Client, ana: Client, luis: Client, others: readonly { client: Client; role: 'contact' | 'observer' }[]): Promise<void> {
  const members = [{ client: ana, role: 'evaluator' as const }, { client: luis, role: 'evaluator' as const }, ...others];
  const { evaluation } = await karin.call(evaluations.create, {
    body: {
      municipality: { code: null, name: granvik.name }, year: granvik.year, instrument: 'kk-2016', policy: { ...defaultPolicy, judging: 'dimensions', revealUnit: 'area' },
      members: members.map(({ client: { me }, role }) => ({ email: me.email, name: me.name, organisation: me.organisation, role })), openScoring: true,
    },
  });
  for (const { client } of members) await client.call(evaluations.declare, { params: { id: evaluation.id }, body: { conflict: false, text: '' } });
  await Promise.all([write(ana, evaluation.id, anaSheets), write(luis, evaluation.id, luisSheets)]);
  for (const part of anaSeals) await seal(ana, evaluation.id, startingWith(part, anaSheets));
  for (const part of luisSeals) await seal(luis, evaluation.id, startingWith(part, luisSheets));
}

/** "3." is the whole area, "3.1" one question. */
const startingWith = (part: string, sheets: Readonly<Record<string, GranvikSheet>>): string[] =>
  Object.keys(sheets).filter((number) => number === part || (part.endsWith('.') && number.startsWith(part)));

async function write(evaluator: Client, id: string, sheets: Readonly<Record<string, GranvikSheet>>): Promise<void> {
  const instrument = shippedInstrument('kk-2016');
  if (!instrument) throw new Error('the instrument kk-2016 is not shipped');
  for (const [number, own] of Object.entries(sheets)) await draft(evaluator, id, number, fieldsOf(instrument, number, own));
}

function fieldsOf(instrument: Instrument, number: string, { marks, rationale, strengths, improvements, evidence }: GranvikSheet): Partial<Record<DraftField, unknown>> {
  const keys = questionOf(instrument, number).criteria.flatMap((criterion) => dimensionOrder.filter((dimension) => criterion.dimensions.includes(dimension)).map((dimension): DraftField => `judgement:${criterion.key}.${dimension}`));
  const judgements = Object.fromEntries((marks ?? []).map((mark, at) => [keys[at], mark]));
  return { ...judgements, ...(marks === null && { standing: 'cannotAssess' }), rationale, strengths, improvements, evidence };
}
