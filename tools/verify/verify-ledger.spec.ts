import { canonical, ledgerLineHash, type Fact } from '@samsyn/domain';
import { evaluator, samplePeople } from '@samsyn/samples';
import fc from 'fast-check';
import { changedRulesLedger, handedOverLedger, lockedLedger, openedLedger } from './made-up-ledger';
import { sha256 } from './proof';
import type { StoredEvaluation } from './stored';
import { verifyLedger } from './verify-ledger';

const whole = lockedLedger().stored();
const told = (stored: StoredEvaluation): string[] => verifyLedger(stored).findings.map(({ revision, what }) => (revision === null ? what : `${revision}: ${what}`));

/** Every stored value by its place, as columns of the database hold them. */
function cellsOf(stored: StoredEvaluation): string[][] {
  const rows = (name: 'lines' | 'sealed' | 'reports'): string[][] => stored[name].flatMap((row, at) => Object.keys(row).map((column) => [name, `${at}`, column]));
  return [['id'], ['revision'], ['hash'], ['instrument'], ['decimals'], ['published'], ...stored.members.map((_, at) => ['members', `${at}`]), ...rows('lines'), ...rows('sealed'), ...rows('reports')];
}

type Tree = Record<string, unknown>;
const at = (tree: unknown, path: readonly string[]): unknown => path.reduce((node, key) => (node as Tree)[key], tree);

/** The same evaluation with another value in that place. */
function withCell(stored: StoredEvaluation, path: readonly string[], value: unknown): StoredEvaluation {
  const copy = structuredClone(stored);
  (at(copy, path.slice(0, -1)) as Tree)[path.at(-1) ?? ''] = value;
  return copy;
}

/** One character of the value's JSON text replaced; undefined when that is no longer JSON of the same kind or says the same. */
function flipped(value: unknown, position: number, to: string): unknown {
  const text = JSON.stringify(value);
  const place = position % text.length;
  try {
    const next: unknown = JSON.parse(text.slice(0, place) + to + text.slice(place + 1));
    return typeof next === typeof value && canonical(next) !== canonical(value) ? next : undefined;
  } catch {
    return undefined;
  }
}

/** The ledger written anew from a line on, with right hashes: what someone would do who knows how. */
function rewritten(stored: StoredEvaluation, revision: number, fact: Fact): StoredEvaluation {
  let previous = '';
  const lines = stored.lines.map((line) => {
    const next = { ...line, fact: line.revision === revision ? fact : line.fact, previous };
    previous = ledgerLineHash(sha256, stored.id, next);
    return { ...next, hash: previous };
  });
  return { ...stored, lines, hash: previous };
}

const lineOf = (kind: Fact['kind']) => {
  const line = whole.lines.find((own) => own.fact.kind === kind);
  if (!line) throw new Error(kind);
  return line;
};

