/** dist/: the library and the rare commands as modules, the command itself as one script with its code cache, the types. */
import {execFileSync} from 'node:child_process';
import {chmodSync, copyFileSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {type BuildOptions, build} from 'esbuild';

const COMMON = {bundle: true, platform: 'node', target: 'node20.19', packages: 'external'} satisfies BuildOptions;

rmSync('dist', {recursive: true, force: true});
await build({
  ...COMMON,
  entryPoints: {commands: 'src/cli/commands/index.ts', index: 'src/index.ts'},
  outdir: 'dist',
  splitting: true,
  format: 'esm',
  chunkNames: 'chunks/[name]-[hash]',
});
await build({
  ...COMMON,
  entryPoints: ['src/cli/main.ts'],
  outfile: 'dist/cli/callmill.js',
  format: 'cjs',
  // One byte a character, and a function: the launcher reads and calls it so.
  charset: 'ascii',
  banner: {js: '(function (require, load) {'},
  footer: {js: '})'},
  plugins: [
    {
      name: 'commands apart',
      setup: (setup) =>
        setup.onResolve({filter: /^\.\/commands\/index\.ts$/}, () => ({path: '../commands.js', external: true})),
    },
  ],
});
// A script out of a cache cannot import: the launcher does it.
const script = readFileSync('dist/cli/callmill.js', 'utf8');
writeFileSync('dist/cli/callmill.js', inAscii(script.replaceAll(/\bimport\((?=")/g, 'load(')));
writeFileSync('dist/cli/package.json', '{"type": "commonjs"}\n');
copyFileSync('scripts/launcher.cjs', 'dist/cli/main.js');
chmodSync('dist/cli/main.js', 0o755);
// The seed makes the cache the same in every build.
execFileSync(process.execPath, ['--random-seed=1', 'scripts/code-cache.cjs'], {input: ''});
execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {stdio: 'inherit'});

/** esbuild leaves regular expressions as they are; an escape means the same there and in a string. */
function inAscii(code: string): string {
  return code.replaceAll(/[^\u0000-\u007f]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
