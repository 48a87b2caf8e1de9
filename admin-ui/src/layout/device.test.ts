import { expect, it } from 'vitest';
import { deviceName } from './device.ts';

it('names browser and system the way people know them', () => {
  expect(
    deviceName(
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0 Safari/537.36',
    ),
  ).toBe('Chrome, Linux');
  expect(
    deviceName(
      'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605 Version/19.0 Mobile Safari/604',
    ),
  ).toBe('Safari, iOS');
  expect(
    deviceName('Mozilla/5.0 (Windows NT 10.0; Win64) AppleWebKit/537 Chrome/153.0 Safari/537 Edg/153.0'),
  ).toBe('Edge, Windows');
});

it('gives nothing for what it does not know', () => {
  expect(deviceName('curl/8')).toBeNull();
  expect(deviceName(null)).toBeNull();
});
