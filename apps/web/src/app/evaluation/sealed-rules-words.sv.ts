/** The rules once something is sealed: locked, and changed only by two. */
export const sealedRules = {
  locked: 'Spelreglerna är låsta sedan första förseglingen.', how: 'Gränserna och tredje bedömaren kan ändras när en av er föreslår det och en annan godkänner. Minst en av de två ska vara utvärderare. Det ni redan har enats om står kvar, och ändringen trycks i rapporten. När poängen öppnas och hur en fråga bedöms ligger fast.',
  now: 'Så gäller de nu', opens: 'Poängen öppnas', judged: 'En fråga bedöms', judging: { dimensions: 'Per kriterium', percent: 'Med en procentsats' }, log: 'Tidigare ändringar står i händelseloggen', link: 'Spelregler och ändringar',
  waiting: 'Ett förslag väntar på svar', mine: 'Ditt förslag väntar på svar', by: '{{name}} föreslog {{day}} kl. {{time}}', changes: 'Föreslagna ändringar', rule: 'Spelregel', before: 'Nu', after: 'Förslag', reason: 'Skäl',
  approve: 'Godkänn ändringen', approving: 'Godkänner …', decline: 'Avböj', withdraw: 'Dra tillbaka', other: 'Föreslå något annat', waitsAny: 'En annan utvärderare eller samordnaren behöver godkänna.', waitsEvaluator: 'En utvärderare behöver godkänna.',
  propose: 'Föreslå ändring', title: 'Föreslå ändring', instead: 'Ersätter förslaget som väntar.', third: 'Tredje bedömare', nobody: 'Ingen', why: 'Skäl', whyHint: 'Läses av samordnaren och utvärderarna och trycks i rapporten. Nämn inga poäng.', missing: 'Skriv varför spelreglerna behöver ändras.',
  send: 'Skicka förslaget', sending: 'Skickar …', cancel: 'Avbryt', same: 'Ändra minst en spelregel.', wrong: 'Rätta gränserna först.',
  sent: 'Förslaget är skickat. Spelreglerna ändras när någon annan har godkänt det.', approved: 'Spelreglerna är ändrade.', declined: 'Förslaget är avböjt. Spelreglerna gäller som förut.', withdrawn: 'Förslaget är draget tillbaka. Spelreglerna gäller som förut.', arrived: '{{name}} föreslår att spelreglerna ändras.',
};
