import { useState } from 'react';
import { usePreference } from '../../providers/preferences.ts';

/** "Photos blurred until I open them" is a personal setting; P opens or covers the pair on the bench. */
export function useBlur() {
  const [wanted, setWanted] = usePreference('bench.blur', false);
  const [opened, setOpened] = useState(false);
  const covered = wanted && !opened;
  const press = () => {
    if (covered) setOpened(true);
    else {
      setWanted(true);
      setOpened(false);
    }
  };
  return { covered, press, open: () => setOpened(true), switchOff: () => setWanted(false) };
}

export type Blur = ReturnType<typeof useBlur>;
