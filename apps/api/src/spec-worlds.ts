import { consensus, evaluations, people, reports, scoring } from '@samsyn/contract';
import { defaultPolicy } from '@samsyn/domain';
import { pathOf, type Answer, type Guest } from './spec-guest';
import { House } from './spec-house';
import { proposal, type Team } from './spec-team';

/** One question put to the server: who asks is decided later. */
export type Probe = readonly [method: string, path: string, body?: unknown];

/** Every way to ask about an evaluation, and every command in a form that is refused or says nothing new. */
export function probesOf({ id, evaluators }: Team, onlyReading: boolean): Probe[] {
  const at = (endpoint: Parameters<typeof pathOf>[0], more: Record<string, string> = {}): string => pathOf(endpoint, { id, ...more });
  const reading: Probe[] = [
    ...[people.me, people.demo, evaluations.list, evaluations.read, evaluations.instrument, evaluations.revision, evaluations.ledger, scoring.sheet, consensus.board, reports.lockState, reports.preview].map((own): Probe => ['GET', at(own)]),
    ...['1', '2', 'latest', 'x', '1.csv', 'latest.csv'].map((version): Probe => ['GET', `/api/evaluations/${id}/report/${version}`]),
    ['GET', '/api/instruments'], ['GET', '/api/instruments/sample'], ['GET', `/api/evaluations/${id}/sheet/1.2`], ['GET', `/api/evaluations/${evaluators[0]?.id}`],
  ];
  const draft = (question: string, field: string, value: unknown, more: object = {}): Probe => ['PUT', at(scoring.draft, { question }), { field, value, edition: 0, round: 1, ...more }];
  const writing: Probe[] = [
    draft('1.2', 'percent', 101), draft('1.2', 'percent', 10.55), draft('1.2', 'judgement:a.system', 10), draft('1.2', 'percent', 30, { round: 2 }), draft('9.9', 'percent', 30), draft('1.2', 'colour', 1),
    draft('2.2', 'rationale', 'Mitt eget utkast.'), draft('2.2', 'rationale', 'Något annat.'), draft('1.1', 'percent', 44),
    ['POST', at(scoring.seal), { questions: ['2.1', '2.2'] }], ['POST', at(scoring.seal), { questions: ['1.1'] }], ['POST', at(scoring.seal), { questions: ['9.9'] }], ['POST', at(scoring.seal), { questions: [] }],
    ['POST', at(scoring.withdraw), { questions: ['1.2'] }], ['POST', at(scoring.withdraw), { questions: ['1.1'] }],
    ['POST', at(scoring.openRound), { question: '1.2', reason: 'Underlaget.' }],
    ['POST', at(consensus.propose), { proposals: [proposal('1.2', 50)] }], ['POST', at(consensus.propose), { proposals: [proposal('1.2', 50, { answers: 1 })] }], ['POST', at(consensus.approve), { approvals: [{ question: '1.2', proposal: 1 }] }],
    ['POST', at(reports.sign), { fingerprint: '0'.repeat(64) }], ['POST', at(reports.unlock), { reason: 'Nya uppgifter.' }],
    ['POST', at(evaluations.openScoring)], ['POST', at(evaluations.declare), { conflict: 'nej' }], ['POST', pathOf(evaluations.create), { year: 1 }],
  ];
  const setUp: Probe[] = [
    ['PUT', at(evaluations.setPolicy), { ...defaultPolicy, tolerance: 10 }],
    ['POST', at(evaluations.removeMember), { person: evaluators[1]?.id, role: 'evaluator' }],
    ['POST', at(evaluations.addMember), { email: 'ny@samsyn.example', name: 'Ny', organisation: '', role: 'evaluator' }],
  ];
  return onlyReading ? reading : [...reading, ...writing, ...setUp, ...reading];
}

/** The answers to the probes, one after the other. */
export async function answersTo(viewer: Guest, probes: readonly Probe[]): Promise<readonly (readonly [string, Answer])[]> {
  const answers: [string, Answer][] = [];
  for (const [method, path, body] of probes) answers.push([`${method} ${path}`, await viewer.send(method, path, body)]);
  return answers;
}

/** The same team in another house. */
export const teamIn = (house: House, team: Team): Team => ({
  id: team.id,
  coordinator: house.welcome(team.coordinator),
  evaluators: team.evaluators.map((own) => house.welcome(own)),
  contact: house.welcome(team.contact),
  observer: house.welcome(team.observer),
});

/** Two worlds that begin as copies of one database, byte for byte, with an application each. */
export async function twoWorlds(origin: House, settings: Record<string, string> = {}): Promise<readonly [House, House]> {
  await origin.close();
  const open = (): Promise<House> => House.open({ template: origin.database.name, settings });
  return [await open(), await open()];
}
