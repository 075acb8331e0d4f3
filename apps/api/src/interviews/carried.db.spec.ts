import { daySheetPath, feedPath, interviews } from '@samsyn/contract';
import type { VisitPlan } from '@samsyn/domain';
import { spawnSync } from 'node:child_process';
import { House } from '../spec-house';
import { on, seat } from '../spec-team';
import { days, party, command, desk, tokenOf, release, plannedVisit } from '../spec-visit';

let house: House;

beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

const planned = () => plannedVisit(house);

/** The text of a PDF, read by another program: Jest has no dynamic imports. */
function read(pdf: Uint8Array): { pages: number; text: string } {
  const reader = `import { getDocumentProxy } from 'unpdf'; const parts = []; for await (const part of process.stdin) parts.push(part);
    const pdf = await getDocumentProxy(new Uint8Array(Buffer.concat(parts))); const { items } = await (await pdf.getPage(1)).getTextContent();
    console.log(JSON.stringify({ pages: pdf.numPages, text: items.map((item) => item.str ?? '').join(' ').replace(/ +/g, ' ') }));`;
  return JSON.parse(spawnSync(process.execPath, ['--input-type=module', '-e', reader], { input: pdf, encoding: 'utf8' }).stdout) as { pages: number; text: string };
}

describe('what evaluators carry with them', () => {
  it('a calendar by an address that ends when it is renewed or its person leaves', async () => {
    const { team } = await planned();
    const address = async (renew: boolean): Promise<string> => (await seat(team, 1).call(interviews.feed, { ...on(team), body: { renew } })).address;
    const one = await address(false);
    const read = (url: string) => house.nobody().send('GET', `/api/${feedPath.replace(':token', tokenOf(url))}`);
    expect([await address(false), (await read(one)).text.includes('BEGIN:VEVENT')]).toEqual([one, false]);
    await release(team, (await desk(team)).plan.edition);
    const { status, type, text } = await read(one);
    expect([status, type, text.match(/BEGIN:VEVENT/g)?.length, text.includes('METHOD:PUBLISH'), text.includes('SUMMARY:Intervju: Central ledning')]).toEqual([200, 'text/calendar; charset=utf-8', 10, true, true]);
    expect(text).not.toMatch(/Fackliga|Politisk|Anna|ATTENDEE|Sosse/);
    const two = await address(true);
    expect([(await read(one)).status, (await read(two)).status, (await read('x')).status]).toEqual([404, 200, 404]);
  });

  it('a sheet for each day: one page, tagged, Swedish, the draft called so, nobody of a protected group', async () => {
    const { team, anna, bo } = await planned();
    const { plan } = await desk(team);
    const unions = plan.groups.find(({ kind }) => kind === 'unions');
    await command(team, team.coordinator, { kind: 'putGroup', group: { ...(unions as VisitPlan['groups'][number]), members: [{ person: anna, required: true }, { person: bo, required: false }] } });
    const sheet = async (day: string, by = seat(team, 1)): Promise<{ status: number; pages: number; text: string; raw: string }> => {
      const response = await fetch(`${house.url}/api/${daySheetPath.replace(':id', team.id).replace(':day', day)}`, { headers: { cookie: by.cookie } });
      const bytes = new Uint8Array(await response.arrayBuffer());
      if (response.status !== 200) return { status: response.status, pages: 0, text: '', raw: '' };
      const raw = Buffer.from(bytes).toString('latin1');
      return { status: 200, raw, ...read(bytes) };
    };
    const [one, two] = [await sheet(days[0] ?? ''), await sheet(days[1] ?? '')];
    expect([one.pages, two.pages, /UTKAST/.test(one.text), /Tisdag 10 november 2026/.test(one.text), /13\.00–16\.30/.test(one.text), /Anna, Chef[^]*070-1[^]*Bo, Chef/.test(one.text)]).toEqual([1, 1, true, true, true, true]);
    expect([/Fackliga organisationer/.test(two.text), /2 personer/.test(two.text), /Anna/.test(two.text), new RegExp(party).test(one.text + two.text)]).toEqual([true, true, false, false]);
    expect(['/Lang (sv-SE)', '/StructTreeRoot', '/Marked true', '/DisplayDocTitle true', 'pdfuaid:part>1<'].map((part) => [part, one.raw.includes(part)])).toEqual(['/Lang (sv-SE)', '/StructTreeRoot', '/Marked true', '/DisplayDocTitle true', 'pdfuaid:part>1<'].map((part) => [part, true]));
    expect([(await sheet('2026-11-12')).status, (await sheet('x')).status, (await sheet(days[0] ?? '', team.contact)).status]).toEqual([404, 404, 403]);
  });
});
