import { applyCommand, endOf, findings, planFromTemplate, type PlanCommand, type PlanItem, type PlanWorld } from '@samsyn/domain';
import { beside, columnsOf, firstFree, hoursOf, lanesOf } from './plan-columns';
import { draggedTo, type Grip } from './plan-drag';
import { askedBy } from './plan-keys';
import { clashOf, enqueued, withWaiting, onTopOf } from './plan-queue';
import { templateSteps } from './plan-template';
import { minuteOf } from './plan-time';
import { undoOf } from './plan-undo';
import { waysOut } from './plan-ways';
import { outcomeOf, since } from './plan-world';

const plan = { ...planFromTemplate('twoDays', '2026-11-10', ['ana', 'luis']), tracks: ['Granen', 'Tallen'].map((name) => ({ name, place: '', video: '' })) };
const world: PlanWorld = { plan, people: [], availability: [], evaluators: ['ana', 'luis'] };
const [first] = plan.items.filter(({ kind }) => kind === 'interview');
const interview = first as PlanItem;
const put = (item: PlanItem): PlanCommand => ({ kind: 'putItem', item });
const now = '2026-11-01T10:00:00.000Z';
const done = (commands: readonly PlanCommand[], from = plan): typeof plan => commands.reduce((sum, command) => applyCommand(sum, command, 'karin', now), from);
const keyed = (key: string, more: Partial<KeyboardEvent> = {}) => askedBy({ key, altKey: false, shiftKey: false, ctrlKey: false, metaKey: false, ...more }, interview, columnsOf(plan), true);

describe('the grid', () => {
  it('shows eight to seven, and as far as anything goes', () => {
    expect(hoursOf(plan)).toEqual({ from: 480, to: 1140 });
    expect(hoursOf({ ...plan, items: [{ ...interview, start: 400, length: 30 }, { ...interview, start: 1170, length: 45 }] })).toEqual({ from: 360, to: 1260 });
  });

  it('puts what overlaps side by side, and only that', () => {
    const at = (id: string, start: number, length: number): PlanItem => ({ ...interview, id, start, length });
    expect(lanesOf([at('a', 600, 60), at('b', 630, 60), at('c', 690, 30), at('d', 660, 20)]).map(({ item, lane, lanes }) => [item.id, lane, lanes])).toEqual([['a', 0, 2], ['b', 1, 2], ['d', 0, 2], ['c', 0, 1]]);
  });

  it('walks sideways past empty tracks', () => {
    expect(beside(columnsOf(plan), interview, 1)?.day).toBe('2026-11-11');
    expect(beside(columnsOf(plan), interview, -1)).toBeNull();
  });

  it('lays a new interview into the first free time', () => {
    const { day, start } = firstFree(plan, 60);
    expect(plan.items.some((item) => item.day === day && item.start < start + 60 && start < endOf(item))).toBe(false);
  });
});

describe('keys', () => {
  it('move by a quarter, to the next track or day, change the length', () => {
    expect(keyed('ArrowDown', { altKey: true })).toMatchObject({ kind: 'put', item: { start: interview.start + 15 } });
    expect(keyed('ArrowRight', { altKey: true })).toMatchObject({ item: { track: 1, day: interview.day } });
    expect(keyed('ArrowRight', { altKey: true, shiftKey: true })).toMatchObject({ item: { track: 0, day: '2026-11-11' } });
    expect(keyed('ArrowUp', { altKey: true, shiftKey: true })).toMatchObject({ item: { start: interview.start, length: interview.length - 15 } });
  });

  it('take late comers along, and stop at midnight', () => {
    const late = { ...interview, joins: [{ person: 'eva', from: interview.start + 60 }] };
    const moved = askedBy({ key: 'ArrowDown', altKey: true, shiftKey: false, ctrlKey: false, metaKey: false }, late, columnsOf(plan), true);
    expect(moved).toMatchObject({ item: { joins: [{ person: 'eva', from: interview.start + 75 }] } });
    expect(askedBy({ key: 'ArrowDown', altKey: true, shiftKey: false, ctrlKey: false, metaKey: false }, { ...interview, start: 1440 - interview.length }, columnsOf(plan), true)).toBeNull();
  });

  it('change nothing for who only reads', () => {
    const reads = (key: string, altKey = false) => askedBy({ key, altKey, shiftKey: false, ctrlKey: false, metaKey: false }, interview, columnsOf(plan), false);
    expect([reads('Delete'), reads('p'), reads('ArrowDown', true)]).toEqual([null, null, null]);
    expect(reads('Enter')).toEqual({ kind: 'open' });
  });
});

