import {
  type CallOptions,
  type ChatRequest,
  createEmitter,
  type EmbeddingRequest,
  isRouterError,
  type Ledger,
  onAbort,
  type RouterError,
  type RouterErrorCode,
  type RouterEvent,
} from '@llm-router/core';
import { runBatch } from './batch.ts';
import { buildHouse, moveIn } from './build-house.ts';
import { alsoEndedBy, deadlineOf } from './call-ends.ts';
import { createChatStream, type StreamTies } from './chat-stream.ts';
import { checkCallOptions } from './check-call-options.ts';
import { checkListener } from './check-listener.ts';
import { checkRequest } from './check-request.ts';
import { withCheckedRandom } from './checked-random.ts';
import { createClosing, endedByClosing } from './closing.ts';
import { diffConfigs } from './config-diff.ts';
import { copyRequest } from './copy-request.ts';
import { embeddedAnswer, embeddingHouse } from './embedding/embedded-answer.ts';
import { toRoutedRequest } from './embedding/embedding-request.ts';
import { withLedger } from './failures.ts';
import { forecast } from './forecast.ts';
import type { Call, House } from './house.ts';
import { createLedgerWriter, type LedgerWriter } from './ledger-writer.ts';
import { logEvents } from './log-events.ts';
import { readCredits } from './read-credits.ts';
import { decide, route } from './route.ts';
import type { ChatResult, EmbedResult, Router } from './router.ts';
import type { RouterConfig, RouterDependencies } from './router-config.ts';
import { runStream } from './run-stream.ts';
import { readStatus } from './status.ts';
import { toEmbedResult, toResult } from './to-result.ts';
import { type ChatAnswer, wholeAnswer } from './whole-answer.ts';
import { openArrival } from './wire/arrival.ts';
import { createFetch, defaultMaxBodyBytes } from './wire/create-fetch.ts';
import { listModelNames } from './wire/list-model-names.ts';
import { withWrittenForms } from './written-forms.ts';

/** A call that has entered the router. */
interface Visit {
  readonly call: Call;
  /** The house that it entered, whatever is configured meanwhile. */
  readonly house: House;
  readonly ledger: LedgerWriter;
  /** Lets go of the caller's signal. */
  readonly end: () => void;
}

/**
 * Makes a router: every request goes to the model that should answer it, at the moment its limits
 * allow, and is seen through to an answer.
 *
 * @example
 * const router = createRouter({
 *   deployments: [
 *     { provider: 'openai', model: 'gpt-4o-mini', apiKey, limits: { requestsPerMinute: 500 } },
 *     { provider: 'groq', model: 'llama-3.3-70b-versatile', apiKey: groqKey },
 *   ],
 * });
 * const { text, usage, cost, ledger } = await router.chat('Hello');
 *
 * @throws RouterError `invalid_config` naming every place that cannot be meant
 */
