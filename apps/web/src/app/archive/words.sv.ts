export const words = {
  title: 'Arkiv', lead: 'Publicerade resultat, som de står i tryck.', reading: 'Läser in arkivet', failed: 'Arkivet kunde inte läsas.', retry: 'Försök igen',
  count: '{{shown}} av {{all}} utvärderingar', search: 'Sök kommun', model: 'Modell', allModels: 'Alla modeller', sort: 'Sortera efter', clear: 'Visa alla', scope: 'Poäng finns', any: 'Alla', perArea: 'Per område',
  sorts: { year: 'År', total: 'Totalpoäng', name: 'Kommun' },
  table: { caption: 'Publicerade utvärderingar', municipality: 'Kommun', year: 'År', model: 'Modell', total: 'Totalt', areas: 'Poäng finns', sortBy: 'Sortera efter {{what}}' },
  known: { rows: 'Alla frågor', areas: 'Per område', total: 'Bara totalt' },
  unknown: 'ej tryckt', summed: 'summan av områdena, totalen är inte tryckt', modelName: 'modell {{revision}}', preModel: 'ursprunglig modell', otherModel: '{{revision}}',
  warning: 'Listan blandar modeller. Poäng från olika modeller mäter inte samma sak och kan inte jämföras rakt av. Välj en modell för att jämföra.',
  warningPick: 'Visa bara {{model}}',
  none: { title: 'Ingen utvärdering passar', text: 'Ändra sökordet eller välj alla modeller.' },
  entry: {
    back: 'Till arkivet', missing: 'Här finns inget att visa', missingText: 'Utvärderingen finns inte i arkivet.', ofPoints: 'av 800 poäng', noTotal: 'Totalen är inte tryckt', printed: 'Återgiven ur tryckt källa',
    figures: 'Poäng per område, högst 100', area: 'Område', points: 'Poäng', show: 'Visa som', chart: 'Diagram', tableView: 'Tabell', message: 'Starkast är {{high}} ({{highPoints}} av 100), svagast är {{low}} ({{lowPoints}}).',
    note: 'Talen återges som de är tryckta. Källa: {{source}}', totalOnly: 'Av den här utvärderingen är bara totalen känd.', source: 'Källa', report: 'Läs rapporten med alla frågor', rows: 'Alla frågor är kända för den här utvärderingen.', heading: '{{name}} {{year}}',
    compare: 'Kan jämföras område för område med utvärderingar i {{model}}.', same: 'Andra i samma modell', sameNone: 'Ingen annan utvärdering i arkivet har den här modellen.',
  },
};
