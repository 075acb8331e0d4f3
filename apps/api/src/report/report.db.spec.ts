import { consensus, evaluations, reports, scoring } from '@samsyn/contract';
import { sha256 } from '../evaluation';
import type { Guest } from '../spec-guest';
import { House } from '../spec-house';
import { evaluationWith, lockAll, numbers, on, proposal, sealAll, seat, settleAll, write, type Team } from '../spec-team';

describe('the report', () => {
  let house: House;
  let team: Team;
  const look = (by: Guest = seat(team, 1)) => by.call(reports.lockState, on(team));
  const sign = (by: Guest, fingerprint: string) => by.call(reports.sign, { ...on(team), body: { fingerprint, reason: 'Läst.' } });
  const refusedSign = async (by: Guest, fingerprint: string, reason = 'Läst.') => (await by.refusal(reports.sign, { ...on(team), body: { fingerprint, reason } })).code;
  const stored = () => house.sql<{ version: number; body: string; hash: string }>('SELECT version, body, hash FROM locked_report WHERE evaluation_id = $1 ORDER BY version', [team.id]);

  beforeAll(async () => {
    house = await House.open();
    team = await evaluationWith(house, { evaluators: 3 });
  });
  afterAll(() => house.close());

  it('is not ready while something is not open or not settled, and says what', async () => {
    expect((await look()).items.filter(({ severity }) => severity === 'stop')).toEqual([{ id: 'unopened', severity: 'stop', questions: numbers, areas: [], count: 5 }]);
    await sealAll(team, 40, 60, 50);
    expect((await look()).items.filter(({ severity }) => severity === 'stop')).toEqual([{ id: 'unsettled', severity: 'stop', questions: numbers, areas: [], count: 5 }]);
    expect([(await look()).fingerprint, await refusedSign(seat(team, 1), ''), (await seat(team, 1).refusal(reports.preview, on(team))).code]).toEqual([null, 'report/not-ready', 'report/not-ready']);
  });

  it('is signed by what was seen: the coordinator has no key and a changed report needs a new look', async () => {
    await settleAll(team, 45.5);
    const { fingerprint, ready } = await look();
    expect([ready, (await seat(team, 2).call(reports.preview, on(team))).fingerprint, (await look(team.coordinator)).fingerprint]).toEqual([true, fingerprint, null]);
    expect(await refusedSign(seat(team, 1), fingerprint ?? '', ' ')).toBe('report/acceptance-missing');
    await sign(seat(team, 1), fingerprint ?? '');
    expect([await refusedSign(seat(team, 1), fingerprint ?? ''), await refusedSign(team.coordinator, fingerprint ?? ''), await refusedSign(seat(team, 2), 'x')]).toEqual(['report/already-signed', 'people/not-allowed', 'report/changed-since']);
    await seat(team, 2).call(consensus.propose, { ...on(team), body: { proposals: [proposal('1.1', 50, { answers: 1, text: 'En ny text.' })] } });
    for (const by of [seat(team, 1), seat(team, 3)]) await by.call(consensus.approve, { ...on(team), body: { approvals: [{ question: '1.1', proposal: 2 }] } });
    expect(await refusedSign(seat(team, 2), fingerprint ?? '')).toBe('report/changed-since');
    expect((await look()).signatures.map(({ current }) => current)).toEqual([false]);
  });

  it('is locked by the last signature, as the bytes whose hash is in the ledger', async () => {
    await lockAll({ ...team, evaluators: team.evaluators.slice(0, 2) });
    expect([(await look()).phase, await stored()]).toEqual(['report', []]);
    await lockAll({ ...team, evaluators: team.evaluators.slice(2) });
    const [row] = await stored();
    const [line] = await house.sql<{ hash: string }>(`SELECT fact->>'reportHash' AS hash FROM ledger_entry WHERE evaluation_id = $1 AND fact->>'kind' = 'locked'`, [team.id]);
    const told = await team.observer.call(reports.read, on(team, { version: 'latest' }));
    expect([row?.hash, line?.hash, told.hash, (await look()).versions[0]?.reportHash]).toEqual(Array.from({ length: 4 }, () => sha256(row?.body ?? '')));
    expect(told.report).toEqual(JSON.parse(row?.body ?? '{}'));
    expect(told.report.signatures?.map(({ person, accepted }) => [person, accepted?.reason])).toEqual(team.evaluators.map(({ id }) => [id, 'Vi har gått igenom listan.']));
    expect([told.report.version, told.report.total.exact, told.report.areas.map(({ rows }) => rows.map(({ achieved, percent }) => [achieved, percent]))]).toEqual([
      1, '919/10', [[['10', '50'], ['14', '46'], ['23', '46']], [['27', '46'], ['18', '46']]],
    ]);
  });

  it('once locked lets nothing change', async () => {
    const body = { fingerprint: '' };
    const refusals = await Promise.all([
      seat(team, 1).refusal(reports.sign, { ...on(team), body }), seat(team, 1).refusal(consensus.propose, { ...on(team), body: { proposals: [proposal('1.1', 1)] } }),
      seat(team, 1).refusal(scoring.openRound, { ...on(team), body: { question: '1.1', reason: 'x' } }), seat(team, 1).refusal(scoring.seal, { ...on(team), body: { questions: ['1.1'] } }),
      seat(team, 1).refusal(scoring.withdraw, { ...on(team), body: { questions: ['1.1'] } }), seat(team, 1).refusal(evaluations.declare, { ...on(team), body: { conflict: true, text: '' } }),
      team.coordinator.refusal(evaluations.removeMember, { ...on(team), body: { person: team.contact.id, role: 'contact' } }),
      team.coordinator.refusal(evaluations.addMember, { ...on(team), body: { email: 'ny@samsyn.example', name: 'Ny', organisation: '', role: 'observer' } }),
    ]);
    expect(refusals.map(({ status, code }) => `${status} ${code}`)).toEqual(refusals.map(() => '423 evaluation/locked'));
  });

  it('as CSV opens in Swedish Excel', async () => {
    const { status, type, text } = await team.contact.send('GET', `/api/evaluations/${team.id}/report/1.csv`);
    const lines = text.replace(/^\uFEFF/, '').split('\r\n');
    expect([status, type, lines.length, lines[0]?.split(';').slice(0, 14).join(';'), lines[0]?.split(';').length]).toEqual([200, 'text/csv; charset=utf-8', 10, 'kommunkod;kommun;år;version;område;områdesnamn;nummer;fråga;uppnått;max;procent;uppnått exakt;procent exakt;metod', 17]);
    expect([lines[1], lines[8]]).toEqual([';Provby;2026;1;1;Område 1;1.1;Fråga 1.1;10;20;50;10;50;discussed;40,0;60,0;50,0', ';Provby;2026;1;;;;Totalt;92;200;;919/10;;;;;']);
    expect((await team.contact.send('GET', `/api/evaluations/${team.id}/report/latest.csv`)).text).toBe(text);
  });

  it('is unlocked only by every evaluator and the coordinator, with reasons', async () => {
    const unlock = (by: Guest) => by.call(reports.unlock, { ...on(team), body: { reason: 'Nya uppgifter.' } });
    const refused = async (by: Guest, reason: string) => (await by.refusal(reports.unlock, { ...on(team), body: { reason } })).code;
    expect([await refused(seat(team, 1), ' '), await refused(team.observer, 'x')]).toEqual(['report/reason-missing', 'people/not-allowed']);
    for (const by of team.evaluators) await unlock(by);
    expect([(await look()).phase, (await look()).unlocks.length, await refused(seat(team, 1), 'x')]).toEqual(['locked', 3, 'report/already-signed']);
    expect((await unlock(team.coordinator)).phase).toBe('report');
    expect(await refused(seat(team, 1), 'x')).toBe('report/not-locked');
  });

  it('gets a second version, and the first stays readable as it was', async () => {
    const [before] = await stored();
    await seat(team, 3).call(consensus.propose, { ...on(team), body: { proposals: [proposal('2.1', 80, { answers: 1 })] } });
    for (const by of [seat(team, 1), seat(team, 2)]) await by.call(consensus.approve, { ...on(team), body: { approvals: [{ question: '2.1', proposal: 2 }] } });
    await lockAll(team);
    const [first, second] = await stored();
    expect([first, second?.version]).toEqual([before, 2]);
    const read = (version: string) => team.contact.call(reports.read, on(team, { version }));
    expect([(await read('1')).hash, (await read('2')).report.total.exact, (await read('latest')).hash]).toEqual([first?.hash, '563/5', second?.hash]);
    expect((await look()).versions.map(({ version, reason }) => [version, reason])).toEqual([[1, 'Nya uppgifter.'], [2, null]]);
    expect(await Promise.all(['3', '0', 'x', '1.5'].map(async (version) => (await team.contact.refusal(reports.read, on(team, { version }))).code))).toEqual(Array.from({ length: 4 }, () => 'wire/not-found'));
  });

  it('is shown only as the ledger names it, also when somebody has written past every guard of the database', async () => {
    const quiet = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    const forged = async (change: string): Promise<void> => void (await house.sql(`ALTER TABLE locked_report DISABLE TRIGGER ALL; ${change}; ALTER TABLE locked_report ENABLE TRIGGER ALL`));
    const read = async (version: string): Promise<number> => (await team.contact.send('GET', `/api/evaluations/${team.id}/report/${version}`)).status;
    await forged(`INSERT INTO locked_report SELECT evaluation_id, 7, body, hash, locked_at FROM locked_report WHERE evaluation_id = '${team.id}' AND version = 2`);
    expect([await read('7'), await read('2'), await read('latest'), quiet.mock.calls.length]).toEqual([404, 200, 200, 0]);
    await forged(`UPDATE locked_report SET body = replace(body, 'Provby', 'Annanby') WHERE evaluation_id = '${team.id}' AND version = 2`);
    expect([await read('2'), await read('2.csv'), await read('latest'), await read('1')]).toEqual([404, 404, 404, 200]);
    expect(quiet.mock.calls.map(([text]) => String(text).includes(`Version 2 of ${team.id} is not stored`))).toEqual([true, true, true]);
    quiet.mockRestore();
  });

  it('signed by all at the same moment is locked once', async () => {
    const own = await evaluationWith(house, { evaluators: 3 });
    await sealAll(own, 50, 50, 50);
    await settleAll(own, 50);
    const { fingerprint } = await seat(own, 1).call(reports.lockState, on(own));
    const answers = await Promise.all([...own.evaluators, ...own.evaluators].map((by) => by.send('POST', `/api/evaluations/${own.id}/lock`, { fingerprint, reason: 'Läst.' })));
    expect(answers.map(({ status }) => status).filter((status) => status === 200)).toEqual([200, 200, 200]);
    expect((await house.sql('SELECT version FROM locked_report WHERE evaluation_id = $1', [own.id])).map(({ version }) => version as number)).toEqual([1]);
    await expect(write(own, seat(own, 1), '1.1', 'percent', 1)).rejects.toThrow('evaluation/locked');
  });
});
