import type {
  Clock,
  ErrorClassification,
  ProviderResponse,
  RouterErrorCode,
} from '@llm-router/core';
import { classifyError } from '@llm-router/error-classifier';
import { parseJson } from './json.ts';
import { ProviderError } from './provider-error.ts';
import type { Redactor } from './redactor.ts';
import { readRequestId } from './request-id.ts';
import { isWebPage, mediaTypeOf, pageTitle } from './web-page.ts';

/** Most characters of a body that an error keeps. */
const longestExcerpt = 4096;

/** Most characters of a page's title that an error shows. */
const longestTitle = 80;

/** Makes the errors of one provider: each is classified, bounded and free of secrets. */
export interface Failures {
  /** A refusal with its status, or a good status with an error in its body. */
  refused(response: ProviderResponse, body: string): ProviderError;
  /** An answer that points elsewhere, to `target` in words, and is not followed. */
  redirected(response: ProviderResponse, target: string): ProviderError;
  /** An error that arrived inside a stream, as its whole frame. */
  inStream(response: ProviderResponse, frame: unknown): ProviderError;
  /** A stream that ended before its answer was complete. */
  cut(response: ProviderResponse, what: string): ProviderError;
  /** An answer that cannot be understood; `isStream` says on which kind of call. */
  unusable(
    response: ProviderResponse,
    what: string,
    details?: { readonly body?: string; readonly isStream?: boolean },
  ): ProviderError;
  /** An answer that is not JSON: says what it is instead, and of its text a page's title at most. */
  notJson(
    response: ProviderResponse,
    text: string,
    details?: { readonly isStream?: boolean },
  ): ProviderError;
  /** A request that this provider's wire cannot express; another provider may well do. */
  untranslatable(what: string, cause?: unknown): ProviderError;
  /** What the transport threw: a lost connection, or the caller's abort. */
  thrown(
    error: unknown,
    signal: AbortSignal | undefined,
    details?: { readonly response?: ProviderResponse; readonly isStream?: boolean },
  ): ProviderError;
}

