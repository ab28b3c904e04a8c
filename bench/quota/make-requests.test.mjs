import assert from 'node:assert/strict';
import { test } from 'node:test';
import { indexOfPrompt, makeRequests } from './make-requests.mjs';
import { scenarios } from './scenarios.mjs';

const options = { count: 200, seed: 1, counts: 'produced' };

test('request i of a seed is the same however many there are, and another with another seed', () => {
  for (const scenario of scenarios) {
    const some = makeRequests(scenario, { ...options, count: 20 });
    assert.deepEqual(some, makeRequests(scenario, options).slice(0, 20));
    const others = makeRequests(scenario, { ...options, count: 20, seed: 2 });
    assert.notDeepEqual(
      some.map(({ latencyMs }) => latencyMs),
      others.map(({ latencyMs }) => latencyMs),
    );
  }
});

test('a prompt tells its index, and no other text does', () => {
  for (const { prompt, index } of makeRequests(scenarios[0], options)) {
    assert.equal(indexOfPrompt(prompt), index);
  }
  assert.equal(indexOfPrompt('Hello'), undefined);
  assert.equal(indexOfPrompt(undefined), undefined);
});

test('every request fits the bucket of every model, whatever is reserved for its answer', () => {
  for (const scenario of scenarios) {
    for (const { promptTokens } of makeRequests(scenario, options)) {
      for (const { tokens } of scenario.models) {
        if (tokens) assert.ok(promptTokens + scenario.outputTokens.max <= tokens.burst);
      }
    }
  }
});

test('lengths stay in their range, and latencies have the median that was asked for', () => {
  for (const { promptCharacters, outputTokens, ...scenario } of scenarios) {
    const requests = makeRequests({ ...scenario, promptCharacters, outputTokens }, options);
    for (const { prompt, outputTokens: length } of requests) {
      assert.ok(prompt.length >= promptCharacters.min && prompt.length <= promptCharacters.max);
      assert.ok(length >= outputTokens.min && length <= outputTokens.max);
    }
    const sorted = requests.map(({ latencyMs }) => latencyMs).sort((a, b) => a - b);
    assert.ok(Math.abs(sorted[100] - 300) < 30, `the median is ${sorted[100]}`);
  }
});

test('where max_tokens counts, it is the length of the answer', () => {
  const [scenario] = scenarios;
  for (const request of makeRequests(scenario, { ...options, counts: 'max_tokens' })) {
    assert.equal(request.maxTokens, request.outputTokens);
  }
});
