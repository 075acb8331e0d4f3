export const ways = { label: 'Besöket', plan: 'Besöksplan', notes: 'Anteckningar', sheet: 'Dagblad' };

export const notes = {
  title: 'Anteckningar', own: 'Dina anteckningar', how: 'Enter: nästa rad. #3.2 märker en fråga.', show: 'Visa',
  group: 'Grupp', noGroup: 'Övrigt, ingen grupp', fresh: 'Ny anteckning', line: 'Anteckning {{n}}', placeholder: 'Skriv här',
  private: 'Bara du ser detta', shared: 'Delad med teamet', share: 'Dela', sure: 'Dela med hela teamet? Det går inte att ta tillbaka.', yes: 'Dela', no: 'Behåll för mig',
  saved: 'Sparad', clash: 'Krock, välj vilken som gäller', both: 'Anteckningen är också ändrad i en annan flik eller enhet. Där står:', emptied: '(tom)', mine: 'Behåll min', theirs: 'Ta den andra',
  theirsTitle: 'Kollegors delade anteckningar',
  minutesLeft: '{{n}} minuter kvar', minuteLeft: '1 minut kvar', minutesLeftAnd: '{{n}} minuter kvar. Inte upptagna än: {{questions}}.', missing: 'Inte upptagna än: {{questions}}', begins: 'Börjar om {{n}} minuter', beginsOne: 'Börjar om 1 minut', over: 'Intervjun är slut',
  goesOn: 'Nu pågår {{title}}.', goThere: 'Gå dit',
  copy: 'Utan nät. Frågorna lästes {{time}}. Fortsätt skriva, det sparas här och skickas när nätet är tillbaka.', oneWaits: '1 ändring väntar på nät. Den är sparad här.', manyWait: '{{n}} ändringar väntar på nät. De är sparade här.',
  notForYou: 'Anteckningarna är utvärderarnas egna.',
};

export const guide = {
  title: 'Frågor att ta upp', done: '{{n}} av {{of}} upptagna', count: 'Frågor {{n}} av {{of}}', hint: 'Bara du ser vad du bockar av. Tryck på en fråga för att se vad man ska titta efter.',
  tick: '{{question}} är upptagen', note: ' Anteckna om {{question}}', look: 'Titta efter', nothing: 'Inget är skrivet om vad man ska titta efter.', none: 'Gruppen har inga frågor. Samordnaren väljer dem i besöksplanen.', also: 'även {{names}}',
  why: { assigned: 'Gruppens fråga', noDocument: 'Inget dokument finns', noOtherInterview: 'Tas upp bara här' },
};

export const sheet = {
  title: 'Dagblad', day: 'Dag', today: 'I dag', print: 'Skriv ut', pdf: 'PDF', version: 'Version {{version}}', draft: 'UTKAST', now: 'Nu', free: 'Inget är planerat den här dagen.', empty: 'Besöksplanen har inga dagar än.',
  copy: 'Utan nät. Dagbladet lästes {{time}} och kan ha ändrats sedan dess.', video: 'Videomöte', pause: 'Paus {{time}}', protected: '{{n}} personer, skyddad lista', protectedOne: '1 person, skyddad lista', count: '{{n}} personer', countOne: '1 person', joins: 'ansluter {{time}}',
  reply: { cannot: 'kan inte', substitute: 'skickar ersättare' }, kind: { interview: 'Intervju', break: 'Paus', lunch: 'Lunch', travel: 'Resa', reflection: 'Skriv klart, var för sig' },
};
