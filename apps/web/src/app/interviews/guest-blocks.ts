import type { Personal } from '@samsyn/contract';
import { overlaps } from '@samsyn/domain';

export type HourSpan = Personal['spans'][number];
export type VisitDay = Personal['days'][number];
/** Outside every span the answer is yes. */
export const answers = ['yes', 'ifNeeded', 'no'] as const;
export type Answer = (typeof answers)[number];

export interface Block {
  readonly day: string;
  readonly from: number;
  readonly to: number;
}

/** The hours of a day that somebody is asked about, the evening included, in blocks of that many minutes on the even clock. */
export function blocksOf({ day, from, to, evening }: VisitDay, minutes: number): Block[] {
  const end = Math.max(to, evening);
  const blocks: Block[] = [];
  for (let at = from; at < end; ) {
    const next = Math.min(end, (Math.floor(at / minutes) + 1) * minutes, at < to ? to : end);
    blocks.push({ day, from: at, to: next });
    at = next;
  }
  return blocks;
}

/** What these spans say of a block; null where they say different things of its parts. */
export function answerOf(spans: readonly HourSpan[], block: Block): Answer | null {
  const own = spans.filter((span) => span.day === block.day && overlaps(span, block));
  const first = own[0];
  if (!first) return 'yes';
  const covered = own.reduce((sum, span) => sum + Math.min(span.to, block.to) - Math.max(span.from, block.from), 0);
  return covered === block.to - block.from && own.every(({ answer }) => answer === first.answer) ? first.answer : null;
}

/** The spans after one more answer: in order, neighbours that say the same joined. */
export function withAnswer(spans: readonly HourSpan[], block: Block, answer: Answer): HourSpan[] {
  const left = spans.flatMap((span) => (span.day === block.day && overlaps(span, block) ? [{ ...span, to: block.from }, { ...span, from: block.to }].filter(({ from, to }) => from < to) : [span]));
  const all = answer === 'yes' ? left : [...left, { ...block, answer }];
  return joined(all.sort((a, b) => a.day.localeCompare(b.day) || a.from - b.from));
}

const joined = (spans: readonly HourSpan[]): HourSpan[] =>
  spans.reduce<HourSpan[]>((done, span) => {
    const last = done.at(-1);
    if (last?.day !== span.day || last.answer !== span.answer || last.to !== span.from) return [...done, span];
    return [...done.slice(0, -1), { ...last, to: span.to }];
  }, []);

/** Whether all that is answered fits whole hours; otherwise half hours are shown from the beginning. */
export const fitsHours = (spans: readonly HourSpan[], days: readonly VisitDay[]): boolean =>
  days.flatMap((day) => blocksOf(day, 60)).every((block) => answerOf(spans, block) !== null);
