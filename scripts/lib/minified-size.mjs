import { build } from 'esbuild';

/**
 * Bytes of a module and of all family code that it pulls in, minified. The packages named in
 * `strangers` stay outside: they are counted in what an install weighs.
 */
export async function minifiedSize(entry, strangers) {
  const { outputFiles } = await build({
    entryPoints: [entry],
    external: strangers,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    write: false,
    logLevel: 'silent',
  });
  return outputFiles[0].contents.length;
}
