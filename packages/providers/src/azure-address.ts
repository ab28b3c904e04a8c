import { Untranslatable } from './untranslatable.ts';

/** Where the requests of one server go. */
export interface Address {
  readonly baseUrl: URL;
  /**
   * The path of one request below the base URL.
   *
   * @throws Untranslatable where the path needs the model and it is none that can stand there.
   */
  pathOf(path: string, model?: string): string;
}

/**
 * The address of an Azure resource by its base URL. A bare one leads to the deployment that the
 * request's model names, where its query has a dated `api-version`, else to `/openai/v1`. One with a
 * path of its own, such as `/openai/v1`, `/openai/deployments/{name}` or `/models`, is kept.
 */
export function azureAddress(given: URL): Address {
  const path = given.pathname.replace(/^\/{2,}/, '/').replace(/\/+$/, '');
  const [, resource, deployment] = /^(.*)\/deployments\/([^/]+)$/.exec(path) ?? [];
  if (resource !== undefined && deployment !== undefined) {
    return deployments(at(given, resource), () => deployment);
  }
  if (path !== '' && !path.endsWith('/openai')) return direct(at(given, path));
  const root = path === '' ? '/openai' : path;
  const isDated = /^\d/.test(given.searchParams.get('api-version') ?? '');
  return isDated ? deployments(at(given, root), checkDeployment) : direct(at(given, `${root}/v1`));
}

/** The address of a server whose paths are the same for every model. */
export function direct(baseUrl: URL): Address {
  return { baseUrl, pathOf: (path) => path };
}

function deployments(baseUrl: URL, nameOf: (model: string | undefined) => string): Address {
  return {
    baseUrl,
    pathOf: (path, model) => (path === '/models' ? path : `/deployments/${nameOf(model)}${path}`),
  };
}

function checkDeployment(model: string | undefined): string {
  if (model !== undefined && /^[\w-][\w.-]*$/.test(model)) return model;
  throw new Untranslatable(
    'the model must be the name of a deployment, of letters, digits and . _ -: it is a part of the address',
  );
}

function at(url: URL, pathname: string): URL {
  const moved = new URL(url);
  moved.pathname = pathname;
  return moved;
}
