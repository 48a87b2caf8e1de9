import IconButton from '@mui/material/IconButton';
import type { ComponentType, SVGProps } from 'react';

interface ToolProps {
  name: string;
  hotkey: string;
  Icon: ComponentType<SVGProps<SVGSVGElement>>;
  onPress: () => void;
  /** For tools that are on or off. */
  pressed?: boolean;
}

/** An icon with a name and a key. */
export function Tool({ name, hotkey, Icon, onPress, pressed }: ToolProps) {
  return (
    <IconButton
      aria-label={`${name} (${hotkey})`}
      title={`${name} (${hotkey})`}
      aria-keyshortcuts={hotkey}
      aria-pressed={pressed}
      onClick={onPress}
      sx={{
        width: 32,
        height: 32,
        ...(pressed && { bgcolor: 'desk.accentBg2', color: 'desk.accentText' }),
        ...(pressed && { '&:hover': { bgcolor: 'desk.accentBg2' } }),
      }}
    >
      <Icon aria-hidden />
    </IconButton>
  );
}
