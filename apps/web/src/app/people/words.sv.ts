export const words = {
  signIn: {
    title: 'Logga in', email: 'E-post', password: 'Lösenord', go: 'Logga in', going: 'Loggar in …', or: 'Inget lösenord?',
    link: 'Skicka en länk', linkText: 'Skriv din adress ovan, så får du en länk som loggar in dig en gång.',
    sent: 'Om {{email}} finns hos oss kommer en länk inom några minuter. Den gäller en gång.',
    mailless: 'Härifrån skickas ingen e-post. Logga in med ditt lösenord, eller be den som bjöd in dig, eller den som driver Samsyn, om en länk.',
    emailWrong: 'Skriv en hel e-postadress, till exempel namn@kommun.se.', passwordMissing: 'Skriv ditt lösenord, eller be om en länk.',
  },
  link: {
    going: 'Loggar in dig med länken.', welcome: 'Välkommen, {{name}}', choose: 'Välj ett lösenord, så kommer du in utan länk nästa gång.',
    password: 'Nytt lösenord', hint: 'Minst 12 tecken, gärna flera ord.', save: 'Spara lösenord', later: 'Inte nu',
    failed: 'Länken gick inte att använda', askNew: 'Be om en ny länk', torn: 'Länken är inte hel. Kopiera hela adressen ur brevet, eller be om en ny.', again: 'Försök igen', mine: 'Till mina utvärderingar',
  },
  account: {
    title: 'Ditt konto', name: 'Namn', organisation: 'Organisation', email: 'E-post', password: 'Lösenord', set: 'Du har ett lösenord. Här kan du byta det.', unset: 'Du loggar in med länk. Välj ett lösenord om du hellre vill det.',
    fresh: 'Nytt lösenord', save: 'Spara lösenord', saved: 'Lösenordet är sparat.', mail: 'Mejl', reminders: 'Påminnelser om underlag', remindersHint: 'Högst ett mejl om dagen, när något du ska lämna snart ska in eller är försenat. Inbjudningar, inloggningslänkar och brev om intervjuer kommer alltid.', remindersOn: 'Påminnelserna är på.', remindersOff: 'Påminnelserna är avstängda.', again: 'Försök igen', signOut: 'Logga ut', leave: 'Sessionen på den här datorn', leaveText: 'Logga ut när du delar dator med andra.',
  },
};
