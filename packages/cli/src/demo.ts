import type { ChatRequest } from '@llm-router/core';
import { createRandom, systemRandom } from '@llm-router/core';
import { createRouter, type DeploymentStatus, type Router } from 'llm-router';
import { type Agreement, checkAgreement } from './check-agreement.ts';
import type { DemoOptions } from './demo-options.ts';
import type { Environment } from './environment.ts';
import type { Fleet } from './fleet.ts';
import { formatCount, formatPrice, formatTable } from './format.ts';
import { inventPrompts } from './invented-prompts.ts';
import { lookOf } from './look.ts';
import { printReport } from './print-report.ts';
import { createProgressLine } from './progress-line.ts';
import { type PromptSource, type Survey, surveyPrompts } from './prompt-source.ts';
import { readPrompts } from './read-prompts.ts';
import { findRealModels, keyVariables, type RealModel, useRealModels } from './real-providers.ts';
import type { Report } from './report.ts';
import { describeQuota, simulatedModels, startSimulatedModels } from './simulated-models.ts';
import { describeSpending, waitForSecondThoughts } from './spending-notice.ts';
import { createTally } from './tally.ts';

/** One run: its prompts, its models and its end. */
interface Run {
  readonly options: DemoOptions;
  readonly environment: Environment;
  readonly source: PromptSource;
  readonly survey: Survey;
  readonly fleet: Fleet;
  /** Aborts at Ctrl-C. */
  readonly signal: AbortSignal;
}

/** Sends prompts through a router and reports what became of them; answers the exit code. */
export async function demo(options: DemoOptions, environment: Environment): Promise<number> {
  const say = sayOn(options, environment);
  const { input, prompts, seed } = options;
  const source = input === undefined ? inventPrompts(prompts, seed) : readPrompts(input);
  const survey = await surveyPrompts(source);
  const models =
    input === undefined || options.simulated ? [] : findRealModels(environment.variables);
  const fleet = models.length > 0 ? useRealModels(models) : await startSimulatedModels(options);
  const stop = new AbortController();
  const stopListening = environment.onInterrupt(() => stop.abort(new Error('stopped by Ctrl-C')));
  // Whoever read our output and has gone, as `head` does, wants no more of it either.
  environment.onOutputLost((reason) => stop.abort(reason));
  const run = { options, environment, source, survey, fleet, signal: stop.signal };
  try {
    const router = createRouter(
      { deployments: fleet.deployments },
      {
        clock: environment.clock,
        random: fleet.kind === 'simulated' ? createRandom(seed) : systemRandom,
      },
    );
    for (const line of introduce(run, models)) say(line);
    if (!(await mayStart(run, say))) {
      say('Nothing was sent.');
      return 130;
    }
    const report = await sendAll(run, router);
    await router.close();
    return conclude(run, report, router.status().deployments);
  } finally {
    stopListening();
    await fleet.close();
  }
}

/** People read stdout, unless that is kept for JSON. */
function sayOn({ json }: DemoOptions, environment: Environment): (line: string) => void {
  const output = json ? environment.stderr : environment.stdout;
  return (line) => output.write(`${line}\n`);
}

function introduce(run: Run, models: readonly RealModel[]): readonly string[] {
  const { options, source, survey, fleet } = run;
  if (fleet.kind === 'real') return describeSpending(models, survey);
  const quotas = simulatedModels.map(({ name, limits = {}, price }) => [
    `  ${name}`,
    describeQuota(limits),
    price ? formatPrice(price) : '',
  ]);
  return [
    ...reasonForSimulated(options),
    ...(survey.namingModel > 0
      ? [
          `The model that ${countPrompts(survey.namingModel)} asked for is not there; simulated ones stand in.`,
        ]
      : []),
    'Three simulated models on 127.0.0.1; nothing is spent, nothing leaves this machine:',
    ...formatTable(quotas, 'left'),
    `The router ${options.limits === 'told' ? 'is told these quotas' : 'is not told these quotas and learns them'}. The first in the list that is free is taken.`,
    `Sending ${countPrompts(survey.prompts)} (${source.origin}) at once:`,
  ];
}

function countPrompts(count: number): string {
  return `${formatCount(count)} ${count === 1 ? 'prompt' : 'prompts'}`;
}

function reasonForSimulated({ input, simulated }: DemoOptions): string[] {
  if (input === undefined || simulated) return [];
  return [`No provider key is set (${keyVariables.join(', ')}).`];
}

/** Whoever watches a terminal gets time to stop before money is spent. */
async function mayStart(
  { fleet, options, environment, signal }: Run,
  say: (line: string) => void,
): Promise<boolean> {
  const { isTerminal } = options.json ? environment.stderr : environment.stdout;
  if (fleet.kind === 'simulated' || !isTerminal) return !signal.aborted;
  return waitForSecondThoughts(environment.clock, signal, say);
}

async function sendAll(run: Run, router: Router): Promise<Report> {
  const { options, environment, survey, fleet, signal } = run;
  const { clock, stdout, stderr } = environment;
  const tally = createTally(survey.prompts);
  const line = createProgressLine(options.json ? stderr : stdout, clock, survey.prompts);
  const startedAt = clock.now();
  const items = router.batch(promptsOf(run), {
    signal,
    concurrency: fleet.concurrency,
    // After Ctrl-C only what is given up comes in, and is no progress.
    onProgress: (progress) => {
      if (!signal.aborted) line.update(progress);
    },
  });
  try {
    for await (const item of items) tally.add(item);
  } catch (error) {
    if (!signal.aborted) throw error;
  }
  line.end();
  return tally.report(clock.now() - startedAt);
}

/** The prompts until Ctrl-C; the models that they name mean nothing to simulated ones. */
async function* promptsOf({ source, fleet, signal }: Run): AsyncGenerator<ChatRequest | string> {
  for await (const prompt of source.read()) {
    if (signal.aborted) return;
    if (fleet.kind === 'real' || typeof prompt === 'string') {
      yield prompt;
    } else {
      const { model: _, ...request } = prompt;
      yield request;
    }
  }
}

function conclude(
  { options, environment, fleet, signal }: Run,
  report: Report,
  states: readonly DeploymentStatus[],
): number {
  const agreement = fleet.hits && checkAgreement(report, fleet.hits());
  environment.stdout.write(
    options.json
      ? `${toJson(fleet, report, agreement)}\n`
      : `\n${printReport(report, agreement, states, lookOf(environment))}`,
  );
  if (signal.aborted) return 130;
  return report.answered === report.prompts && agreement?.outcome !== 'differs' ? 0 : 1;
}

function toJson({ kind }: Fleet, report: Report, agreement: Agreement | undefined): string {
  return JSON.stringify({ models: kind, ...report, ...(agreement && { agreement }) }, null, 2);
}
