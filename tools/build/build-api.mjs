// Bundles apps/api into dist/api/main.mjs. SWC compiles each file because Nest injects by the
// types that `emitDecoratorMetadata` writes, and esbuild does not write them.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';
import { build, context } from 'esbuild';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const { compilerOptions } = JSON.parse(await readFile(path.join(root, 'tsconfig.base.json'), 'utf8'));

const ownPackages = {
  name: 'own-packages',
  setup(on) {
    on.onResolve({ filter: /^@samsyn\// }, ({ path: name }) => {
      const file = compilerOptions.paths[name]?.[0];
      return file ? { path: path.join(root, file) } : { errors: [{ text: `${name} is not in tsconfig.base.json` }] };
    });
  },
};

const decorators = {
  name: 'decorators',
  setup(on) {
    on.onLoad({ filter: /\.ts$/ }, async ({ path: file }) => {
      const { code, map } = await transform(await readFile(file, 'utf8'), {
        filename: file,
        sourceMaps: true,
        configFile: false,
        swcrc: false,
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          keepClassNames: true,
        },
      });
      const inline = Buffer.from(map).toString('base64');
      return { contents: `${code}\n//# sourceMappingURL=data:application/json;base64,${inline}`, loader: 'js' };
    });
  },
};

export const options = ({ entry = 'apps/api/src/main.ts', outfile = 'dist/api/main.mjs', plugins = [] } = {}) => ({
  absWorkingDir: root,
  entryPoints: [entry],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node22',
  packages: 'external',
  sourcemap: true,
  keepNames: true,
  logLevel: 'warning',
  plugins: [ownPackages, decorators, ...plugins],
});

// Foreign files are opened, and plans are solved, in threads, each of which needs a file of its own beside the server.
const workers = ['documents/text-worker', 'documents/web-copy-worker', 'interviews/solver-worker'];
const threads = (outfile = 'dist/api/main.mjs') => workers.map((name) => build(options({ entry: `apps/api/src/${name}.ts`, outfile: path.join(path.dirname(outfile), `${path.basename(name)}.mjs`) })));

export const buildApi = (given = {}) => Promise.all([build(options(given)), ...threads(given.outfile)]);

// Calls `built(succeeded)` after the first build and after each change.
export async function watchApi(built, given = {}) {
  const report = { name: 'report', setup: (on) => on.onEnd((result) => built(result.errors.length === 0)) };
  await Promise.all(threads(given.outfile));
  const watcher = await context(options({ ...given, plugins: [report] }));
  await watcher.watch();
  return () => watcher.dispose();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [entry, outfile] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
  if (process.argv.includes('--watch')) {
    await watchApi((succeeded) => console.log(succeeded ? 'api built' : 'api not built: see the errors above'), { entry, outfile });
  } else {
    await buildApi({ entry, outfile }).catch(() => process.exit(1));
    console.log('api built');
  }
}
