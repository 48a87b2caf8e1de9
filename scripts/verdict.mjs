/** Adds everything up and ends with one line: N passed, N failed, N skipped. */
import { existsSync, readFileSync } from 'node:fs';

const [reportFile, ...codes] = process.argv.slice(2);
const [check, tests, smoke, logs] = codes.map(Number);
const text = existsSync(reportFile) ? readFileSync(reportFile, 'utf8') : '';
const report = text
  ? JSON.parse(text)
  : { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };

let passed = report.numPassedTests;
let failed = report.numFailedTests;
for (const code of [check, smoke, logs]) {
  if (code === 0) passed += 1;
  else failed += 1;
}
// A file that could not even be loaded has no failed test of its own.
if (tests !== 0 && report.numFailedTests === 0) failed += 1;

const skipped = report.numPendingTests + report.numTodoTests;
for (const { name, assertionResults } of report.testResults) {
  for (const { status, fullName } of assertionResults) {
    if (status !== 'passed' && status !== 'failed') console.log(`skipped: ${name}: ${fullName}`);
  }
}
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exit(failed === 0 ? 0 : 1);