describe('dragging', () => {
  const columns = [0, 1].map((track) => ({ day: interview.day, track, left: track * 100, right: track * 100 + 100, top: 0, height: 660 }));
  const grip: Grip = { item: interview, what: 'move', x: 50, y: 300, columns, from: 480, to: 1140 };

  it('lands on a quarter in the column below the pointer, and stays inside', () => {
    expect(draggedTo(grip, { x: 160, y: 322 })).toMatchObject({ track: 1, start: interview.start + 15 });
    expect(draggedTo(grip, { x: 900, y: -900 })).toMatchObject({ track: 1, start: 480 });
    expect(draggedTo({ ...grip, what: 'length' }, { x: 50, y: 270 })).toMatchObject({ start: interview.start, length: interview.length - 30 });
  });
});

describe('changes on their way', () => {
  it('sends quick moves of one item once, with the edition the server knows', () => {
    const moves = [15, 30, 45].map((more, at) => put({ ...interview, start: interview.start + more, edition: interview.edition + at }));
    expect(moves.reduce<PlanCommand[]>((sum, own) => enqueued(sum, own, 0), [])).toEqual([{ kind: 'putItem', item: { ...interview, start: interview.start + 45 } }]);
    expect(moves.reduce<PlanCommand[]>((sum, own) => enqueued(sum, own, 1), [])).toHaveLength(2);
  });

  it('goes on top of an own change that was taken while the finger was down, and of nobody else\'s', () => {
    const drawn = { ...interview, start: 800 };
    const taken = done([put(drawn)]);
    const now = taken.items.find(({ id }) => id === interview.id);
    expect(onTopOf(drawn, { ...drawn, pinned: true })(taken)).toEqual(put({ ...drawn, pinned: true, edition: now?.edition ?? -1 }));
    expect(now?.edition).not.toBe(drawn.edition);
    const theirs = done([put({ ...interview, start: 900 })]);
    expect(onTopOf(drawn, { ...drawn, pinned: true })(theirs)).toEqual(put({ ...drawn, pinned: true }));
  });

  it('shows what waits, and leaves out what a colleague has overtaken', () => {
    const waiting = [put({ ...interview, start: 800 })];
    expect(withWaiting(plan, waiting, 'karin').items.find(({ id }) => id === interview.id)?.start).toBe(800);
    const theirs = done([put({ ...interview, start: 900 })]);
    expect(withWaiting(theirs, waiting, 'karin').items.find(({ id }) => id === interview.id)?.start).toBe(900);
    expect(clashOf(theirs, put({ ...interview, start: 800 }))).toMatchObject({ mine: { start: 800 }, theirs: { start: 900 } });
    expect(clashOf(theirs, put({ ...interview, start: 900 }))).toBeNull();
    const [mine, own] = [{ days: plan.days, tracks: plan.tracks, rules: { ...plan.rules, lunch: 60 } }, { days: plan.days, tracks: plan.tracks.slice(1), rules: plan.rules }];
    const framed = { ...plan, ...own, frame: 4 };
    expect(clashOf(framed, { kind: 'setFrame', edition: 3, ...mine })).toEqual({ what: 'frame', mine, theirs: { ...own, edition: 4 } });
    expect(clashOf(framed, { kind: 'setFrame', edition: 3, ...own })).toBeNull();
  });

  it('takes back any change, on what others did meanwhile', () => {
    const group = plan.groups[0];
    const commands: PlanCommand[] = [{ kind: 'removeGroup', group: group?.id ?? '', edition: 1 }, { kind: 'setFrame', edition: 0, days: [], tracks: plan.tracks, rules: plan.rules }];
    const after = done(commands);
    const back = undoOf(plan, commands).reduce((sum, step) => { const command = step(sum); return command ? applyCommand(sum, command, 'karin', now) : sum; }, after);
    const bare = (all: readonly PlanItem[]) => all.map(({ edition: _edition, ...item }) => item).sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(bare(back.items)).toEqual(bare(plan.items));
    expect(back.days).toEqual(plan.days);
    expect(back.groups.map(({ title }) => title).sort()).toEqual(plan.groups.map(({ title }) => title).sort());
  });

  it('lays a template over a plan without doubling its groups', () => {
    let made = 0;
    const next = templateSteps(world, 'threeDays', '2026-11-17', () => `new-${++made}`).reduce((sum, step) => { const command = typeof step === 'function' ? step(sum) : step; return command ? applyCommand(sum, command, 'karin', now) : sum; }, plan);
    expect(next.days.map(({ day }) => day)).toEqual(['2026-11-17', '2026-11-18', '2026-11-19']);
    expect(next.groups.map(({ id }) => id)).toEqual(plan.groups.map(({ id }) => id));
    expect(next.items.filter(({ kind }) => kind === 'interview').every(({ group }) => plan.groups.some(({ id }) => id === group))).toBe(true);
  });
});