describe('verifyLedger', () => {
  it('finds nothing in a whole ledger and counts what it proved', () => {
    expect(verifyLedger(whole)).toEqual({ name: 'Exempelby 2026', lines: 26, seals: 6, versions: [1, 2], findings: [] });
    expect(told(openedLedger().stored())).toEqual([]);
  });

  it('finds every single changed character', () => {
    const cells = cellsOf(whole).filter((path) => at(whole, path) !== null);
    fc.assert(
      fc.property(fc.constantFrom(...cells), fc.nat(20_000), fc.constantFrom(...'0123456789abcdefxyzÅ_ '), (path, position, to) => {
        const value = flipped(at(whole, path), position, to);
        fc.pre(value !== undefined);
        expect(told(withCell(whole, path, value))).not.toEqual([]);
      }),
      { numRuns: 800 },
    );
  });

  it('names the line of a change in any column of any line', () => {
    for (const path of cellsOf(whole).filter(([table]) => table === 'lines')) {
      const value = at(whole, path);
      const next = value === null ? evaluator(1) : [...Array(200).keys()].map((position) => flipped(value, position, '7') ?? flipped(value, position, 'b')).find((found) => found !== undefined);
      const changed = withCell(whole, path, next);
      expect({ path, named: verifyLedger(changed).findings.map(({ revision }) => revision) }).toEqual({ path, named: expect.arrayContaining([changed.lines[Number(path[1])]?.revision]) });
    }
  });

  it('names a changed sheet, a changed report and a false head', () => {
    const [seal] = whole.sealed;
    expect(told(withCell(whole, ['sealed', '0', 'sheet'], { ...seal?.sheet, rationale: 'Annat.' }))).toEqual(['9: det förseglade bladet för 1.1 stämmer inte med sin försegling']);
    expect(told(withCell(whole, ['sealed', '0', 'percent'], '41'))).toEqual(['9: det sparade procenttalet för 1.1 följer inte av bladet']);
    expect(told(withCell(whole, ['reports', '0', 'body'], whole.reports[0]?.body.replace('Ana', 'Ane')))).toEqual(['19: version 1: rapportens text är inte den som låstes']);
    expect(told({ ...whole, locked: false })).toEqual(['utvärderingen är märkt olåst men loggen är låst']);
    expect(told({ ...whole, sealed: whole.sealed.slice(1) }).join()).toContain('9: det förseglade bladet för 1.1 saknas');
    expect(told({ ...whole, reports: whole.reports.slice(1) })).toContain('19: version 1: den låsta rapporten saknas');
    expect(told({ ...whole, lines: whole.lines.slice(0, -1) })).toContain('utvärderingens kontrollsumma är inte sista radens');
  });

  it('finds lines the rules would have refused, even when every hash was made anew', () => {
    const opened = openedLedger().seal(evaluator(1), ['40', '90']).say(null, { kind: 'revealed', opened: [{ question: '1.1', round: 1 }, { question: '1.2', round: 1 }] });
    expect(told(opened.stored())).toEqual(['10: något öppnades innan alla hade förseglat']);

    const approved = lineOf('approved');
    expect(told(rewritten(whole, approved.revision, { kind: 'approved', approvals: [{ question: '1.1', proposal: 1 }] }))).toContain(`${approved.revision + 1}: 1.2 blev gemensam utan att alla har godkänt`);

    const signed = lineOf('lockSigned');
    expect(told(rewritten(whole, signed.revision, { kind: 'lockSigned', version: 1, fingerprint: sha256('annat') })).join()).toContain('version 1');

    const proposed = lineOf('proposed');
    const fact = structuredClone(proposed.fact) as Extract<Fact, { kind: 'proposed' }>;
    expect(told(rewritten(whole, proposed.revision, { ...fact, proposals: fact.proposals.map((own) => ({ ...own, percent: '60' })) }))).toContain(`${proposed.revision}: reglerna tillåter inte raden (consensus/reason-missing)`);
  });

  it('proves an older report in the edition it was locked in, and not one that claims another', () => {
    const stored = lockedLedger(1).stored();
    expect([verifyLedger(stored).findings, stored.reports.map(({ body }) => body.includes('"edition":2'))]).toEqual([[], [false, true]]);
    const [old] = stored.reports;
    const claimed = canonical({ ...(JSON.parse(old?.body ?? '') as object), edition: 2 });
    const lock = stored.lines.find((line) => line.fact.kind === 'locked')?.revision ?? 0;
    const other = rewritten({ ...stored, reports: stored.reports.map((own) => (own === old ? { ...own, body: claimed, hash: sha256(claimed) } : own)) }, lock, { kind: 'locked', version: 1, reportHash: sha256(claimed) });
    expect(told(other).join()).toContain('version 1: rapporten följer inte av loggen');
  });

  it('proves a ledger in which a seat was taken over and an area locked', () => {
    const stored = handedOverLedger().stored();
    expect(verifyLedger(stored)).toEqual({ name: 'Exempelby 2026', lines: 26, seals: 4, versions: [1], findings: [] });
    expect(JSON.parse(stored.reports[0]?.body ?? '')).toMatchObject({ replacements: [{ seat: 1, left: evaluator(1), joined: evaluator(3) }] });
    expect(whole.reports.map(({ body }) => body.includes('replacements'))).toEqual([false, false]);
  });

  it('proves a ledger in which the rules were changed after the first seal, and finds what nobody could have changed', () => {
    const stored = changedRulesLedger().stored();
    expect(told(stored)).toEqual([]);
    expect(JSON.parse(stored.reports[0]?.body ?? '')).toMatchObject({ policy: { amber: 45 }, policyChanges: [{ number: 3, proposedBy: samplePeople.coordinator, approvedBy: evaluator(2), changes: [{ rule: 'amber', before: 15, after: 45 }, { rule: 'red', before: 30, after: 50 }, { rule: 'tolerance', before: 14, after: 40 }] }] });
    const lineWith = (kind: Fact['kind']) => stored.lines.findLast((line) => line.fact.kind === kind)?.revision ?? 0;
    const proposed = stored.lines.findLast((line) => line.fact.kind === 'policyProposed')?.fact as Extract<Fact, { kind: 'policyProposed' }>;
    const at = lineWith('policyProposed');
    expect(told(rewritten(stored, at, { ...proposed, before: { ...proposed.before, amber: 10 } }))).toContain(`${at}: förslaget säger att spelreglerna var andra än de som gällde`);
    expect(told(rewritten(stored, at, { ...proposed, policy: { ...proposed.policy, revealUnit: 'question' } }))).toContain(`${at}: reglerna tillåter inte raden (evaluation/policy-fixed)`);
    expect(told(rewritten(stored, lineWith('policyApproved'), { kind: 'policyApproved', proposal: 2 }))).toContain(`${lineWith('policyApproved')}: reglerna tillåter inte raden (evaluation/policy-proposal-changed)`);
    expect(told(rewritten(stored, lineWith('policyWithdrawn'), { kind: 'policyDeclined', proposal: 1 }))).toContain(`${lineWith('policyWithdrawn')}: den som föreslog avböjde i stället för att dra tillbaka`);
    expect(told(rewritten(stored, lineWith('policyDeclined'), { kind: 'policyWithdrawn', proposal: 2 }))).toContain(`${lineWith('policyDeclined')}: ett förslag drogs tillbaka av någon annan än den som gav det`);
    const alone = { ...stored, lines: stored.lines.map((line) => (line.revision === lineWith('policyApproved') ? { ...line, actor: samplePeople.coordinator } : line)) };
    expect(told(rewritten(alone, 0, proposed))).toContain(`${lineWith('policyApproved')}: reglerna tillåter inte raden (evaluation/policy-own-proposal)`);
  });

  it('finds a seat given away, and an area locked, against the rules', () => {
    const stored = handedOverLedger().stored();
    const at = (kind: Fact['kind']): number => stored.lines.find((line) => line.fact.kind === kind)?.revision ?? 0;
    const replaced: Fact = { kind: 'replaced', seat: 1, left: evaluator(1), joined: evaluator(3), reason: 'Sjuk.' };
    expect(told(rewritten(stored, at('replaced'), { ...replaced, left: evaluator(2) }))).toContain(`${at('replaced')}: den som ersattes hade inte platsen`);
    expect(told(rewritten(stored, at('replaced'), { ...replaced, reason: ' ' }))).toContain(`${at('replaced')}: reglerna tillåter inte raden (evaluation/reason-missing)`);
    expect(told(rewritten(stored, at('areaLocked'), { kind: 'areaLocked', areas: [1, 2] }))).toContain(`${at('areaLocked')}: ett område låstes utan att alla har skrivit under det`);
    expect(told(rewritten(stored, at('nudged'), { kind: 'nudged', person: evaluator(2) }))).toContain(`${at('nudged')}: reglerna tillåter inte raden (evaluation/nothing-to-nudge)`);
  });

  it('proves dates that were planned, and finds those that another than the coordinator, no order or no memory allows', () => {
    const { coordinator } = samplePeople;
    const scheduled = (...changes: Extract<Fact, { kind: 'scheduled' }>['changes']): Fact => ({ kind: 'scheduled', changes });
    const moved = scheduled({ date: 'consensus', from: '2026-12-14', to: '2026-12-15' });
    const stored = openedLedger().say(coordinator, scheduled({ date: 'visitFrom', from: null, to: '2026-12-03' }, { date: 'consensus', from: null, to: '2026-12-14' })).say(coordinator, moved).stored();
    const last = stored.revision;
    expect(told(stored)).toEqual([]);
    for (const fact of [scheduled({ date: 'consensus', from: '2026-12-13', to: '2026-12-15' }), scheduled({ date: 'consensus', from: '2026-12-14', to: '2026-12-14' }), scheduled()])
      expect(told(rewritten(stored, last, fact))).toContain(`${last}: raden säger att andra datum gällde än de som gjorde det`);
    for (const to of ['2026-12-02', '2026-12-32']) expect(told(rewritten(stored, last, scheduled({ date: 'consensus', from: '2026-12-14', to })))).toContain(`${last}: reglerna tillåter inte raden (evaluation/dates-unsound)`);
    expect(told(openedLedger().say(evaluator(1), scheduled({ date: 'visitFrom', from: null, to: '2026-12-03' })).stored())).toEqual(['9: raden är inte av samordnaren']);
  });

  it('finds a signature that gives no reason for what was left, or accepts something else', () => {
    const signed = lineOf('lockSigned');
    const fact = signed.fact as Extract<Fact, { kind: 'lockSigned' }>;
    const found = (accepted: Extract<Fact, { kind: 'lockSigned' }>['accepted']): string => told(rewritten(whole, signed.revision, { ...fact, accepted })).join();
    expect(fact.accepted?.notes).toEqual(['textMissing', 'strengthsMissing', 'improvementsMissing']);
    for (const accepted of [null, { notes: fact.accepted?.notes ?? [], reason: ' ' }, { notes: ['strengthsMissing'], reason: 'Läst.' }]) expect(found(accepted)).toContain(`${signed.revision}: underskriften säger inte varför den gavs trots det som var kvar`);
  });

  it('finds a lock that not everyone has signed', () => {
    const unsigned = lockedLedger();
    const lines = unsigned.lines.filter((line) => !(line.fact.kind === 'lockSigned' && line.fact.version === 2 && line.actor === evaluator(2)));
    expect(told({ ...unsigned.stored(), lines }).join()).toContain('version 2: ');
  });
});
