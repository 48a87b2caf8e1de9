import { useT } from '../../i18n/index.ts';
import { usePreference } from '../../providers/preferences.ts';
import { announce } from '../../shared/announce.ts';
import { type Hotkeys, useHotkeys } from '../../shared/hotkeys.ts';
import { nextTab, REASON_KEYS } from './bench.rules.ts';
import type { BenchActions } from './useBenchActions.ts';
import type { BenchDesk } from './useBenchDesk.ts';
import type { Blur } from './useBlur.ts';
import { panByKey, rotate, zoom } from './view.rules.ts';

export const GUIDE_PREFERENCE = 'bench.guide';
export const ZOOM_STEP = 1.25;
export const sliderId = (name: 'brightness' | 'contrast') => `bench-${name}`;
export const COMMENT_ID = 'bench-comment';

const focusOn = (id: string) => document.getElementById(id)?.focus();

function useImageKeys(desk: BenchDesk, blur: Blur): Hotkeys {
  const t = useT();
  const [guide, setGuide] = usePreference(GUIDE_PREFERENCE, true);
  const { store, choice } = desk;
  const { part } = choice;
  const move = ({ key }: KeyboardEvent) => store.change(part, view => panByKey(view, key));
  return {
    w: () => store.change(part, (view, fit) => zoom(view, { factor: ZOOM_STEP, fit })),
    s: () => store.change(part, (view, fit) => zoom(view, { factor: 1 / ZOOM_STEP, fit })),
    q: () => store.change(part, view => rotate(view, -1)),
    e: () => store.change(part, view => rotate(view, 1)),
    ...{ ArrowLeft: move, ArrowRight: move, ArrowUp: move, ArrowDown: move },
    l: () => focusOn(sliderId('brightness')),
    k: () => focusOn(sliderId('contrast')),
    m: () => setGuide(!guide),
    p: blur.press,
    Home: () => {
      store.reset(part);
      announce(t('bench.stage.resetDone'));
    },
  };
}

/** All keys of the bench. None fires while somebody writes or a dialog is open. */
export function useBenchKeys(desk: BenchDesk, actions: BenchActions, blur: Blur) {
  const t = useT();
  const working = desk.mode === 'WORK';
  const images = useImageKeys(desk, blur);
  const reasons = Object.fromEntries(REASON_KEYS.map(({ code }) => [code, () => desk.toggleByKey(code)]));
  const switchTab = () => {
    const tab = nextTab(desk.choice.tab);
    desk.dispatch({ type: 'TAB', tab });
    announce(t(`bench.rules.tab${tab}`));
  };
  useHotkeys({
    ...images,
    ...(working ? reasons : {}),
    g: actions.approve,
    a: actions.reject,
    h: actions.skip,
    z: actions.undoLast,
    b: switchTab,
    f: actions.compare,
    ...(working ? { c: () => focusOn(COMMENT_ID) } : {}),
    Escape: () => desk.dispatch({ type: 'DISMISS' }),
  });
  // The frame's T must not take a second case away from under the one that is open.
  useHotkeys({ t: () => announce(t('bench.busyCase')) }, { enabled: working, first: true });
}
