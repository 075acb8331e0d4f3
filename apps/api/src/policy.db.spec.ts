import { archive, consensus, contentPath, daySheetPath, documents, evaluations, feedPath, inboundMailPath, instruments, interviews, oneClickPath, people, reports, requestHeader, scoring, type Problem } from '@samsyn/contract';
import { planFromTemplate } from '@samsyn/domain';
import { sampleInstrument } from '@samsyn/samples';
import { beginUpload } from './spec-files';
import type { Answer, Guest } from './spec-guest';
import { House } from './spec-house';
import { callers, gateOf, policy, requestOf, stages, type Caller, type Gate, type Row, type Scene, type Stage } from './spec-policy';
import { evaluationWith, lockAll, materialOf, on, scoreAll, seal, sealAll, seat, settleAll, type Team } from './spec-team';
import { probesOf } from './spec-worlds';

interface Layer {
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> };
}

/** Every address Nest listens on, as its router has it. */
const routesOf = (house: House): string[] =>
  (house.app.getHttpAdapter().getInstance() as { router: { stack: readonly Layer[] } }).router.stack
    .flatMap(({ route }) => (route ? Object.keys(route.methods).map((method) => `${method.toUpperCase()} ${route.path.replace(/^\/api\//, '')}`) : []));

/** The requests that a route takes, as a pattern over "METHOD path". */
const takenBy = (route: string): RegExp => new RegExp(`^${route.replaceAll('.', '[.]').replace(/:\w+/g, '[^/]+')}$`);

/** Every address the contract names. */
const named = [archive, consensus, documents, evaluations, instruments, interviews, people, reports, scoring].flatMap((topic) => Object.values(topic)).map(({ method, path }) => `${method} ${path}`)
  .concat([contentPath, daySheetPath, feedPath, oneClickPath].map((path) => `GET ${path}`), [oneClickPath, inboundMailPath].map((path) => `POST ${path}`));
/** What is no part of the contract, and why. */
const beside = { 'POST demo/people': 'only the demo itself calls it, and only with SAMSYN_DEMO=1', 'GET evaluations/:id/report/:version.csv': 'the same as reports.read, as a file' };
/** What no probe of the no-leak suite asks, and why. */
const unprobed: Readonly<Record<string, string>> = {
  'POST sign-in': 'takes an address and a password, no evaluation', 'POST sign-in/link': 'takes an address, no evaluation; its answer is always the same', 'POST sign-in/token': 'spends a link of a person', 'POST sign-out': 'ends the session that asks', 'POST me/password': 'ends other sessions',
  'GET archive': 'published results only', 'POST demo/people': 'not there without SAMSYN_DEMO=1',
};

const gates: ReadonlySet<string> = new Set<Gate>(['401 people/signed-out', '403 people/not-allowed', '403 people/declaration-missing', '404 wire/not-found', '423 evaluation/locked']);
const codeOf = ({ status, type, text }: Answer): string => (type?.startsWith('application/problem+json') ? `${status} ${(JSON.parse(text) as Problem).code}` : `${status}`);

/** An evaluation that has come so far, with something of everything an address can name. */
async function sceneAt(house: House, stage: Stage): Promise<{ scene: Scene; guests: Record<Caller, Guest> }> {
  const team = await evaluationWith(house, { evaluators: stage === 'planning' ? 1 : 2, open: stage !== 'planning' });
  const join = async (name: string, role: 'adjudicator' | 'coordinator' | 'observer', declares: boolean): Promise<Guest> => {
    const guest = await house.person(name);
    await team.coordinator.call(evaluations.addMember, { ...on(team), body: { email: guest.email, name, organisation: '', role } });
    if (declares) await guest.call(evaluations.declare, { ...on(team), body: { conflict: false, text: '' } });
    return guest;
  };
  const [adjudicator, undeclared, spare] = [await join('Tredje', 'adjudicator', true), await join('Odeklarerad', 'coordinator', false), await join('Extra', 'observer', true)];
  const { request = '', documents: brought = [] } = (await materialOf(team)) ?? {};
  const { document = '', version = '' } = brought[0] ?? {};
  await team.contact.call(documents.delegate, { ...on(team, { request }), body: { name: 'Kollega', email: 'kollega@samsyn.example', days: 5 } });
  await team.contact.call(documents.answer, { ...on(team, { question: '1.1' }), body: { text: 'Vårt svar.', edition: 0 } });
  await team.contact.call(documents.submit, on(team));
  const { days, tracks, rules } = planFromTemplate('twoDays', '2026-11-10', []);
  await team.coordinator.call(interviews.command, { ...on(team), body: { kind: 'setFrame', edition: 0, days, tracks, rules } });
  await team.coordinator.call(documents.retain, { ...on(team, { document }), body: { retention: 'evaluation', hold: true } });
  const { requests } = await team.contact.call(documents.list, on(team));
  const link = requests.flatMap(({ links }) => links)[0]?.link ?? '';
  await comeTo(team, stage);
  const { coordinator, contact, observer } = team;
  return {
    scene: { id: team.id, request, link, document, version, draft: '', spare: spare.id, contactEmail: contact.email },
    guests: { coordinator, evaluator: seat(team, 1), adjudicator, contact, observer, undeclared, stranger: await house.person('Frammande'), nobody: house.nobody() },
  };
}

