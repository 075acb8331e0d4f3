export const web = {
  link: 'Länk, hittad {{time}}', coming: 'Kopia hämtas', done: 'Kopia från {{time}} ({{what}})', failed: 'Kunde inte hämtas', pages: '{{kind}}, {{n}} sidor', page: '{{kind}}, 1 sida',
  fetch: 'Hämta kopia', again: 'Hämta på nytt', retry: 'Försök igen', outside: 'Öppna webbsidan {{address}}', kept: 'Den tidigare kopian finns kvar.',
  fault: {
    dns: 'Webbplatsens namn finns inte. Kontrollera adressen.', refused: 'Webbplatsen går inte att nå just nu.', timeout: 'Webbplatsen svarade inte inom 15 sekunder.',
    missing: 'Sidan finns inte på webbplatsen. Kontrollera adressen.', forbidden: 'Webbplatsen släpper inte in Samsyn. Spara sidan som PDF och lämna filen i stället.', answer: 'Webbplatsen svarade med ett fel.',
    certificate: 'Webbplatsens säkra förbindelse går inte att lita på.', large: 'Det som finns på adressen är för stort att hämta.', type: 'Adressen leder varken till en webbsida eller till en filtyp som tas emot.',
    redirects: 'Adressen leder vidare för många gånger.', private: 'Adressen leder till ett internt nät, en ovanlig port eller en inloggning. Dit går Samsyn inte.', empty: 'Sidan har ingen text att läsa utan att köra skript. Spara den som PDF och lämna filen i stället.',
    broken: 'Sidan kom inte fram hel eller går inte att läsa.', full: 'Det finns inte plats för en kopia just nu.', infected: 'Virusskyddet stoppade det som fanns på adressen.',
  },
  note: 'Kopia av webbsidans text, hämtad {{time}}.', noteFile: 'Filen hämtades från webben {{time}}.', open: 'Öppna webbsidan', sum: 'Kontrollsumma', sumMore: 'SHA-256 för sidan som den hämtades. Den sparade sidan gallras tillsammans med kopian.',
  comingMore: 'Det tar oftast några sekunder. Sidan uppdateras av sig själv.', failedMore: 'Det finns ingen kopia att läsa här. {{why}}',
};
