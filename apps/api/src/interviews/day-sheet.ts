import { Injectable } from '@nestjs/common';
import { Refusal, type PlanItem, type VisitPlan } from '@samsyn/domain';
import { EvaluationLedger, Evaluations } from '../evaluation';
import { minuteInWords } from '../mail';
import { daySheetPdf, type SheetPart, type SheetPerson } from './day-sheet-pdf';
import { Interviewees } from './interviewees';
import type { IntervieweeRow } from './plan-rows.entity';
import { requireVisit } from './visit-access';
import { VisitPlans } from './visit-plans';

const kinds: Readonly<Record<PlanItem['kind'], string>> = { interview: 'Intervju', break: 'Paus', lunch: 'Lunch', travel: 'Resa', reflection: 'Skriv klart, var för sig' };
const weekdays = ['Söndag', 'Måndag', 'Tisdag', 'Onsdag', 'Torsdag', 'Fredag', 'Lördag'] as const;
const dayWithMonth = new Intl.DateTimeFormat('sv-SE', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' });

/** One A4 for one day, for those who carry it: what was given out, or the draft, which then says so on every sheet. */
@Injectable()
export class DaySheets {
  constructor(
    private readonly ledger: EvaluationLedger,
    private readonly evaluations: Evaluations,
    private readonly plans: VisitPlans,
    private readonly people: Interviewees,
  ) {}

  async pdf(person: string, id: string, day: string, draft: boolean): Promise<Buffer> {
    const { state } = await this.ledger.read(id);
    requireVisit(state, person);
    const [last, { plan }, rows, names] = await Promise.all([this.plans.lastRelease(id), this.plans.draft(id), this.people.rows(id), this.evaluations.namesOf(state)]);
    const isDraft = draft || last === null;
    const shown = isDraft ? plan : last.plan;
    const items = shown.items.filter((item) => item.day === day).sort((a, b) => a.start - b.start || a.track - b.track);
    if (items.length === 0 && !shown.days.some((own) => own.day === day)) throw new Refusal('wire/not-found');
    const date = new Date(`${day}T00:00:00.000Z`);
    return daySheetPdf({
      title: `${weekdays[date.getUTCDay()] ?? ''} ${dayWithMonth.format(date)}`, municipality: state.municipality.name, isDraft,
      edition: isDraft ? `Utkast ${plan.edition}` : `Version ${last.version}, ${last.name}`, made: last && !isDraft ? last.at : new Date(`${day}T00:00:00.000Z`),
      parts: items.map((item) => partOf(shown, item, rows, (own) => names.get(own)?.name ?? '')),
    });
  }
}

function partOf(plan: VisitPlan, item: PlanItem, rows: readonly IntervieweeRow[], nameOf: (person: string) => string): SheetPart {
  const time = `${minuteInWords(item.start)}–${minuteInWords(item.start + item.length)}`;
  const group = plan.groups.find(({ id }) => id === item.group);
  if (item.kind !== 'interview' || !group) return { time, title: item.title || kinds[item.kind], aside: true, lines: [], people: [] };
  const track = plan.tracks[item.track];
  const evaluators = item.evaluators.map(nameOf).filter(Boolean);
  const late = new Map(item.joins.map(({ person, from }) => [person, from]));
  const members = group.members.flatMap(({ person }) => rows.find(({ id }) => id === person) ?? []);
  // Who represents a union, or a protected group, is on no paper; nor is who has been forgotten.
  const people: SheetPerson[] = group.protected || group.kind === 'unions' ? [] : members.map((row) => ({ name: row.name, about: [row.role, late.has(row.id) ? `från ${minuteInWords(late.get(row.id) ?? 0)}` : ''].filter(Boolean).join(', '), phone: row.phone }));
  const unnamed = group.members.length - people.length;
  const count = unnamed <= 0 ? '' : unnamed === 1 ? 'En person' : `${unnamed} personer`;
  const pause = item.pause ? `Paus ${minuteInWords(item.start + item.pause.after)}–${minuteInWords(item.start + item.pause.after + item.pause.length)}` : '';
  return { time, title: group.title, aside: false, people, lines: [[track?.name, track?.place].filter(Boolean).join(', '), track?.video ?? '', pause, evaluators.length === 0 ? '' : `Utvärderare: ${evaluators.join(', ')}`, count].filter(Boolean) };
}
