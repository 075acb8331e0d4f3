import { dayWords, usualBasis, usualController, type Appointment } from '@samsyn/domain';
import type { Personal } from '@samsyn/contract';
import { dayInWords, timeInWords } from '../mail';
import type { LetterKind } from './letter-rows.entity';

/** Stands for the personal link until the letter is read or sent. */
export const linkMark = '{{link}}';

export interface Said {
  readonly subject: string;
  readonly text: string;
}

interface Visit {
  readonly municipality: string;
  /** Whom to turn to: name and address. */
  readonly contact: string;
  /** Whose the data are, on what ground, and until when. */
  readonly care: Personal['care'];
}

export const timeOf = ({ day, start, end }: Appointment): string => timeInWords({ day, start, length: end - start });

/** Who knows what about the receiver, and who else gets to see it: what the law (GDPR, article 13) asks to be told. */
const notice = ({ contact, care }: Visit): string => {
  const kept = care.hold ? 'De bevaras tills vidare, eftersom en lag eller ett beslut kräver det.' : `De tas bort ${care.afterLock} dagar efter att utvärderingen är klar, senast ${dayWords(care.until)} ${care.until.slice(0, 4)}.`;
  return `Så används dina uppgifter: namn, titel, arbetsplats, kontaktuppgifter, tider och svar behövs för att planera och hålla intervjun. ${ended(care.basis || usualBasis)} Ansvarig: ${ended(care.controller || usualController)} De visas för samordnaren och utvärderarna, inte för andra som intervjuas. ${kept} Du har rätt att få veta vad som finns om dig, få det rättat eller borttaget och invända mot användningen, och att klaga hos Integritetsskyddsmyndigheten. Vänd dig till ${contact}.`;
};

const ended = (sentence: string): string => (/[.!?]$/.test(sentence) ? sentence : `${sentence}.`);

const answerBelow = `Svara i din kalender eller på din egen sida: jag kommer, jag kan inte, eller jag skickar en ersättare. Du behöver inget konto.\n\n${linkMark}\n\nSidan är bara din. Skicka den inte vidare.`;

const paragraphs = (...parts: readonly (string | null)[]): string => `${parts.filter((part) => part !== null && part !== '').join('\n\n')}\n`;

/** Asks somebody for their hours, or reminds them. No group, no colleague, no label. */
export function askLetter(kind: 'ask' | 'remind', name: string, visit: Visit, until: string, days: readonly string[]): Said {
  const when = days.length === 0 ? '' : ` Utvärderarna är på plats ${days.map(dayInWords).join(', ')}.`;
  return {
    subject: `${kind === 'remind' ? 'Påminnelse: vilka' : 'Vilka'} tider passar dig? Utvärderingen av ${visit.municipality}`,
    text: paragraphs(`Hej ${name}.`, `Du är en av dem som utvärderarna av ${visit.municipality} vill intervjua.${when}`, `Berätta senast ${dayInWords(until)} vilka tider du kan, vilka du kan om det behövs och vilka du inte kan. Det tar en minut och du behöver inget konto.`, linkMark, 'Sidan är bara din. Skicka den inte vidare.', notice(visit)),
  };
}

interface Told extends Visit {
  readonly kind: Exclude<LetterKind, 'ask' | 'remind'>;
  readonly name: string;
  readonly before: Appointment | null;
  readonly after: Appointment | null;
  readonly evaluators: readonly string[];
  readonly about: readonly string[];
}

const subjects: Readonly<Record<Told['kind'], (time: string) => string>> = {
  added: (time) => `Inbjudan till intervju ${time}`, moved: (time) => `Ny tid för din intervju: ${time}`, changed: (time) => `Ändrade uppgifter om din intervju ${time}`, cancelled: (time) => `Din intervju ${time} är inställd`,
};

/** What one person is told of one interview: own time, own place, what is asked. Who else comes is not theirs to know. */
export function visitLetter(told: Told): Said {
  const { kind, before, after, municipality } = told;
  const now = after ?? before;
  if (!now) throw new Error('a letter about no interview');
  const subject = `${subjects[kind](timeOf(now))}, utvärderingen av ${municipality}`;
  if (kind === 'cancelled') return { subject, text: paragraphs(`Hej ${told.name}.`, `Intervjun ${timeOf(now)} i utvärderingen av ${municipality} är inställd. Du behöver inte göra något; bjuder vi in dig igen får du ett nytt brev.`, notice(told)) };
  const facts = [`Tid: ${timeOf(now)}`, kind === 'moved' && before ? `Tidigare: ${timeOf(before)}` : '', now.place === '' ? '' : `Plats: ${now.place}`, now.video === '' ? '' : `Video: ${now.video}`, told.evaluators.length === 0 ? '' : `Utvärderare: ${told.evaluators.join(', ')}`];
  const opening = { added: `Välkommen till en intervju i utvärderingen av ${municipality}.`, moved: `Din intervju i utvärderingen av ${municipality} har fått en ny tid.`, changed: `Något om din intervju i utvärderingen av ${municipality} är ändrat. Tiden är densamma.` }[kind];
  return {
    subject,
    text: paragraphs(`Hej ${told.name}.`, opening, facts.filter(Boolean).join('\n'), told.about.length === 0 ? null : `Det här vill utvärderarna tala om:\n${told.about.map((line) => `– ${line}`).join('\n')}`, answerBelow, notice(told)),
  };
}

/** The same for a calendar, which colleagues may look into: no link, no questions. */
export const calendarText = ({ contact, municipality }: Omit<Visit, 'care'>): string => `Intervju i utvärderingen av ${municipality}. Frågorna och din egen sida finns i brevet. Kontakt: ${contact}`;
export const calendarTitle = (municipality: string): string => `Intervju, utvärderingen av ${municipality}`;

/** To the coordinator, when the last of those who were asked has answered. */
export const allAnsweredMail = ({ name, municipality, n, page }: { name: string; municipality: string; n: number; page: string }): Said => ({
  subject: `Alla har svarat om sina tider, utvärderingen av ${municipality}`,
  text: paragraphs(`Hej ${name}.`, `${n === 1 ? 'Den som har tillfrågats' : `Alla ${n} som har tillfrågats`} har svarat om sina tider. Nu går det att lägga planen:\n${page}`),
});