/** Makes the error maker of one provider. */
export function createFailures(
  provider: string,
  redactor: Redactor,
  clock: Pick<Clock, 'now'>,
): Failures {
  function classify(error: unknown): ErrorClassification {
    const told = classifyError(error, { provider, now: clock.now() });
    return { ...told, message: redactor.text(told.message) };
  }

  /**
   * The classification of what is worth a `502`: the server answered, but not sensibly. The message
   * decides nothing, for a page's title may stand in it.
   */
  function classifyUnusable(message: string, headers: Readonly<Record<string, string>>) {
    const { status: _status, ...rest } = classify({ status: 502, headers });
    return { ...rest, message };
  }

  /** Masked before it is cut, or half a secret could be left. */
  function showTitle(title: string): string {
    const { message } = classify({ message: title });
    return message.length <= longestTitle ? message : `${message.slice(0, longestTitle - 1)}…`;
  }

  function describe(response: ProviderResponse, body: unknown) {
    return {
      provider,
      headers: redactor.headers(response.headers),
      body: excerpt(body),
      requestId: readRequestId(response.headers, body),
    };
  }

  function unusable(
    response: ProviderResponse,
    what: string,
    { body, isStream = false }: { readonly body?: string; readonly isStream?: boolean } = {},
  ): ProviderError {
    const kept = body === undefined ? undefined : redactor.json(parseJson(body) ?? body);
    const described = describe(response, kept);
    const classification = classifyUnusable(what, described.headers);
    const code = isStream ? 'stream_broken' : 'all_failed';
    return new ProviderError(code, tell('gave no usable answer', classification), {
      ...described,
      classification,
    });
  }

  return {
    refused(response, text) {
      const body = redactor.json(parseJson(text) ?? text);
      const classification = classify({ ...response, body });
      const { status } = response;
      const said = status < 300 ? 'answered with an error' : `answered ${status}`;
      return new ProviderError(codeOf(classification, 'all_failed'), tell(said, classification), {
        ...describe(response, body),
        classification,
        status: status < 300 ? classification.status : status,
      });
    },
    redirected(response, target) {
      const status = response.status === 0 ? undefined : response.status;
      const { status: _status, ...rest } = classify({ status: 404, headers: {} });
      const classification = {
        ...rest,
        message: redactor.text(`The answer points to ${target}, where no key is sent after it.`),
        action: 'Configure the address that answers as baseUrl; use another deployment meanwhile.',
        ...(status !== undefined && { status }),
      };
      const said = `answered ${status ?? 'a redirect'}`;
      const described = describe(response, undefined);
      const { location: _location, ...headers } = described.headers;
      return new ProviderError('all_failed', tell(said, classification), {
        ...described,
        headers,
        classification,
        status,
      });
    },
    inStream(response, frame) {
      const body = redactor.json(frame);
      const classification = classify(body);
      return new ProviderError(
        codeOf(classification, 'stream_broken'),
        tell('sent an error inside the stream', classification),
        { ...describe(response, body), classification, status: classification.status },
      );
    },
    cut(response, what) {
      const classification = { ...classify({ code: 'ECONNRESET', message: what }), message: what };
      return new ProviderError('stream_broken', tell('broke off', classification), {
        ...describe(response, undefined),
        classification,
      });
    },
    unusable,
    notJson(response, text, details = {}) {
      const type = mediaTypeOf(response);
      const what = `The answer is not JSON (${type ? `content-type ${type}` : 'no content-type'})`;
      const title = showTitle(pageTitle(text));
      const titled = title === '' ? '' : ` titled '${title}'`;
      const page = isWebPage(response, text) ? `: it looks like a web page${titled}` : '';
      return unusable(response, `${what}${page}.`, { ...details, body: text });
    },
    untranslatable(what, cause) {
      const told = classify({ status: 400, body: { error: { message: what } } });
      const { status: _status, ...rest } = told;
      const action = 'Leave it out, or send the request to another provider.';
      const classification = { ...rest, message: what, retryable: false, failover: true, action };
      const said = 'cannot be sent this request';
      return new ProviderError('invalid_request', tell(said, classification), {
        provider,
        classification: { ...classification, category: 'invalid_request' },
        ...(cause !== undefined && { cause: redactor.thrown(cause) }),
      });
    },
    thrown(error, signal, { response, isStream = false } = {}) {
      const cause = signal?.aborted ? signal.reason : error;
      const classification = signal?.aborted ? classifyAbort(cause) : classify(error);
      const code = codeOf(classification, isStream ? 'stream_broken' : 'all_failed');
      const failed = response === undefined ? 'could not be reached' : 'broke off';
      const said = signal?.aborted ? 'was stopped by the caller' : failed;
      return new ProviderError(code, tell(said, classification), {
        provider,
        ...(response && describe(response, undefined)),
        classification,
        cause: redactor.thrown(cause),
      });
    },
  };

  /** An abort stays an abort whatever its reason; only a time-out is told apart. */
  function classifyAbort(reason: unknown): ErrorClassification {
    const told = classify(reason);
    if (told.category === 'aborted' || told.category === 'timeout') return told;
    return classify(new DOMException('The caller stopped the request.', 'AbortError'));
  }

  function tell(said: string, { category, message, action }: ErrorClassification): string {
    const told = message.replace(/[.\s]+$/, '');
    const what = `${provider} ${said} (${category})`;
    if (told !== '') return redactor.text(`${what}: ${told}. ${action}`);
    // Where nothing at all is known, there is no message to look at either.
    return category === 'unknown' ? `${what}. It gave no reason.` : `${what}. ${action}`;
  }
}

function codeOf(
  classification: ErrorClassification,
  otherwise: 'all_failed' | 'stream_broken',
): RouterErrorCode {
  const { category } = classification;
  return category === 'invalid_request' || category === 'aborted' ? category : otherwise;
}

/** A short body as it is, a long one as the beginning of its text. */
function excerpt(body: unknown): unknown {
  const text = typeof body === 'string' ? body : (JSON.stringify(body) ?? '');
  return text.length <= longestExcerpt ? body : `${text.slice(0, longestExcerpt)}…`;
}
