// What the Jest configurations share: SWC with decorator metadata, and our own package names.
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(fileURLToPath(import.meta.url));

export const named = {
  '^@samsyn/domain/(shipped|municipalities|mappings|training)$': path.join(root, 'libs/domain/src/instrument/$1.ts'),
  '^@samsyn/contract/routes$': path.join(root, 'libs/contract/src/routes.ts'),
  '^@samsyn/(domain|contract|samples)$': path.join(root, 'libs/$1/src/index.ts'),
};

const swc = [
  '@swc/jest',
  {
    configFile: false,
    swcrc: false,
    sourceMaps: 'inline',
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
      keepClassNames: true,
    },
  },
];

export const decorated = (displayName, folder) => ({
  displayName,
  rootDir: path.join(root, folder),
  testEnvironment: 'node',
  testMatch: ['**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '\\.(db|journey)\\.spec\\.ts$'],
  transform: { '^.+\\.(ts|m?js)$': swc },
  // Nest 12, and what receives, recognises and reads files, are published as ES modules only.
  transformIgnorePatterns: ['/node_modules/(?!(@nestjs|fraction\\.js|@tus|srvx|file-type|strtok3|token-types|uint8array-extras|@tokenizer|@borewit|@shopify|parse5|entities)/)'],
  moduleNameMapper: named,
});