async function comeTo(team: Team, stage: Stage): Promise<void> {
  if (stage === 'scoring') {
    await scoreAll(team, seat(team, 1), { '1.1': 50 });
    await seal(team, seat(team, 1), ['1.1']);
  }
  if (stage === 'consensus' || stage === 'locked') await sealAll(team, 50, 50);
  if (stage !== 'locked') return;
  await settleAll(team, 50);
  await lockAll(team);
}

describe('every address', () => {
  let house: House;
  const scenes = new Map<Stage, Awaited<ReturnType<typeof sceneAt>>>();
  const rows = [...policy];
  const perStage = ({ may }: Row): boolean => typeof may !== 'string';

  beforeAll(async () => {
    house = await House.open({ settings: { TRUST_PROXY: '1', WEB_COPIES: 'on' } });
    for (const stage of stages) scenes.set(stage, await sceneAt(house, stage));
    const { guests: { coordinator } } = scenes.get('planning') as Awaited<ReturnType<typeof sceneAt>>;
    const { draft } = await coordinator.call(instruments.begin, { body: { basedOn: sampleInstrument.id, body: null } });
    for (const [stage, own] of scenes) scenes.set(stage, { ...own, scene: { ...own.scene, draft } });
  }, 120_000);
  afterAll(() => house.close());

  it('that the server answers is in the contract, or is named here', () => {
    expect(routesOf(house).sort()).toEqual([...named, ...Object.keys(beside)].sort());
  });

  it('is reached: none before it takes what is meant for it', () => {
    const routes = routesOf(house);
    expect(routes.filter((route, at) => routes.slice(0, at).some((before) => takenBy(before).test(route.replace(/:\w+/g, 'x'))))).toEqual([]);
  });

  it('has its row in the policy', () => {
    expect(routesOf(house).sort()).toEqual([...policy.keys()].sort());
  });

  it('is asked in the no-leak suite, or is named here with the reason why not', () => {
    const probes = probesOf({ id: 'E', evaluators: [{ id: 'P' }], material: { request: 'R', documents: [] } } as unknown as Team, false).map(([method, path]) => `${method} ${path.split('?')[0]?.replace('/api/', '')}`);
    const asked = (route: string): boolean => probes.some((probe) => takenBy(route).test(probe));
    expect(routesOf(house).filter((route) => !asked(route)).sort()).toEqual(Object.keys(unprobed).sort());
  });

  async function cells(stage: Stage, chosen: readonly (readonly [string, Row])[]): Promise<string[]> {
    const { scene, guests } = scenes.get(stage) as Awaited<ReturnType<typeof sceneAt>>;
    const faults: string[] = [];
    for (const [route, row] of chosen) {
      const heard = new Set<string>();
      await Promise.all(callers.map(async (caller) => {
        const guest = row.ends && caller !== 'nobody' ? house.welcome(guests[caller]) : guests[caller];
        if (row.ends && caller !== 'nobody') guest.cookie = await house.session(guest.id);
        const [method, path, body] = requestOf(route, row, scene);
        // Each from an own address, so that it is the gate that answers and never a limit on tries.
        const said = codeOf(await guest.send(method, path, body, { [requestHeader]: '1', 'x-forwarded-for': `10.0.${stages.indexOf(stage)}.${callers.indexOf(caller)}` }));
        const [wanted, gate] = [gateOf(row, caller, stage), gates.has(said) && row.may !== 'anyone' ? said : 'in'];
        heard.add(said);
        if (wanted !== gate || Number(said.slice(0, 3)) >= 500) faults.push(`${route}: ${caller} when ${stage}: ${said}, not ${wanted}`);
      }));
      if (row.may === 'anyone' && heard.size > 1) faults.push(`${route}: not alike to all: ${[...heard].join()}`);
      if (row.may === 'anyone' && heard.has('401 people/signed-out')) faults.push(`${route}: closed`);
    }
    return faults;
  }

  it('by which files come in, before Nest, has the same gate', async () => {
    const door: Row = { may: ['coordinator', 'evaluator', 'contact'], locked: 'refused' };
    for (const [stage, { scene, guests }] of scenes)
      for (const caller of callers) {
        const { status, code } = await beginUpload(guests[caller], 10, { evaluation: scene.id, filename: 'program.exe' });
        const said = `${status} ${code}`;
        expect([caller, stage, gates.has(said) ? said : 'in', said]).toEqual([caller, stage, gateOf(door, caller, stage), said]);
      }
  }, 60_000);

  it('outside evaluations lets in whom the policy says', async () => {
    expect(await cells('scoring', rows.filter(([, row]) => !perStage(row)))).toEqual([]);
  }, 60_000);

  it.each(stages)('of an evaluation lets in whom the policy says when it is %s', async (stage) => {
    expect(await cells(stage, rows.filter(([, row]) => perStage(row)))).toEqual([]);
  }, 120_000);
});
