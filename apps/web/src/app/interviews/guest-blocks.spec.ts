import { answerOf, blocksOf, fitsHours, withAnswer, type HourSpan } from './guest-blocks';

const day = { day: '2026-11-10', from: 510, to: 690, evening: 780 };
const span = (from: number, to: number, answer: HourSpan['answer']): HourSpan => ({ day: day.day, from, to, answer });
const block = (from: number, to: number) => ({ day: day.day, from, to });

describe('hours in blocks', () => {
  it('are cut on the even clock, and where the evening begins', () => {
    expect(blocksOf(day, 60).map(({ from, to }) => [from, to])).toEqual([[510, 540], [540, 600], [600, 660], [660, 690], [690, 720], [720, 780]]);
    expect(blocksOf({ ...day, evening: 690 }, 30).map(({ from }) => from)).toEqual([510, 540, 570, 600, 630, 660]);
  });

  it('say yes where nothing is said, and nothing where a block is mixed', () => {
    const spans = [span(540, 570, 'no'), span(600, 660, 'ifNeeded')];
    expect([block(510, 540), block(540, 600), block(540, 570), block(600, 660)].map((own) => answerOf(spans, own))).toEqual(['yes', null, 'no', 'ifNeeded']);
    expect(answerOf([span(540, 570, 'no'), span(570, 600, 'ifNeeded')], block(540, 600))).toBeNull();
    expect([fitsHours(spans, [day]), fitsHours([span(540, 600, 'no')], [day])]).toEqual([false, true]);
  });

  it('join with their neighbours, cut what they meet, and vanish with a yes', () => {
    let spans = withAnswer([], block(540, 600), 'no');
    spans = withAnswer(spans, block(660, 690), 'no');
    spans = withAnswer(spans, block(600, 660), 'no');
    expect(spans).toEqual([span(540, 690, 'no')]);
    spans = withAnswer(spans, block(570, 600), 'ifNeeded');
    expect(spans).toEqual([span(540, 570, 'no'), span(570, 600, 'ifNeeded'), span(600, 690, 'no')]);
    expect(withAnswer(spans, block(510, 690), 'yes')).toEqual([]);
    const other = { ...span(540, 600, 'no'), day: '2026-11-11' };
    expect(withAnswer([other], block(510, 690), 'yes')).toEqual([other]);
  });

  it('never overlap, and every block says what was last said of it', () => {
    let seed = 7;
    const random = (below: number): number => (seed = (seed * 1103515245 + 12345) % 2147483648) % below;
    let spans: HourSpan[] = [];
    const said = new Map<number, string>();
    const halves = blocksOf(day, 30);
    for (let turn = 0; turn < 400; turn++) {
      const from = 510 + 30 * random(9);
      const to = Math.min(780, from + 30 * (1 + random(4)));
      const answer = (['yes', 'ifNeeded', 'no'] as const)[random(3)] ?? 'yes';
      spans = withAnswer(spans, block(from, to), answer);
      for (let at = from; at < to; at += 30) said.set(at, answer);
      expect(halves.map((own) => answerOf(spans, own))).toEqual(halves.map((own) => said.get(own.from) ?? 'yes'));
      expect(spans.every((own, at) => at === 0 || (spans[at - 1]?.to ?? 0) <= own.from)).toBe(true);
    }
  });
});
