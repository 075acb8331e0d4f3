import type { DemoPerson } from '../replay/demo-person';

/** Made-up people. The note tells what there is to try as that person. */
export const demoPeople = {
  karin: { email: 'karin.oberg@samsyn.example', name: 'Karin Öberg', organisation: 'SKR', role: 'Samordnare', note: 'Rätta de två röda i Granviks besöksplan och ge ut version 2, se vilket underlag som fattas, skapa en ny utvärdering.', mayCreate: true },
  ana: { email: 'ana.bergstrom@samsyn.example', name: 'Ana Bergström', organisation: 'SKR', role: 'Utvärderare', note: 'Fortsätt poängsätta Granvik, läs och belägg ur kommunens dokument, jämför område 1 som är öppnat, och enas med Luis om Nässjö.' },
  luis: { email: 'luis.holm@norrsund.example', name: 'Luis Holm', organisation: 'Norrsunds kommun', role: 'Utvärderare', note: 'Samma utvärderingar från andra sidan: godkänn Anas förslag för Nässjö, granska underlag som kommit in från Granvik.' },
  eva: { email: 'eva.lind@samsyn.example', name: 'Eva Lind', organisation: 'SKR', role: 'Utvärderare', note: 'Tredje utvärderaren i Örnsköldsvik 2017: läs den låsta rapporten och vad var och en tyckte.' },
  maria: { email: 'maria.nystrom@granvik.example', name: 'Maria Nyström', organisation: 'Granviks kommun', role: 'Kontaktperson', note: 'Lämna det underlag som fattas, rätta det som kom åter och skriv på de skriftliga svaren. Du ser aldrig några poäng.' },
  jonas: { email: 'jonas.ek@norrsund.example', name: 'Jonas Ek', organisation: 'Norrsunds kommun', role: 'Observatör', note: 'Läs den låsta rapporten för Norsjö 2015; i de öppna utvärderingarna syns inga poäng.' },
} as const satisfies Record<string, DemoPerson>;

export type DemoName = keyof typeof demoPeople;
