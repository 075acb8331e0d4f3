export const reminders = {
  open: 'Påminn', openMany: 'Påminn om flera', title: 'Skicka påminnelse', which: 'Påminn om', to: 'Går till {{names}}.', one: 'Var och en får ett enda mejl. Den som redan har fått ett i dag, eller avstår från påminnelser, får inget.',
  noneMarked: 'Markera det som påminnelsen ska gälla.', nobody: 'Kommunen har ingen kontaktperson att påminna. Lägg till en under Inställningar.',
  freeDay: 'I dag, {{day}}, är ingen arbetsdag. Påminnelser går annars aldrig en sådan dag. Den här går nu, för att du skickar den.', send: 'Skicka påminnelse', sendAnyway: 'Skicka ändå i dag',
  outcome: { sent: 'Påminnelse skickad till {{names}}.', already: '{{names}} har redan fått en påminnelse i dag och får ingen till.', declined: '{{names}} avstår från påminnelser. Hör av dig på annat sätt.' },
  declines: 'Avstår från påminnelser', declinesText: 'Det här skulle ha skickats, men mottagaren har tackat nej till påminnelser.',
  choice: {
    title: 'Påminnelser om underlag', on: 'Du får ett mejl när något som du ska lämna till en utvärdering snart ska in eller är försenat, högst ett om dagen.',
    off: 'Påminnelserna är avstängda. Du får inga fler.', onAgain: 'Påminnelserna är på igen.', stop: 'Sluta skicka påminnelser', start: 'Börja skicka påminnelser igen',
    stops: 'Det här slutar', stopped: 'Det här har slutat', stopsText: 'Påminnelser om underlag, från alla utvärderingar, till adressen som mejlet kom till', goesOn: 'Det här kommer ändå',
    still: { signIn: 'Inbjudningar och länkar för att logga in', links: 'Länkar som någon skickar dig för att lämna ett underlag', interviews: 'Kallelser och ändringar som rör dina intervjuer' },
    who: 'Det du ska lämna är begärt även utan påminnelser. Samordnaren ser vem som avstår från dem.',
    unknown: 'Länken är inte hel', unknownText: 'En del av adressen verkar ha fallit bort. Öppna länken i mejlet igen, eller kopiera hela adressen hit.',
  },
};
