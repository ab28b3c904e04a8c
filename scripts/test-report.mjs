#!/usr/bin/env node
// Reads jest's JSON report (`jest --json --outputFile=report.json`).
//
//   node scripts/test-report.mjs skipped report.json    names the tests that did not run; fails if there are any
//   node scripts/test-report.mjs counts report.json     prints "N passed, N failed"; fails unless all passed
import { existsSync, readFileSync } from 'node:fs';

const [command, path] = process.argv.slice(2);
const commands = { skipped: reportSkipped, counts: reportCounts };
if (commands[command] === undefined || path === undefined) {
  console.error('Usage: node scripts/test-report.mjs skipped|counts <report.json>');
  process.exit(2);
}
// A run that broke down before its first test leaves no report: nothing passed, and that is a failure.
const report = existsSync(path)
  ? JSON.parse(readFileSync(path, 'utf8'))
  : { numPassedTests: 0, numFailedTests: 0, numRuntimeErrorTestSuites: 1, testResults: [] };
process.exitCode = commands[command](report) ? 0 : 1;

function reportSkipped({ testResults }) {
  const skipped = testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status !== 'passed' && status !== 'failed'),
  );
  for (const { fullName, status } of skipped) console.error(`✗ ${status}: ${fullName}`);
  console.log(`${skipped.length} tests were skipped.`);
  return skipped.length === 0;
}

/** A file that could not run at all counts as one failed test. */
function reportCounts({ numPassedTests, numFailedTests, numRuntimeErrorTestSuites }) {
  const failed = numFailedTests + numRuntimeErrorTestSuites;
  console.log(`${numPassedTests} passed, ${failed} failed`);
  return failed === 0 && numPassedTests > 0;
}
