import { invalidConfig } from '@llm-router/core';
import type { Calibration } from './calibrate.ts';
import { numberCount } from './read-request.ts';
import { mostModels, waveCount, wordBuckets } from './sizes.ts';

/**
 * Checks a calibration that was saved as JSON and parsed again. Nothing is converted: the same object
 * comes back.
 *
 * @throws RouterError `invalid_config` naming the field
 * @example
 * const calibration = loadCalibration(JSON.parse(await readFile('calibration.json', 'utf8')));
 */
export function loadCalibration(json: unknown): Calibration {
  const { version, models, scale, heads, report } = objectAt('', json);
  if (version !== 1) fail('version', version, '1: make it again with this version of calibrate()');
  if (!isListOf(models, isText) || models.length < 2 || models.length > mostModels) {
    fail('models', models, `a list of 2 to ${mostModels} ids`);
  }
  checkScale(objectAt('scale', scale));
  if (!Array.isArray(heads) || heads.length !== models.length) {
    fail('heads', heads, `a list of ${models.length}, one for each model`);
  }
  heads.forEach((head: unknown, index) => {
    const { intercept, weights } = objectAt(`heads[${index}]`, head);
    if (!isFigure(intercept)) fail(`heads[${index}].intercept`, intercept, 'a number');
    checkNumbers(`heads[${index}].weights`, weights, waveCount + wordBuckets);
  });
  checkReport(objectAt('report', report), models.length);
  return json as Calibration;
}

function checkScale({ seed, means, deviations, requests, wordCounts }: Fields): void {
  if (!isFigure(seed)) fail('scale.seed', seed, 'a number');
  if (!isFigure(requests) || requests < 1) fail('scale.requests', requests, 'a number above 0');
  checkNumbers('scale.means', means, numberCount);
  checkNumbers('scale.deviations', deviations, numberCount);
  checkNumbers('scale.wordCounts', wordCounts, wordBuckets);
}

function checkReport({ points }: Fields, models: number): void {
  if (!Array.isArray(points) || points.length === 0) fail('report.points', points, 'a list');
  points.forEach((point: unknown, index: number) => {
    const where = `report.points[${index}]`;
    const { threshold, quality, nanoUsd, shares } = objectAt(where, point);
    if (!isFigure(threshold)) fail(`${where}.threshold`, threshold, 'a number');
    checkEstimate(`${where}.quality`, quality);
    if (nanoUsd !== null) checkEstimate(`${where}.nanoUsd`, nanoUsd);
    if (!Array.isArray(shares) || shares.length !== models) {
      fail(`${where}.shares`, shares, `a list of ${models}`);
    }
  });
}

function checkEstimate(where: string, estimate: unknown): void {
  const { value } = objectAt(where, estimate);
  if (!isFigure(value)) fail(`${where}.value`, value, 'a number');
}

function checkNumbers(where: string, list: unknown, length: number): void {
  if (!isListOf(list, isFigure) || list.length !== length) {
    fail(where, list, `a list of ${length} numbers`);
  }
}

type Fields = Readonly<Record<string, unknown>>;

function objectAt(where: string, value: unknown): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    fail(where, value, 'an object that calibrate() made');
  }
  return value as Fields;
}

function fail(where: string, value: unknown, expected: string): never {
  throw invalidConfig(`calibration${where === '' ? '' : `.${where}`}`, value, expected);
}

function isListOf<T>(value: unknown, isItem: (item: unknown) => item is T): value is readonly T[] {
  return Array.isArray(value) && value.every(isItem);
}

function isFigure(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
