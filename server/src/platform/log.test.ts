import { expect, test } from 'vitest';
import { createLog, stackOf } from './log.ts';

function linesOf(write: (log: ReturnType<typeof createLog>) => void): string[] {
  const lines: string[] = [];
  write(createLog('info', { write: line => void lines.push(line) }));
  return lines;
}

test('a line is one JSON object, its time in UTC', () => {
  const [line = ''] = linesOf(log => log.info('request', { requestId: 'r1', ms: 1.5 }));
  expect(JSON.parse(line).time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
});

test('a line break in a value makes no second line', () => {
  const lines = linesOf(log => log.info('request', { operation: 'a\n{"level":60,"msg":"forged"}\r\nb' }));
  expect(lines).toHaveLength(1);
  expect(lines[0]?.trimEnd()).not.toMatch(/[\r\n]/);
});

test('an error is told by where it arose, never by its words', () => {
  expect(stackOf(new Error('01815799941 is taken'))).not.toContain('taken');
  expect(stackOf('01815799941')).toBe('string');
});
