export const dates = {
  title: 'Datum', hint: 'Valfritt. Syns för alla i utvärderingen och kan ändras ända till låsningen.',
  field: { scoringFrom: 'Bedömning från', scoringTo: 'Bedömning till', visitFrom: 'Besök från', visitTo: 'Besök till', consensus: 'Samsynsmöte', reportDue: 'Rapport klar' },
  what: { scoring: 'Bedömning', visit: 'Besök', consensus: 'Samsynsmöte', report: 'Rapport klar' },
  fault: { order: 'kan inte ligga före {{before}}.', day: 'skriv hela datumet, eller töm fältet.' },
  suggest: 'Föreslå dagar', suggestHint: 'Fyller de tomma fälten med arbetsdagar: besök i två dagar, rapport åtta veckor senare. Ändra fritt.', suggested: 'Dagarna är ifyllda.',
  next: '{{what}} {{when}}, {{left}}', from: 'från {{day}}', to: 'till {{day}}',
  begins: { today: 'börjar i dag', tomorrow: 'börjar i morgon', later: 'börjar om {{n}} dagar' },
  ends: { today: 'sista dagen är i dag', tomorrow: 'en dag kvar', later: '{{n}} dagar kvar' },
  day: { today: 'i dag', tomorrow: 'i morgon', later: 'om {{n}} dagar' },
  none: 'Inga datum är satta.', set: 'Sätt datum',
  save: 'Spara datum', saved: 'Datumen är sparade.', locked: 'Rapporten är låst. Datumen ändras inte längre.',
  newer: 'Någon annan har ändrat datumen medan du skrev. Det du har skrivit är kvar.', change: '{{date}}: {{to}}, förut {{from}}', nothing: 'inget datum', mine: 'Behåll det jag har skrivit', theirs: 'Ta det som gäller nu',
};
