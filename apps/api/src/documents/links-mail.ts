import { swedishTime } from '@samsyn/domain';

const months = ['januari', 'februari', 'mars', 'april', 'maj', 'juni', 'juli', 'augusti', 'september', 'oktober', 'november', 'december'] as const;

/** A day as a Swede writes it: "3 november". */
export const dayInWords = (day: string): string => `${Number(day.slice(8))} ${months[Number(day.slice(5, 7)) - 1] ?? ''}`;

interface Handed {
  readonly name: string;
  readonly from: string;
  readonly municipality: string;
  readonly title: string;
  readonly due: string | null;
  readonly expiresAt: Date;
  readonly link: string;
}

/** The mail to somebody who is handed one request. */
export function linkMail({ name, from, municipality, title, due, expiresAt, link }: Handed): { subject: string; text: string } {
  const when = due === null ? '' : ` Det behövs senast den ${dayInWords(due)}.`;
  return {
    subject: `${municipality}: underlag att lämna, ${title}`,
    text: `Hej ${name}.\n\n${from} ber dig om ett underlag till utvärderingen av ${municipality}: ${title}.${when}\n\nÖppna länken för att lämna det. Du behöver inget konto. Länken gäller bara det här underlaget, till och med den ${dayInWords(swedishTime(expiresAt).day)}. Den är din: det du lämnar står i ditt namn.\n\n${link}\n`,
  };
}
