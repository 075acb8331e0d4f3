import type { PlanDesk } from '@samsyn/contract';
import { endOf, overlaps, spanOf, type PlanItem } from '@samsyn/domain';

export interface SheetRow {
  readonly item: string;
  readonly kind: PlanItem['kind'];
  readonly title: string;
  readonly from: number;
  readonly to: number;
  /** A pause inside it, by the clock. */
  readonly pause: { readonly from: number; readonly to: number } | null;
  readonly room: string;
  readonly place: string;
  readonly video: string;
  /** Only where not all of them take part. */
  readonly evaluators: readonly string[];
  /** Nobody of a protected group: how many they are, no more. */
  readonly protected: boolean;
  readonly count: number;
  readonly people: readonly { readonly name: string; readonly about: string; readonly phone: string; readonly required: boolean; readonly from: number | null; readonly reply: string | null }[];
}

export interface DaySheet {
  readonly day: string;
  readonly rows: readonly SheetRow[];
}

/** What is taken along: no labels, no addresses, no links, nobody of a protected group. Made so before it is kept in the browser. */
export interface Sheets {
  readonly version: string | null;
  readonly days: readonly DaySheet[];
}

export function sheetsOf(desk: Pick<PlanDesk, 'plan' | 'released' | 'people' | 'evaluators'>): Sheets {
  const plan = desk.released?.plan ?? desk.plan;
  const people = new Map(desk.people.map((one) => [one.id, one]));
  const rowOf = (item: PlanItem): SheetRow => {
    const group = plan.groups.find(({ id }) => id === item.group);
    const track = plan.tracks[item.track];
    // Who represents a union is on no paper, also where the list was not marked as protected.
    const hidden = group !== undefined && (group.protected || group.kind === 'unions');
    return {
      item: item.id, kind: item.kind, title: group?.title ?? item.title, from: item.start, to: endOf(item),
      pause: item.pause ? { from: item.start + item.pause.after, to: item.start + item.pause.after + item.pause.length } : null,
      room: item.kind === 'interview' ? (track?.name ?? '') : '', place: item.kind === 'interview' ? (track?.place ?? '') : '', video: item.kind === 'interview' ? (track?.video ?? '') : '',
      evaluators: item.evaluators.length === desk.evaluators.length ? [] : desk.evaluators.filter(({ person }) => item.evaluators.includes(person)).map(({ name }) => name),
      protected: hidden, count: group?.members.length ?? 0,
      people: hidden ? [] : (group?.members ?? []).flatMap(({ person, required }) => {
        const own = people.get(person);
        return own ? [{ name: own.name, about: [own.role, own.organisation].filter(Boolean).join(', '), phone: own.phone, required, from: item.joins.find((late) => late.person === person)?.from ?? null, reply: own.replies.find((given) => given.item === item.id)?.reply ?? null }] : [];
      }),
    };
  };
  const days = [...new Set([...plan.days.map(({ day }) => day), ...plan.items.map(({ day }) => day)])].sort();
  return {
    version: desk.released ? `${desk.released.version}, ${desk.released.name}` : null,
    days: days.map((day) => ({ day, rows: plan.items.filter((item) => item.day === day).sort((a, b) => a.start - b.start || a.track - b.track || a.id.localeCompare(b.id)).map(rowOf) })),
  };
}

/** What goes on at this minute. */
export const isNow = (row: SheetRow, minute: number): boolean => overlaps(spanOf({ start: row.from, length: row.to - row.from }), { from: minute, to: minute + 1 });
