import IconButton from '@mui/material/IconButton';
import type { ComponentType, SVGProps } from 'react';

interface ViewerToolProps {
  name: string;
  /** As it is pressed; none for what is rare. */
  hotkey?: string;
  Icon: ComponentType<SVGProps<SVGSVGElement>>;
  onPress: () => void;
  pressed?: boolean;
  disabled?: boolean;
}

/** An icon with a name, and a key where there is one. */
export function ViewerTool({ name, hotkey, Icon, onPress, pressed, disabled }: ViewerToolProps) {
  const label = hotkey ? `${name} (${hotkey})` : name;
  return (
    <IconButton
      aria-label={label}
      title={label}
      aria-keyshortcuts={hotkey}
      aria-pressed={pressed}
      aria-disabled={disabled || undefined}
      onClick={() => disabled || onPress()}
      sx={{
        ...{ width: 32, height: 32, color: disabled ? 'desk.edge' : undefined },
        ...(pressed && { bgcolor: 'desk.accentBg2', color: 'desk.accentText' }),
        ...(pressed && { '&:hover': { bgcolor: 'desk.accentBg2' } }),
      }}
    >
      <Icon aria-hidden />
    </IconButton>
  );
}
