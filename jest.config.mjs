import { decorated, named } from './jest.swc.mjs';

export default {
  projects: [
    decorated('domain', 'libs/domain'),
    decorated('contract', 'libs/contract'),
    decorated('samples', 'libs/samples'),
    decorated('api', 'apps/api'),
    decorated('tools', 'tools'),
    {
      displayName: 'web',
      preset: 'jest-preset-angular',
      rootDir: 'apps/web',
      roots: ['<rootDir>/src'],
      testMatch: ['**/*.spec.ts'],
      setupFilesAfterEnv: ['<rootDir>/src/test-setup.ts'],
      moduleNameMapper: named,
      transform: {
        '^.+\\.(ts|mjs|js|html|svg)$': [
          'jest-preset-angular',
          { tsconfig: '<rootDir>/tsconfig.spec.json', stringifyContentPathRegex: '\\.(html|svg)$' },
        ],
      },
      transformIgnorePatterns: ['/node_modules/(?!(.*\\.mjs$|@angular/common/locales/|@jsverse|@swimlane|d3-|internmap|fraction\\.js))'],
    },
  ],
};
