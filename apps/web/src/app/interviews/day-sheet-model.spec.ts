import type { PlanDesk } from '@samsyn/contract';
import { planFromTemplate } from '@samsyn/domain';
import { isNow, sheetsOf } from './day-sheet-model';

const plan = planFromTemplate('twoDays', '2026-11-10', ['ana', 'luis']);
const person = (id: string, label = '') => ({ id, name: `Namn ${id}`, email: `${id}@granvik.example`, phone: '070-000 00 00', role: 'Chef', organisation: 'Granvik', kind: 'managers' as const, label, manager: null, invited: null, reply: null, replyText: '', replies: [], link: 'https://samsyn.example/besok/hemlig' });
const desk: Pick<PlanDesk, 'plan' | 'released' | 'people' | 'evaluators'> = {
  plan: { ...plan, groups: plan.groups.map((group) => ({ ...group, members: group.id === 'group-1' ? [{ person: 'p1', required: true }] : group.id === 'group-5' ? [{ person: 'p2', required: true }, { person: 'p3', required: false }] : [] })) },
  released: null, people: [person('p1'), person('p2', 'Kommunal'), person('p3', 'Vision')],
  evaluators: [{ person: 'ana', name: 'Ana', seat: 1 }, { person: 'luis', name: 'Luis', seat: 2 }],
};

describe('day sheets', () => {
  it('hold every day in the order of the clock, with who comes', () => {
    const { version, days } = sheetsOf(desk);
    expect([version, days.map(({ day, rows }) => [day, rows.map(({ title, from }) => `${title} ${from}`)])]).toEqual([null, [
      ['2026-11-10', ['Resa dit 600', 'Lunch 720', 'Central ledning 780', 'Politisk ledning 1020']],
      ['2026-11-11', ['Förvaltningschefer 510', 'Lunch 675', 'Resultatenhetschefer 750', 'Fackliga organisationer 885', 'Skriv klart, var för sig 960', 'Resa hem 1020']],
    ]]);
    const central = days[0]?.rows[2];
    expect([central?.people.map(({ name, about }) => `${name}, ${about}`), central && [779, 780, 989, 990].map((minute) => isNow(central, minute))]).toEqual([['Namn p1, Chef, Granvik'], [false, true, true, false]]);
  });

  it('name nobody of a protected group, and carry no label, address or link', () => {
    const sheets = sheetsOf(desk);
    const unions = sheets.days[1]?.rows[3];
    expect([unions?.protected, unions?.count, unions?.people]).toEqual([true, 2, []]);
    expect(JSON.stringify(sheets)).not.toMatch(/Kommunal"|Vision|hemlig|@granvik|Namn p2|Namn p3/);
  });
});
