/** The settings as README and .env.example show them, made from config.ts so that they cannot disagree. */
import { SETTINGS } from './config.ts';

/** Markdown table: setting, default, meaning. */
export function settingsTable(): string {
  const rows = Object.entries(SETTINGS).map(
    ([name, { default: fallback, kind, is }]) =>
      `| \`${name}\` | ${kind} | ${fallback === null ? '–' : `\`${fallback}\``} | ${is} |`,
  );
  return ['| Setting | Type | Default | Meaning |', '| --- | --- | --- | --- |', ...rows, ''].join('\n');
}

/** .env.example: every setting commented out with its default. */
export function envExample(): string {
  const blocks = Object.entries(SETTINGS).map(
    ([name, { default: fallback, kind, is }]) => `# ${is} (${kind})\n# ${name}=${fallback ?? ''}\n`,
  );
  return `# Copy to .env and take away the # of what you change.\n\n${blocks.join('\n')}`;
}
