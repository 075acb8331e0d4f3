import type { LedgerDraft } from './ledger-draft';
import { recordStatement, type Prepared, type Recording } from './record-statement';

const recording = (lines: number, sealed: number, kind = 'approved'): Recording => {
  const entries = Array.from({ length: lines }, (_, at) => ({ revision: at + 2, at: '2026-11-22T10:00:00.000Z', actor: at === 0 ? 'a' : null, fact: { kind, person: 'p' }, previous: 'x', hash: 'y' }));
  const sheets = Array.from({ length: sealed }, () => ({ revision: 2, question: '1.1', person: 'a', round: 1, sheet: {}, percent: null, nonce: 'n' }));
  return { id: 'e', before: 1, draft: { entries, sealed: sheets, report: null, now: '', state: { revision: lines + 1, hash: 'y', locked: null } } as unknown as LedgerDraft };
};
const placesIn = ({ text }: Prepared): number => new Set(text.match(/\$\d+/g)).size;

describe('the statement that records', () => {
  const alone = [[1, 0], [1, 1], [2, 0], [2, 1]] as const;
  const shapes: [string, Recording[]][] = [
    ...alone.map(([lines, sealed]): [string, Recording[]] => [`record-one-${lines}-${sealed}`, [recording(lines, sealed)]]),
    ['record-lines', [recording(3, 0)]], ['record-lines', [recording(1, 0), recording(2, 0)]], ['record-sealed', [recording(1, 2)]], ['record-sealed', [recording(1, 0), recording(2, 1)]],
    ['record-whole', [recording(1, 0, 'joined')]], ['record-whole', [recording(1, 0), { ...recording(1, 0), draft: { ...recording(1, 0).draft, report: { version: 1, body: '{}', hash: 'h' } } as unknown as LedgerDraft }]],
  ];

  it.each(shapes)('is %s, with a value for each place', (name, recordings) => {
    const statement = recordStatement(recordings);
    expect([statement.name, placesIn(statement)]).toEqual([name, statement.values.length]);
  });

  it('has one text under each name', () => {
    const texts = shapes.map(([, recordings]) => recordStatement(recordings));
    for (const { name, text } of texts) expect(texts.filter((own) => own.name === name && own.text !== text)).toEqual([]);
  });
});
