export const care = {
  title: 'Uppgifterna om dem som intervjuas', saved: 'Sparat.',
  goes: 'Tas bort senast {{day}}, eller {{n}} dagar efter att utvärderingen låsts om det är tidigare.', goesLocked: 'Tas bort {{day}}.', held: 'Bevaras tills vidare: en lag eller ett beslut kräver det.',
  nobody: 'Här finns inga än. De tas bort {{n}} dagar efter att utvärderingen låsts, senast {{most}} dagar efter sista intervjudagen.', gone: 'Borttagna. Gruppernas namn och antal finns kvar.',
  what: 'Namn, titlar, adresser, telefonnummer, tider, svar, brev och personliga länkar tas bort. Gruppernas namn och hur många som var med finns kvar till rapporten. Det du själv skriver i anteckningar och skäl tas inte bort.',
  controller: 'Ansvarig för uppgifterna', controllerHint: 'Den personuppgiftsansvariga, till exempel nämnden eller föreningen, med organisationsnummer och dataskyddsombud.', basis: 'Rättslig grund', basisHint: 'En mening till dem som intervjuas, med hänvisning till artikeln.',
  confirm: 'De vanliga meningarna används. Den som ansvarar för utvärderingen behöver bekräfta dem eller skriva egna.',
  change: 'Ändra', afterLock: 'Dagar efter låsningen', atMost: 'Högst dagar efter sista intervjudagen', hold: 'Bevara tills vidare (till exempel en begäran om allmän handling eller en tvist)', wrong: 'Ett helt antal dagar, {{least}}–{{most}}.',
  receipts: 'Kvitton', receipt: '{{people}} personer, {{letters}} brev och {{replies}} svar borttagna.', proof: 'Signatur',
};
