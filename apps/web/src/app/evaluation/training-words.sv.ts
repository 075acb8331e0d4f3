export const training = {
  label: 'Övning', begin: 'Öva på en påhittad kommun', beginAgain: 'Öva en gång till', beginning: 'Startar …',
  about: 'Fem frågor, åtta underlag. Du bedömer blint, förseglar och ser sedan hur en motiverad referens bedömde. Ingen annan ser dina poäng.',
  opened: '{{n}} av {{of}} öppnade', toMaterial: 'Läs underlaget', compare: 'Till jämförelsen',
  title: 'Underlag', list: 'Att läsa', showList: 'Visa listan', hideList: 'Göm listan', place: '{{n}} av {{of}}', read: 'läst', welcome: 'Börja här', welcomeTitle: 'En övning i {{name}}',
  missing: { title: 'Här finns inget att läsa', text: 'Adressen leder inte till något underlag i den här utvärderingen.', back: 'Till underlaget' },
  kind: { document: 'Dokument', web: 'Webb', interview: 'Intervju' },
  previous: 'Föregående', next: 'Nästa: {{title}}', toSheet: 'Till poängarket, fråga {{number}}', toBoard: 'Till jämförelsen fråga för fråga',
  summary: {
    title: 'Så ligger du mot referensen', wait: 'Sammanfattningen visas när du har förseglat alla frågor. {{n}} av {{of}} är öppnade.',
    mean: 'I snitt skiljer ni {{pe}} procentenheter per fråga.', note: 'Störst skillnad först. Referensen är en motiverad bedömning, inte ett facit: öppna frågan och läs varför den landar där.', without: 'Frågor där du inte har satt någon siffra räknas inte med.',
    caption: 'Din bedömning, referensens och skillnaden, störst först', question: 'Fråga', own: 'Du', reference: 'Referens', difference: 'Skillnad, pe', none: 'Ingen fråga går att jämföra, eftersom du inte har satt några siffror.',
  },
};
