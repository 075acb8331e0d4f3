import { daySheetPath, interviews, type PlanDesk } from '@samsyn/contract';
import { planFromTemplate } from '@samsyn/domain';
import { spawnSync } from 'node:child_process';
import { House } from '../spec-house';
import { evaluationWith, on, seat, type Team } from '../spec-team';

interface Sheet {
  readonly pages: number;
  /** In the order of reading, with the height of its letters in points. */
  readonly texts: readonly { readonly text: string; readonly size: number }[];
}

const days = ['2026-11-10', '2026-11-11'] as const;
let house: House;
let team: Team;

beforeAll(async () => {
  house = await House.open();
});
beforeEach(async () => {
  team = await evaluationWith(house);
});
afterAll(() => house.close());

const desk = (): Promise<PlanDesk> => team.coordinator.call(interviews.desk, on(team));

async function printed(day: string): Promise<Sheet> {
  const by = seat(team, 1);
  const response = await fetch(`${house.url}/api/${daySheetPath.replace(':id', team.id).replace(':day', day)}`, { headers: { cookie: by.cookie } });
  const reader = `import { getDocumentProxy } from 'unpdf'; const parts = []; for await (const part of process.stdin) parts.push(part);
    const pdf = await getDocumentProxy(new Uint8Array(Buffer.concat(parts))); const { items } = await (await pdf.getPage(1)).getTextContent();
    console.log(JSON.stringify({ pages: pdf.numPages, texts: items.filter((item) => (item.str ?? '').trim() !== '').map((item) => ({ text: item.str, size: item.height })) }));`;
  return JSON.parse(spawnSync(process.execPath, ['--input-type=module', '-e', reader], { input: new Uint8Array(await response.arrayBuffer()), encoding: 'utf8' }).stdout) as Sheet;
}

/** The published pattern, entered with so many people in each of its groups, or of its first ones. */
async function entered(people: number, groups = 5): Promise<void> {
  const plan = planFromTemplate('twoDays', days[0], (await desk()).evaluators.map(({ person }) => person));
  const members = new Map<string, string[]>();
  for (const { id, kind } of people === 0 ? [] : plan.groups.slice(0, groups)) {
    for (let at = 1; at <= people; at++) await team.coordinator.call(interviews.putPerson, { ...on(team), body: { person: null, name: `Förnamn Efternamn-${id} ${at}`, email: null, phone: `070-123 45 ${10 + at}`, role: 'Förvaltningschef för samhällsbyggnad', organisation: 'Provby', kind, label: '', manager: null } });
    members.set(id, (await desk()).people.filter(({ name }) => name.includes(`-${id} `)).map((own) => own.id));
  }
  await team.coordinator.call(interviews.command, { ...on(team), body: { kind: 'setFrame', edition: 0, days: plan.days, tracks: [{ name: 'Granen', place: 'Stadshuset, Storgatan 1', video: '' }], rules: plan.rules } });
  for (const group of plan.groups) await team.coordinator.call(interviews.command, { ...on(team), body: { kind: 'putGroup', group: { ...group, edition: 0, members: (members.get(group.id) ?? []).map((person) => ({ person, required: true })) } } });
  await team.coordinator.call(interviews.command, { ...on(team), body: { kind: 'replaceItems', edition: (await desk()).plan.edition, items: plan.items } });
}

describe('the published pattern', () => {
  it('is entered and printed unchanged: 210 and 90 minutes the first day, then 150, 120 and 60', async () => {
    await entered(0);
    const rows = (sheet: Sheet): string[] => sheet.texts.map(({ text }) => text).filter((text) => /^\d\d\.\d\d–\d\d\.\d\d$|ledning|chefer|Fackliga|Lunch|Resa|Skriv/.test(text));
    expect(rows(await printed(days[0]))).toEqual(['10.00–12.00', 'Resa dit', '12.00–13.00', 'Lunch', '13.00–16.30', 'Central ledning', '17.00–18.30', 'Politisk ledning']);
    expect(rows(await printed(days[1]))).toEqual(['08.30–11.00', 'Förvaltningschefer', '11.15–12.15', 'Lunch', '12.30–14.30', 'Resultatenhetschefer', '14.45–15.45', 'Fackliga organisationer', '16.00–17.00', 'Skriv klart, var för sig', '17.00–19.00', 'Resa hem']);
  });

  it('with eight in each group is one sheet a day, read at arm\'s length: a line for each, its number at the end', async () => {
    await entered(8);
    const [one, two] = [await printed(days[0]), await printed(days[1])];
    expect([one.pages, two.pages]).toEqual([1, 1]);
    const sizeOf = (sheet: Sheet, of: RegExp): number => Math.min(...sheet.texts.filter(({ text }) => of.test(text)).map(({ size }) => size));
    for (const sheet of [one, two]) expect([sizeOf(sheet, /Efternamn/) >= 11, sizeOf(sheet, /^070-/) >= 11, sizeOf(sheet, /^\d\d\.\d\d–/) >= 14]).toEqual([true, true, true]);
    expect(one.texts.filter(({ text }) => text.startsWith('070-123 45 1')).length).toBe(16);
    // The unions are a number, not names.
    expect([two.texts.some(({ text }) => text === '8 personer'), two.texts.some(({ text }) => text.includes('group-5'))]).toEqual([true, false]);
  });

  it('with more than a sheet holds at that size gives up detail, never a second page', async () => {
    await entered(24, 2);
    const { pages, texts } = await printed(days[0]);
    expect([pages, ...['group-1', 'group-2'].map((group) => texts.map(({ text }) => text).join(' ').split(`Efternamn-${group}`).length - 1)]).toEqual([1, 24, 24]);
  });
});
