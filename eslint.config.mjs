import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import boundaries from 'eslint-plugin-boundaries';
import tseslint from 'typescript-eslint';

// Who may know whom, from the ground up. One table for libs/domain, apps/api and apps/web.
// Of another topic only its index.ts may be imported; of the own topic, any file.
const ground = ['database', 'http', 'look', 'charts', 'files', 'jobs', 'mail', 'people', 'live'];
const upToConsensus = ['instrument', 'evaluation', 'documents', 'scoring', 'consensus'];
const mayKnow = {
  database: [],
  http: [],
  look: [],
  charts: ['look'],
  files: ['database', 'http'],
  jobs: ['database'],
  mail: ['database', 'http'],
  people: ['database', 'http', 'look', 'mail'],
  live: ['database', 'http', 'people'],
  instrument: ground,
  evaluation: [...ground, 'instrument'],
  documents: [...ground, 'instrument', 'evaluation'],
  scoring: [...ground, 'instrument', 'evaluation', 'documents'],
  consensus: [...ground, 'instrument', 'evaluation', 'documents', 'scoring'],
  interviews: [...ground, 'instrument', 'evaluation', 'documents'],
  report: [...ground, ...upToConsensus, 'interviews'],
  archive: [...ground, 'instrument', 'report'],
  shell: [], // everything, see below
};
const trees = ['libs/domain/src', 'apps/api/src', 'apps/web/src/app'];

// What must not ride along with the index has an entry of its own: data into the browser's first bundle, the reader into the score sheet.
const entries = { documents: '{index,reader}.ts', instrument: '{index,shipped,municipalities,mappings,training}.ts' };
const topic = (name, file) => ({ element: { type: 'topic', captured: { topic: name }, ...(file && { fileInternalPath: file }) } });
const root = { file: { categories: 'root' } };
const policies = [
  { from: root, allow: [{ to: root }, { to: { element: { type: 'topic' } } }] },
  // The shell loads every page lazily, past the index, or the pages would land in the first bundle.
  { from: topic('shell'), allow: [{ to: root }, { to: { element: { type: 'topic' } } }] },
  ...Object.entries(mayKnow).map(([name, known]) => ({
    from: topic(name),
    allow: [{ to: root }, { to: topic(name) }, ...known.map((other) => ({ to: topic(other, entries[other] ?? 'index.ts') }))],
  })),
];

// Between projects. Specs may also use the samples.
const projects = (...forSpecs) => [
  'error',
  {
    depConstraints: [
      { sourceTag: 'role:rules', onlyDependOnLibsWithTags: ['role:rules', ...forSpecs], ...(forSpecs.length === 0 && { allowedExternalImports: ['zod', 'fraction.js'] }) },
      { sourceTag: 'role:wire', onlyDependOnLibsWithTags: ['role:rules', ...forSpecs], ...(forSpecs.length === 0 && { allowedExternalImports: ['zod'] }) },
      { sourceTag: 'role:samples', onlyDependOnLibsWithTags: ['role:rules', 'role:wire'], ...(forSpecs.length === 0 && { allowedExternalImports: ['fflate'] }) },
      { sourceTag: 'role:app', onlyDependOnLibsWithTags: ['role:rules', 'role:wire', ...forSpecs] },
      { sourceTag: 'role:journey', onlyDependOnLibsWithTags: ['role:rules', 'role:wire', 'role:samples'] },
      { sourceTag: 'role:tool', onlyDependOnLibsWithTags: ['role:rules', 'role:wire', 'role:samples'] },
      { sourceTag: 'platform:server', bannedExternalImports: ['@angular/*', '@swimlane/*', ...(forSpecs.length === 0 ? ['socket.io-client'] : [])] },
      { sourceTag: 'platform:browser', bannedExternalImports: ['@nestjs/*', 'typeorm', 'pg', 'socket.io'] },
    ],
  },
];

export default [
  { ignores: ['**/node_modules', '**/dist', '.data', '.nx', '.angular'] },
  {
    files: ['**/*.ts'],
    languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { '@nx': nx, '@typescript-eslint': tseslint.plugin },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@nx/enforce-module-boundaries': projects(),
    },
  },
  {
    files: ['libs/**/*.ts', 'apps/api/**/*.ts', 'apps/web/**/*.ts'],
    plugins: { boundaries },
    settings: {
      'import/resolver': { typescript: { project: 'tsconfig.json' } },
      'boundaries/files': [{ category: 'root', pattern: ['libs/*/src/*.ts', 'apps/*/src/*.ts', 'apps/web/src/app/*.ts'] }],
      'boundaries/elements': [{ type: 'topic', capture: ['topic'], pattern: Object.keys(mayKnow).flatMap((name) => trees.map((tree) => `${tree}/(${name})`)) }],
    },
    rules: {
      'boundaries/no-unknown-files': 'error',
      'boundaries/dependencies': ['error', { default: 'disallow', policies }],
    },
  },
  {
    files: ['apps/web/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [{ group: ['node:*'], message: 'The browser has no Node.' }] }] },
  },
  {
    files: ['**/*.spec.ts', 'apps/api/src/spec-*.ts'],
    rules: { '@nx/enforce-module-boundaries': projects('role:samples') },
  },
  ...[...angular.configs.tsRecommended].filter(({ rules }) => rules).map(({ rules }) => ({
    files: ['apps/web/**/*.ts'],
    plugins: { '@angular-eslint': angular.tsPlugin },
    processor: angular.processInlineTemplates,
    rules: Object.fromEntries(Object.entries(rules).filter(([name]) => name.startsWith('@angular-eslint/'))),
  })),
  {
    files: ['apps/web/**/*.html'],
    languageOptions: { parser: angular.templateParser },
    plugins: { '@angular-eslint/template': angular.templatePlugin },
    rules: Object.assign({}, ...[...angular.configs.templateRecommended, ...angular.configs.templateAccessibility].map(({ rules }) => rules)),
  },
];
