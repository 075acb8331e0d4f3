/** What the five bands of the scale mean on each dimension. Our own wording; the published template is not public. */
export const anchors = {
  system: {
    b0: 'Inget uttalat sätt.',
    b1: 'Enstaka idéer eller vanor. Inte nedskrivet.',
    b2: 'Ett beskrivet sätt för delar av frågan. Ansvaret är oklart.',
    b3: 'Helt beskrivet, med ansvar och mål.',
    b4: 'Genomtänkt helhet som hänger ihop med styrningen.',
  },
  deployment: {
    b0: 'Görs inte.',
    b1: 'Enstaka enheter eller eldsjälar. Inget gemensamt sätt.',
    b2: 'Ungefär halva organisationen. Olika sätt, ojämn kvalitet.',
    b3: 'De flesta enheter, på samma grund.',
    b4: 'Alla som berörs, även bolag.',
  },
  results: {
    b0: 'Inga resultat att visa.',
    b1: 'Enstaka uppgifter. Ingen riktning syns.',
    b2: 'Mäts i delar. Vissa resultat är goda.',
    b3: 'Goda resultat inom det mesta, flera år.',
    b4: 'Mycket goda överallt, även i jämförelse.',
  },
  evaluation: {
    b0: 'Följs inte upp.',
    b1: 'Vid enstaka tillfällen, utan slutsatser.',
    b2: 'Regelbundet i delar. Slutsatser leder ibland till ändring.',
    b3: 'Regelbundet, och leder till förbättring.',
    b4: 'Självklar del av arbetet, lär även av andra.',
  },
};