describe('ways out', () => {
  it('each settle the finding they stand at', () => {
    const broken = { ...world, plan: { ...plan, items: plan.items.map((item) => (item.id === interview.id ? { ...item, evaluators: [] } : item)), groups: [...plan.groups, { ...(plan.groups[1] ?? plan.groups[0]), id: 'left-out', title: 'Utan tid' }] } } as PlanWorld;
    const keys = findings(broken).filter(({ rule }) => rule === 'noEvaluator' || rule === 'groupMissing');
    expect(keys).toHaveLength(2);
    for (const finding of keys) {
      const [way] = waysOut(finding, broken, () => 'fresh');
      const next = way?.kind === 'do' ? done(way.commands, broken.plan) : broken.plan;
      expect(findings({ ...broken, plan: next }).map(({ key }) => key)).not.toContain(finding.key);
    }
  });

  it('offer a manager another group, without the own staff', () => {
    const [own, other] = plan.groups.filter(({ kind }) => kind === 'managers');
    const people = ['eva', 'nils'].map((id) => ({ id, name: id, email: null, phone: '', role: '', organisation: '', kind: 'managers' as const, label: '', manager: id === 'nils' ? 'eva' : null }));
    const groups = plan.groups.map((group) => (group.id === own?.id ? { ...group, members: people.map(({ id }) => ({ person: id, required: true })) } : group));
    const mixed = { ...world, people, plan: { ...plan, groups } };
    const finding = findings(mixed).find(({ rule }) => rule === 'managerWithStaff');
    const ways = finding ? waysOut(finding, mixed, () => '') : [];
    expect(ways.map((way) => (way.kind === 'do' ? [way.word, way.facts['group']] : way.kind))).toEqual([['moveTo', other?.title], ['takeOut', own?.title]]);
  });
});

describe('comparing plans', () => {
  it('says what moved, what is new, what is gone', () => {
    const next = { ...plan, items: [...plan.items.filter(({ kind }) => kind !== 'travel').map((item) => (item.id === interview.id ? { ...item, start: 800, edition: 9 } : { ...item, edition: 9 })), { ...interview, id: 'new' }] };
    const { of, gone } = since(plan, next);
    expect([of(interview.id).kind, of('new').kind, of(plan.items.find(({ kind }) => kind === 'lunch')?.id ?? '').kind]).toEqual(['moved', 'new', 'same']);
    expect(gone.every(({ kind }) => kind === 'travel')).toBe(true);
    expect(outcomeOf(world, next.items).moved.map(({ id }) => id)).toEqual([interview.id]);
  });
});

it('reads times as people write them', () => expect(['13.05', '13:05', '1305', '9', '24.00', '24.01', '12.75', ''].map(minuteOf)).toEqual([785, 785, 785, 540, 1440, null, null, null]));
