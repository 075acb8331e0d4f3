import type { Availability, Interviewee } from '@samsyn/domain';

/** When somebody cannot, or would rather not: day of the visit (0 or 1), from and to in minutes. */
type Hour = readonly [answer: 'no' | 'ifNeeded', on: 0 | 1, from: number, to: number];

/** Somebody to be interviewed in Granvik; nobody of that name exists there. */
export interface GranvikPerson {
  readonly name: string;
  readonly role: string;
  readonly required: boolean;
  /** Null: has not answered. */
  readonly hours: readonly Hour[] | null;
  readonly label: string;
  /** Told only when version 1 is out, as it happens: that is what the two red findings are about. */
  readonly late: { readonly hours?: readonly Hour[]; readonly manager?: string };
}

const one = (name: string, role: string, more: Partial<GranvikPerson> = {}): GranvikPerson => ({ name, role, required: true, hours: [], label: '', late: {}, ...more });
const optional = { required: false } as const;

const politicians: readonly GranvikPerson[] = [
  one('Karl-Erik Rask', 'Kommunstyrelsens ordförande', { label: 'Majoriteten', hours: [['no', 1, 480, 720]] }),
  one('Ingrid Moberg', 'Kommunalråd i opposition', { label: 'Oppositionen' }),
  one('Samir Haddad', 'Fullmäktiges ordförande', { label: 'Majoriteten', hours: [['no', 0, 480, 960]] }),
  one('Lena Trygg', 'Utbildningsnämndens ordförande', { label: 'Majoriteten', hours: [['ifNeeded', 0, 780, 960]] }),
  one('Tore Vik', 'Revisionens ordförande', { label: 'Oppositionen' }),
];

/** By the group they sit in, in the order of the groups. */
export const granvikPeople: Readonly<Record<string, { readonly kind: Interviewee['kind']; readonly people: readonly GranvikPerson[] }>> = {
  central: {
    kind: 'managers',
    people: [
      one('Helena Frisk', 'Kommundirektör'), one('Peter Sand', 'Ekonomichef', { late: { hours: [['no', 0, 780, 870]] } }), one('Mikael Dahl', 'Personalchef', { hours: [['no', 0, 480, 570]] }),
      one('Sara Winge', 'Kommunikationschef', { hours: [['ifNeeded', 0, 990, 1080]] }), one('Jonas Kihl', 'It-chef', { ...optional, hours: [['no', 0, 480, 720]] }),
      one('Åsa Lind', 'Näringslivschef', { ...optional, hours: [['ifNeeded', 0, 780, 840]] }), one('Maria Nyström', 'Kvalitetsstrateg', { hours: [['ifNeeded', 0, 480, 540]] }),
    ],
  },
  politics: { kind: 'politicians', people: politicians },
  departments: {
    kind: 'managers',
    people: [
      one('Birgitta Ek', 'Förvaltningschef omsorg', { hours: [['no', 0, 480, 720]] }), one('Daniel Forss', 'Förvaltningschef utbildning'), one('Yasmin Karimi', 'Förvaltningschef samhällsbyggnad', { hours: [['ifNeeded', 1, 660, 780]] }),
      one('Göran Lööf', 'Förvaltningschef kultur och fritid'), one('Camilla Stark', 'Chef för kontaktcenter'), one('Anders Brodd', 'Räddningschef', { ...optional, hours: null }), one('Petra Nyman', 'Förvaltningschef arbetsmarknad', optional),
    ],
  },
  units: {
    kind: 'managers',
    people: [
      one('Eva Roth', 'Verksamhetschef grundskola'), one('Nils Palm', 'Rektor Granskolan', { late: { manager: 'Eva Roth' } }), one('Fatima Aziz', 'Rektor Viks skola', { late: { manager: 'Eva Roth' } }),
      one('Ulla Berg', 'Enhetschef hemtjänst norr', { hours: [['no', 1, 480, 660]] }), one('Johan Lid', 'Enhetschef särskilt boende'), one('Rebecka Hjort', 'Bibliotekschef', optional), one('Oskar Ståhl', 'Enhetschef gata och park'),
      one('Leila Novak', 'Förskolerektor', { hours: [['ifNeeded', 1, 900, 1020]] }), one('Henrik Sund', 'Kökschef', optional),
    ],
  },
  unions: {
    kind: 'unions',
    people: [one('Siv Lund', 'Undersköterska', { label: 'Vårdens förbund' }), one('Martin Gren', 'Lärare', { label: 'Skolans förbund' }), one('Ewa Kask', 'Handläggare', { label: 'Tjänstemännens förbund' }), one('Bo Arvid', 'Drifttekniker', { label: 'Teknikernas förbund', hours: [['no', 1, 960, 1080]] })],
  },
  companies: { kind: 'others', people: [one('Cecilia Varg', 'Vd Granviks Bostäder'), one('Tomas Ögren', 'Vd Granviks Energi'), one('Pia Holt', 'Styrelseordförande Granviks Energi', optional)] },
};

/** Everybody's first name and last name as an address that leads nowhere. @example addressOf('Åsa Lind') // 'asa.lind@samsyn.example' */
export const addressOf = (name: string): string => `${name.toLowerCase().normalize('NFD').replace(/[^a-z -]/g, '').replace(/ /g, '.')}@samsyn.example`;

export const spansOf = (hours: readonly Hour[], days: readonly string[]): Availability['spans'] => hours.map(([answer, on, from, to]) => ({ answer, day: days[on] ?? '', from, to }));
