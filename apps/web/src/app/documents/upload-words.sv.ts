export const upload = {
  drop: 'Dra filer eller en mapp hit', choose: 'Välj filer', photo: 'Fotografera', web: 'Ange webblänk', kinds: '{{types}}, högst {{size}} per fil. Du kan också klistra in.', kind: { pdf: 'PDF', word: 'Word', excel: 'Excel', powerpoint: 'PowerPoint', open: 'OpenDocument', picture: 'bild', text: 'text' },
  to: 'Lämna till {{title}}', newVersion: 'Ny version av {{name}}', cancelReplace: 'Lämna som egen fil i stället',
  address: 'Adress', addressHint: 'Till exempel granvik.se/budget', addressWrong: 'Skriv en webbadress, till exempel granvik.se/budget.', title: 'Vad finns där?', titleWrong: 'Skriv vad som finns på adressen.', addWeb: 'Lägg till länken', close: 'Avbryt',
  files: 'Filer och länkar', progress: '{{pct}} % av {{size}}', left: '{{n}} sekunder kvar', leftOne: '1 sekund kvar', leftMinutes: '{{n}} minuter kvar', leftMinute: '1 minut kvar',
  state: {
    counting: 'Förbereds', queued: 'I kö', sending: 'Laddas upp', paused: 'Pausad vid {{pct}} %', waiting: 'Väntar på nät vid {{pct}} %, fortsätter av sig själv', refused: 'Inte mottagen', arrived: 'Mottagen, kontrolleras',
    checking: 'Mottagen {{time}}, kontrolleras', clean: 'Mottagen {{time}}, viruskontrollerad', unscanned: 'Mottagen {{time}}, inte virusgranskad',
  },
  refused: {
    infected: 'Virusskyddet stoppade filen. Den är inte sparad. Hämta den på nytt från källan, eller be it-avdelningen titta på den.',
    type: 'Innehållet är något annat än filnamnet säger. Spara den på nytt i rätt format, till exempel som PDF.',
    size: 'Filen är för stor när den packas upp. Dela den, eller lämna en länk i stället.',
    checksum: 'Filen kom inte fram hel. Lämna den en gång till.',
    broken: 'Filen går inte att läsa. Öppna den på din dator, spara en ny kopia och lämna den.',
  },
  empty: 'Filen är tom. Kontrollera den och lämna den igen.',
  pause: 'Pausa', resume: 'Fortsätt', cancel: 'Avbryt', retry: 'Försök igen', remove: 'Ta bort', clear: 'Ta bort raden', replace: 'Ny version', older: '{{n}} äldre versioner', olderOne: '1 äldre version', version: 'version {{n}}', of: '{{what}} {{name}}',
  sure: 'Ta bort {{name}}? Filen raderas.', yes: 'Ja, ta bort', no: 'Behåll', removed: 'Togs bort av den som lämnade',
  goesOn: 'Bryts nätet fortsätter uppladdningen där den slutade, även om du stänger sidan och kommer tillbaka.',
  nothing: 'Inget har lämnats än.',
  said: { arrived: '{{name}} är uppladdad.', refused: '{{name}} togs inte emot. {{why}}' },
};
