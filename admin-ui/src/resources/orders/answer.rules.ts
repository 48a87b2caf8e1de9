/** A register's answer as lines somebody can read: what is called what, one level at a time. */
export interface AnswerLine {
  /** Where it stands: `employments.0.start`. */
  path: string;
  label: string;
  value: string | number | boolean | null;
  depth: number;
}

/** `startDate` is "Start date". */
const labelOf = (name: string) => {
  const words = name
    .replaceAll(/([a-zæøå])([A-Z])/g, '$1 $2')
    .replaceAll(/[_-]+/g, ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const isScalar = (value: unknown): value is AnswerLine['value'] =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);

const MOST_LINES = 200;

type Place = Omit<AnswerLine, 'value'>;

export function answerLines(body: unknown): AnswerLine[] {
  const lines: AnswerLine[] = [];
  const walk = (value: unknown, place: Place) => {
    if (lines.length >= MOST_LINES || value === undefined) return;
    if (isScalar(value)) lines.push({ ...place, value });
    else within(heading(value as object, place), value as object);
  };
  const within = (line: AnswerLine | null, value: object) => {
    if (line) lines.push(line);
    for (const [name, inner] of Object.entries(value)) walk(inner, placeOf(name, value, line));
  };
  walk(body, { path: '', label: '', depth: 0 });
  return lines;
}

/** What holds others gets a line of its own, but for the whole. */
const heading = (value: object, place: Place): AnswerLine | null =>
  place.path === '' ? null : { ...place, value: Object.keys(value).length === 0 ? null : '' };

function placeOf(name: string, parent: object, line: AnswerLine | null): Place {
  const label = Array.isArray(parent) ? `${line?.label ?? ''} ${Number(name) + 1}`.trim() : labelOf(name);
  return { path: line ? `${line.path}.${name}` : name, label, depth: line ? line.depth + 1 : 0 };
}
