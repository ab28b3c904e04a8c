import type { Files } from './files.ts';

/** What the rules need to know of one package. */
export interface Package {
  /** The folder under packages/. */
  readonly folder: string;
  readonly name: string;
  /** The family's packages in `dependencies`, by folder, sorted. */
  readonly dependencies: readonly string[];
  /** The packages in tsconfig.json's `references`, by folder, sorted. */
  readonly references: readonly string[];
  /** Path from the workspace root → text. */
  readonly sources: Files;
}

interface Manifest {
  readonly name?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

interface Tsconfig {
  readonly references?: readonly { readonly path: string }[];
}

/** Every package that has a manifest, in the order of the files. */
export function readPackages(files: Files): Package[] {
  return [...files.keys()].flatMap((path) => {
    const folder = /^packages\/([^/]+)\/package\.json$/.exec(path)?.[1];
    return folder === undefined ? [] : [readPackage(files, folder)];
  });
}

function readPackage(files: Files, folder: string): Package {
  const manifest = readJson<Manifest>(files, `packages/${folder}/package.json`);
  const references = readReferences(files, `packages/${folder}/tsconfig.json`);
  const inSource = `packages/${folder}/src/`;
  return {
    folder,
    name: manifest.name ?? '',
    dependencies: Object.keys(manifest.dependencies ?? {})
      .flatMap((name) => readFamilyName(name)?.folder ?? [])
      .sort(),
    references: references.map((path) => path.replace(/^\.\.\//, '')).sort(),
    sources: new Map([...files].filter(([path]) => path.startsWith(inSource))),
  };
}

/** The paths that a tsconfig.json refers to, as they are written. */
export function readReferences(files: Files, path: string): string[] {
  return (readJson<Tsconfig>(files, path).references ?? []).map((reference) => reference.path);
}

/** Splits `@llm-router/core/inside` into folder and the rest; `undefined` where it is not the family's. */
export function readFamilyName(
  specifier: string,
): { readonly folder: string; readonly inside: string } | undefined {
  const match = /^(?:@llm-router\/([^/]+)|(llm-router))(?:\/(.*))?$/.exec(specifier);
  const folder = match?.[1] ?? match?.[2];
  return folder === undefined ? undefined : { folder, inside: match?.[3] ?? '' };
}

/** The published name of a folder. */
export function nameOf(folder: string): string {
  return folder === 'llm-router' ? folder : `@llm-router/${folder}`;
}

function readJson<T extends object>(files: Files, path: string): Partial<T> {
  return JSON.parse(files.get(path) ?? '{}') as Partial<T>;
}