export function createRouter(config: RouterConfig, given: RouterDependencies = {}): Router {
  const dependencies = withCheckedRandom(given);
  const events = createEmitter<RouterEvent>();
  let house: House = withWrittenForms(config, () => buildHouse(config, dependencies, events));
  moveIn(house);
  if (dependencies.logger !== undefined) logEvents(events, dependencies.logger);
  const { totals } = house;
  const closing = createClosing(house);
  onAbort(closing.begun, () => house.health.close());
  /** The ledgers of those who have entered and not left. */
  const inside = new Set<LedgerWriter>();

  /** @param over ends the call, as the caller's own signal does */
  function enter(
    read: () => ChatRequest,
    given: CallOptions,
    stream: boolean,
    over: AbortSignal = closing.over,
  ): Visit {
    closing.refuseIfBegun();
    checkCallOptions(given);
    const request = { ...read(), stream };
    const { tenant = 'default', metadata } = given;
    const { model } = request;
    const ledger = createLedgerWriter(house.clock, {
      id: `req_${randomId(house)}`,
      tenant,
      request: { ...(model !== undefined && { model }), stream },
      ...(metadata && { metadata: { ...metadata } }),
    });
    const { options, end } = alsoEndedBy(over, given, house);
    const call = { request, options, tenant, deadline: deadlineOf(given, house, ledger.at) };
    totals.entered();
    inside.add(ledger);
    if (events.hears('request-started')) {
      const asked = model === undefined ? {} : { model };
      events.emit({
        type: 'request-started',
        at: ledger.at,
        ledgerId: ledger.id,
        tenant,
        ...asked,
      });
    }
    return { call, house, ledger, end };
  }

  /** Ends a visit, once: what fails after it has ended counts no second time. */
  function leave({ ledger: writer, end }: Visit, outcome: 'ok' | RouterErrorCode): Ledger {
    end();
    const ledger = writer.close(outcome);
    if (!inside.delete(writer)) return ledger;
    totals.left(outcome === 'ok');
    if (events.hears('request-ended')) {
      events.emit({ type: 'request-ended', at: house.clock.now(), ledgerId: ledger.id, ledger });
    }
    closing.left();
    return ledger;
  }

  /** The result comes first: an answer of which none can be made is no success. */
  function succeed(visit: Visit, answer: ChatAnswer): ChatResult {
    const result = toResult(answer, visit.ledger.close('ok'));
    leave(visit, 'ok');
    return result;
  }

  function fail(visit: Visit, error: unknown): RouterError {
    const told = closing.over.aborted ? endedByClosing(error) : error;
    const code = isRouterError(told) ? told.code : 'all_failed';
    return withLedger(told, leave(visit, code));
  }

  /** @param losses what a translation before this call had to leave out */
  async function chat(
    request: ChatRequest | string,
    options: CallOptions = {},
    losses: readonly string[] = [],
  ): Promise<ChatResult> {
    const visit = enter(() => copyRequest(checkRequest(request)), options, false);
    losses.forEach(visit.ledger.lost);
    try {
      const answer = await route(visit.call, visit.house, visit.ledger, wholeAnswer);
      return succeed(visit, answer);
    } catch (error) {
      throw fail(visit, error);
    }
  }

  async function embed(request: EmbeddingRequest, options: CallOptions = {}): Promise<EmbedResult> {
    const visit = enter(() => toRoutedRequest(request, house), options, false);
    const { call, ledger } = visit;
    try {
      const own = embeddingHouse(visit.house, request);
      const answer = await route(call, own, ledger, embeddedAnswer(request));
      return toEmbedResult(answer, leave(visit, 'ok'));
    } catch (error) {
      throw fail(visit, error);
    }
  }

  async function* streamPieces(
    request: ChatRequest | string,
    options: CallOptions,
    { onCommitted, onFailed, left }: StreamTies,
    onEntered: (ledger: LedgerWriter) => void = () => {},
  ) {
    const visit = enter(() => copyRequest(checkRequest(request)), options, true, left);
    onEntered(visit.ledger);
    let failed: RouterError | undefined;
    const failOnce = (error: unknown) => {
      if (failed !== undefined) return failed;
      failed = fail(visit, error);
      onFailed(failed);
      return failed;
    };
    try {
      const answer = yield* runStream(visit.call, visit.house, visit.ledger, onCommitted, failOnce);
      return succeed(visit, answer);
    } catch (error) {
      throw failOnce(error);
    }
  }

  return {
    chat: (request, options) => chat(request, options),
    embed,
    fetch: createFetch({
      chat,
      embed,
      stream(request, options, losses) {
        let ledger: LedgerWriter | undefined;
        const stream = createChatStream(
          (ties) =>
            streamPieces(request, options, ties, (writer) => {
              ledger = writer;
              losses.forEach(writer.lost);
            }),
          closing.over,
        );
        return { stream, ledger: () => ledger?.soFar() };
      },
      arrive: (options) => {
        closing.refuseIfBegun();
        return openArrival(options, closing.begun, house);
      },
      models: () => listModelNames(house),
      maxBodyBytes: () => house.config.wire?.maxBodyBytes ?? defaultMaxBodyBytes,
    }),
    stream: (request, options = {}) =>
      createChatStream((ties) => streamPieces(request, options, ties), closing.over),
    batch: (requests, options = {}) => runBatch(requests, options, chat, house.clock),
    async explain(request, options = {}) {
      checkCallOptions(options);
      const call = {
        request: copyRequest(checkRequest(request)),
        options,
        tenant: options.tenant ?? 'default',
        deadline: deadlineOf(options, house, house.clock.now()),
      };
      const { model, stream } = call.request;
      const ledger = createLedgerWriter(house.clock, {
        id: `exp_${randomId(house)}`,
        tenant: call.tenant,
        request: { ...(model !== undefined && { model }), stream: stream === true },
      });
      const open = decide(call, house, ledger);
      ledger.candidates(forecast(ledger.verdicts(), open, call, house));
      return ledger.close();
    },
    credits: async () => {
      closing.refuseIfBegun();
      return readCredits(house);
    },
    status: () => readStatus(house),
    update(next) {
      closing.refuseIfBegun();
      const before = house;
      const after = withWrittenForms(next, () => buildHouse(next, dependencies, events, before));
      house = after;
      moveIn(after, before);
      const diff = diffConfigs(before, after);
      const changes = [
        ...diff.added.map((id) => `added ${id}`),
        ...diff.removed.map((id) => `removed ${id}`),
        ...diff.changed.map((id) => `changed ${id}`),
        ...diff.options.map((name) => `changed ${name}`),
      ];
      events.emit({ type: 'config-changed', at: house.clock.now(), changes });
      return diff;
    },
    on(type, listener) {
      checkListener(type, listener);
      return events.on(type, listener);
    },
    close: closing.close,
  };
}

/** Sixty-odd bits of chance, so that ids of many processes do not meet. */
function randomId({ random }: House): string {
  const part = () =>
    Math.floor(random() * 2 ** 32)
      .toString(36)
      .padStart(7, '0');
  return part() + part();
}
