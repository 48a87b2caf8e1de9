import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import type { Count } from '../../graphql/fragments.ts';
import { useFormat } from '../../i18n/index.ts';

export interface FacetOption<Value extends string> {
  value: Value;
  label: string;
  checked: boolean;
  count: Count | null;
}

interface FacetGroupProps<Value extends string> {
  label: string;
  options: readonly FacetOption<Value>[];
  onToggle: (value: Value) => void;
}

/** One filter: its values with boxes, and how many cases each would leave. */
export function FacetGroup<Value extends string>({ label, options, onToggle }: FacetGroupProps<Value>) {
  const format = useFormat();
  return (
    <Box component="fieldset" sx={{ border: 0, p: 0, m: 0, minWidth: 0 }}>
      <Box component="legend" sx={{ fontSize: 13, lineHeight: '18px', fontWeight: 500, mb: 0.25, p: 0 }}>
        {label}
      </Box>
      {options.map(({ value, label: name, checked, count }) => (
        <Box
          key={value}
          component="label"
          sx={{ display: 'flex', alignItems: 'center', minHeight: 28, cursor: 'pointer', ml: -0.75 }}
        >
          <Checkbox checked={checked} onChange={() => onToggle(value)} sx={{ p: 0.5, mr: 0.25 }} />
          <Box component="span" sx={{ flex: 1, minWidth: 0 }}>
            {name}
          </Box>
          <Box
            component="span"
            sx={{ fontSize: 12, color: 'desk.text2', fontVariantNumeric: 'tabular-nums' }}
          >
            {count && format.count(count)}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
