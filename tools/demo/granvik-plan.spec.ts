import { findings, intervieweeSchema, openReds, type Finding, type PlanWorld } from '@samsyn/domain';
import { addressOf, granvikPeople, spansOf, type GranvikPerson } from './granvik-people';
import { granvikPlan, visitDays, type PlanCast } from './granvik-plan';

const days = visitDays('2026-11-22');
const cast: PlanCast = { days, ana: 'ana', luis: 'luis', idOf: (name) => name };
const { version1, draft } = granvikPlan(cast);
const everyone = Object.values(granvikPeople).flatMap(({ kind, people }) => people.map((own) => ({ ...own, kind })));

function world(plan: PlanWorld['plan'], late: (own: GranvikPerson) => GranvikPerson['late']): PlanWorld {
  return {
    plan, evaluators: ['ana', 'luis'],
    people: everyone.map((own) => ({ id: own.name, name: own.name, email: addressOf(own.name), phone: '', role: own.role, organisation: 'Granviks kommun', kind: own.kind, label: own.label, manager: late(own).manager ?? null })),
    availability: everyone.map((own) => ({ person: own.name, answered: own.hours !== null, spans: spansOf([...(own.hours ?? []), ...(late(own).hours ?? [])], days) })),
  };
}
const told = (all: readonly Finding[]): string[] => all.map(({ severity, rule, people }) => `${severity} ${rule} ${people[0] ?? ''}`);

describe('the visit to Granvik', () => {
  it('is given out without anything red, and then shows two red and two yellow', () => {
    expect(openReds(findings(world(version1, () => ({}))))).toEqual([]);
    expect(told(findings(world(draft, ({ late }) => late)))).toEqual(['red personCannot Peter Sand', 'red managerWithStaff Eva Roth', 'yellow lunchShort luis', 'yellow bufferShort ana']);
  });

  it('has people with sound addresses that lead nowhere, each once', () => {
    for (const own of world(draft, () => ({})).people) expect([own.email, intervieweeSchema.safeParse(own).success]).toEqual([expect.stringMatching(/^[a-z.-]+@samsyn\.example$/), true]);
    expect(new Set(everyone.map(({ name }) => addressOf(name))).size).toBe(35);
  });

  it.each([['2026-11-22', '2026-12-08'], ['2026-12-21', '2027-01-12'], ['2026-05-20', '2026-06-09'], ['2026-03-24', '2026-04-07']])('seen from %s it begins on %s', (today, first) => expect(visitDays(today)[0]).toBe(first));
});
