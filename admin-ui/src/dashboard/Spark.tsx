import { useTheme } from '@mui/material/styles';
import { useFormat, useT } from '../i18n/index.ts';

const STEP = 14;
const BAR = 11;
const HEIGHT = 36;

/** One bar per working day, today solid. No axis: the numbers are in the text beside it. */
export function Spark({ values }: { values: readonly number[] }) {
  const t = useT();
  const format = useFormat();
  const { desk } = useTheme().palette;
  const highest = Math.max(1, ...values);
  const width = Math.max(1, values.length) * STEP;
  const [first = 0] = values;
  const last = values.at(-1) ?? 0;
  return (
    <svg
      viewBox={`0 0 ${width} ${HEIGHT}`}
      preserveAspectRatio="none"
      width="100%"
      height={HEIGHT}
      role="img"
      aria-label={t('myDay.chart', {
        days: values.length,
        from: format.number(first),
        to: format.number(last),
      })}
    >
      <line x1="0" x2={width} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} stroke={desk.line2} />
      {values.map((value, index) => {
        const height = (value / highest) * (HEIGHT - 3);
        return (
          <rect
            key={index}
            x={index * STEP + 1.5}
            y={HEIGHT - 1 - height}
            width={BAR}
            height={height}
            rx="1"
            fill={index === values.length - 1 ? desk.accent : desk.accentSoft}
          />
        );
      })}
    </svg>
  );
}
