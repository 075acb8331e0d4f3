export const words = {
  title: 'Archive', lead: 'Published results, as they stand in print.', reading: 'Reading the archive', failed: 'The archive could not be read.', retry: 'Try again',
  count: '{{shown}} of {{all}} evaluations', search: 'Search municipality', model: 'Model', allModels: 'All models', sort: 'Sort by', clear: 'Show all', scope: 'Points known', any: 'All', perArea: 'Per area',
  sorts: { year: 'Year', total: 'Total points', name: 'Municipality' },
  table: { caption: 'Published evaluations', municipality: 'Municipality', year: 'Year', model: 'Model', total: 'Total', areas: 'Points known', sortBy: 'Sort by {{what}}' },
  known: { rows: 'All questions', areas: 'Per area', total: 'Total only' },
  unknown: 'not printed', summed: 'the sum of the areas, the total is not printed', modelName: 'model {{revision}}', preModel: 'original model', otherModel: '{{revision}}',
  warning: 'The list mixes models. Points from different models do not measure the same thing and cannot be compared directly. Choose one model to compare.',
  warningPick: 'Show only {{model}}',
  none: { title: 'No evaluation fits', text: 'Change the search or choose all models.' },
  entry: {
    back: 'To the archive', missing: 'There is nothing to show here', missingText: 'The evaluation is not in the archive.', ofPoints: 'of 800 points', noTotal: 'The total is not printed', printed: 'Reproduced from a printed source',
    figures: 'Points per area, at most 100', area: 'Area', points: 'Points', show: 'Show as', chart: 'Chart', tableView: 'Table', message: 'Strongest is {{high}} ({{highPoints}} of 100), weakest is {{low}} ({{lowPoints}}).',
    note: 'The figures are given as printed. Source: {{source}}', totalOnly: 'Only the total of this evaluation is known.', source: 'Source', report: 'Read the report with all questions', rows: 'All questions are known for this evaluation.', heading: '{{name}} {{year}}',
    compare: 'Can be compared area by area with evaluations in {{model}}.', same: 'Others with the same model', sameNone: 'No other evaluation in the archive has this model.',
  },
};
