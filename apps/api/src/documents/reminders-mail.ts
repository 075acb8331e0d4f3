import { workingDaysTo, type Day } from '@samsyn/domain';
import { dayInWords } from './links-mail';

/** One thing to deliver, as a digest names it. */
export interface Reminded {
  readonly evaluationId: string;
  readonly place: string;
  readonly title: string;
  readonly due: Day | null;
  /** Where the person finds it; null for who came by a link, which only the earlier mail holds. */
  readonly address: string | null;
}

const some = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

function line(today: Day, { title, due }: Reminded): string {
  if (due === null) return `– ${title}`;
  const left = workingDaysTo(today, due);
  if (due < today) return left === 0 ? `– ${title}: skulle ha lämnats den ${dayInWords(due)}` : `– ${title}: skulle ha lämnats den ${dayInWords(due)}, för ${some(-left, 'arbetsdag', 'arbetsdagar')} sedan`;
  if (due === today) return `– ${title}: lämnas i dag`;
  return left === 0 ? `– ${title}: lämnas senast den ${dayInWords(due)}, i dag är sista arbetsdagen` : `– ${title}: lämnas senast den ${dayInWords(due)}, om ${some(left, 'arbetsdag', 'arbetsdagar')}`;
}

/** What a digest says about one evaluation, whole by itself: its coordinator reads that part and no other. */
export function reminderPart(today: Day, items: readonly Reminded[]): string {
  const [first] = items;
  const where = first?.address ? `Lämna här: ${first.address}` : 'Lämna med länken som du fick i ett tidigare mejl. Hittar du den inte, be den som skickade den om en ny.';
  return `${first?.place ?? ''}\n${items.map((item) => line(today, item)).join('\n')}\n${where}`;
}

/** What is not stopped with it, so that nobody is afraid to; `page` is where the reader chooses. */
const wayOut = (page: string): string => `Vill du inte ha påminnelser? Stäng av dem här: ${page}\nLänkar för att logga in eller lämna underlag och brev om dina intervjuer kommer ändå.`;

export function reminderMail(name: string, count: number, parts: readonly string[], page: string): { subject: string; text: string } {
  return { subject: `Påminnelse: ${some(count, 'underlag', 'underlag')} att lämna`, text: `Hej ${name}.\n\nDet här väntar på dig i Samsyn.\n\n${parts.join('\n\n')}\n\n–\n${wayOut(page)}\n` };
}
