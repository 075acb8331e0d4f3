import { evaluations, reports } from '@samsyn/contract';
import { defaultPolicy, noDates, type PlannedDates } from '@samsyn/domain';
import { sampleInstrument } from '@samsyn/samples';
import type { Guest } from '../spec-guest';
import { House } from '../spec-house';
import { countOf, ledgerOf } from '../spec-ledger';
import { evaluationWith, lockAll, on, sealAll, seat, settleAll, type Team } from '../spec-team';

let house: House;
beforeAll(async () => void (house = await House.open()));
afterAll(() => house.close());

const visit = { ...noDates, visitFrom: '2026-12-03', visitTo: '2026-12-04' };
const write = (team: Team, dates: PlannedDates, edition: number, by: Guest = team.coordinator) => by.call(evaluations.setDates, { ...on(team), body: { dates, edition } });
const refused = async (team: Team, dates: object, edition: number, by: Guest = team.coordinator) => {
  const { status, code, facts } = await by.refusal(evaluations.setDates, { ...on(team), body: { dates: { ...noDates, ...dates }, edition } });
  return [status, code, facts];
};
const creation = (more: object) => ({ municipality: { code: null, name: 'Provby' }, year: 2026, instrument: sampleInstrument.id, policy: defaultPolicy, members: [], ...more });

describe('the dates of an evaluation', () => {
  it('come with the creation or not at all, and in order', async () => {
    const team = await evaluationWith(house);
    const { dates: none, datesEdition } = await team.coordinator.call(evaluations.read, on(team));
    expect([none, datesEdition]).toEqual([undefined, 0]);
    const { evaluation } = await team.coordinator.call(evaluations.create, { body: creation({ dates: visit }) });
    expect([evaluation.dates, evaluation.datesEdition]).toEqual([visit, 1]);
    const bare = await team.coordinator.call(evaluations.create, { body: creation({ dates: noDates }) });
    expect(['dates' in bare.evaluation, bare.evaluation.datesEdition]).toEqual([false, 0]);
    expect(await team.coordinator.refusal(evaluations.create, { body: creation({ dates: { ...visit, visitTo: '2026-12-02' } }) })).toMatchObject({ status: 422, code: 'evaluation/dates-unsound', facts: { date: 'visitTo', before: 'visitFrom' } });
    expect((await team.coordinator.refusal(evaluations.create, { body: creation({ dates: { ...visit, visitTo: '2026-02-30' } }) })).code).toBe('wire/invalid');
  });

  it('are the coordinator’s to change, over what was read, with a line that names what changed', async () => {
    const team = await evaluationWith(house);
    expect(await write(team, visit, 0)).toMatchObject({ dates: visit, datesEdition: 1 });
    // The same again is no clash, and no line.
    expect(await write(team, visit, 0)).toMatchObject({ dates: visit, datesEdition: 1 });
    expect(await refused(team, { consensus: '2026-12-10' }, 0)).toEqual([409, 'evaluation/dates-changed', { dates: visit, edition: 1 }]);
    expect(await refused(team, { ...visit, consensus: '2026-12-03' }, 1)).toEqual([422, 'evaluation/dates-unsound', { date: 'consensus', before: 'visitTo' }]);
    await write(team, { ...noDates, visitFrom: '2026-12-08', consensus: '2026-12-10' }, 1);
    const lines = (await team.coordinator.call(evaluations.ledger, on(team))).lines.filter(({ kind }) => kind === 'scheduled');
    expect(lines.map(({ line }) => line.sv)).toEqual(['planerade besök från 3 december 2026; besök till 4 december 2026', 'ändrade datum: besök från 8 december 2026, förut 3 december 2026; besök till tas bort, förut 4 december 2026; samsynsmöte 10 december 2026']);
    expect(countOf((await ledgerOf(house, team.id)).entries, 'scheduled')).toBe(2);
    const stranger = await house.person('Frammande');
    const answers = await Promise.all([seat(team, 1), team.contact, team.observer, stranger, house.nobody()].map(async (by) => (await refused(team, visit, 2, by)).slice(0, 2)));
    expect(answers).toEqual([...Array(3).fill([403, 'people/not-allowed']), [404, 'wire/not-found'], [401, 'people/signed-out']]);
  });

  it('are seen by every member who has declared, in the list too, and by nobody who has not', async () => {
    const team = await evaluationWith(house, { declared: false });
    await write(team, visit, 0);
    await team.observer.call(evaluations.declare, { ...on(team), body: { conflict: false, text: '' } });
    const listed = async (by: Guest) => (await by.call(evaluations.list)).find(({ id }) => id === team.id)?.dates;
    expect([await listed(team.coordinator), await listed(team.observer), (await team.observer.call(evaluations.read, on(team))).dates]).toEqual([visit, visit, visit]);
    expect([await listed(team.contact), await listed(seat(team, 1)), (await team.contact.refusal(evaluations.read, on(team))).code]).toEqual([undefined, undefined, 'people/declaration-missing']);
  });

  it('are changed in every phase before the lock, and stand in the report', async () => {
    const team = await evaluationWith(house, { open: false });
    await write(team, visit, 0);
    await team.coordinator.call(evaluations.openScoring, on(team));
    await write(team, { ...visit, scoringTo: '2026-12-10' }, 1);
    await sealAll(team, 50, 50);
    await write(team, { ...visit, scoringTo: '2026-12-11' }, 2);
    await settleAll(team, 50);
    expect(await write(team, { ...visit, scoringTo: '2026-12-11', reportDue: '2027-02-01' }, 3)).toMatchObject({ phase: 'report', datesEdition: 4 });
    await lockAll(team);
    expect((await refused(team, noDates, 4)).slice(0, 2)).toEqual([423, 'evaluation/locked']);
    const { report } = await team.observer.call(reports.read, on(team, { version: 'latest' }));
    expect(report.dates).toEqual({ scoringTo: '2026-12-11', visitFrom: visit.visitFrom, visitTo: visit.visitTo });
    expect((await ledgerOf(house, team.id)).faults).toEqual([]);
  });
});
