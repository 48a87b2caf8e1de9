const browsers: [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const systems: [RegExp, string][] = [
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

const nameIn = (list: [RegExp, string][], text: string) => list.find(([pattern]) => pattern.test(text))?.[1];

/** `Chrome, Linux` for what a browser calls itself; null when it is none that people know. */
export function deviceName(userAgent: string | null): string | null {
  const parts = [nameIn(browsers, userAgent ?? ''), nameIn(systems, userAgent ?? '')].filter(
    part => part !== undefined,
  );
  return parts.length > 0 ? parts.join(', ') : null;
}
