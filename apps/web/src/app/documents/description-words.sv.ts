export const description = {
  title: 'Skriftliga svar', leadWrite: 'Beskriv {{place}} med egna ord, fråga för fråga. Kort räcker; allt sparas medan ni skriver.', leadRead: 'Vad {{place}} har skrivit och lämnat in, fråga för fråga.',
  sum: '{{n}} av {{of}} besvarade', none: 'Inget är inlämnat än. Det som skrivs syns här när kommunen lämnar in.', nothingHere: 'Inga frågor i det urvalet.',
  filter: 'Visa', show: { all: 'Alla', mine: 'Mina', empty: 'Tomma' },
  writer: 'Vem skriver svaret på {{n}}', nobody: 'Ingen särskild', last: 'Senast ändrat av {{who}} {{when}}', unanswered: 'Inte besvarad.',
  state: { saving: 'Sparas', saved: 'Sparat', waiting: 'Väntar på nät. Texten är kvar på den här datorn.', clash: 'Krock: någon annan har skrivit här samtidigt.', refused: 'Kunde inte sparas. Texten är kvar på den här datorn.' },
  clash: 'Två texter', mine: 'Din text', theirs: 'Den andras text', takeMine: 'Använd min', takeTheirs: 'Använd den andras', blank: '(tom)',
  send: 'Lämna in svaren', sendText: 'Utvärderarna ser svaren först när ni lämnar in. Ni kan ändra och lämna in igen; varje inlämning blir en version.', submit: 'Lämna in alla svar', said: 'Svaren är inlämnade, version {{n}}.',
  about: 'Versioner och hjälp', versions: 'Inlämnade versioner', version: 'Version {{n}}', changed: '{{n}} svar ändrade', changedOne: '1 svar ändrat', noVersion: 'Ingen än.', back: 'Tillbaka till frågorna',
  how: 'Så gör ni', howText: 'Fördela frågorna mellan er med listan vid varje fråga. Alla kontaktpersoner kan ändå hjälpa till.', whoText: 'Ni ser allt ni skriver. Utvärderarna och samordnaren ser bara det som är inlämnat.', toMaterial: 'Till underlaget',
};
