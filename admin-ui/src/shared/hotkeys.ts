import { useEffect, useRef } from 'react';
import { getPreference } from '../providers/preferences.ts';

export const HOTKEYS_PREFERENCE = 'hotkeys.single';

/**
 * What a key is called here: letters and signs by what they type (`t`, `?`, `Escape`, `ArrowLeft`), the number row by
 * where it is (`Digit1` … `Digit0`, `Minus`, `Equal`), so that it works on any layout.
 */
export type Hotkeys = Record<string, (event: KeyboardEvent) => void>;

interface HotkeyOptions {
  enabled?: boolean;
  /** Set inside a dialog that has keys of its own; elsewhere an open dialog silences the page behind it. */
  insideDialog?: boolean;
  /** Asked before everyone else: a page that means something else by a key of the frame. */
  first?: boolean;
}

const FIELDS =
  'input, textarea, select, [contenteditable="true"], [role="textbox"], [role="combobox"], [role="slider"]';
const BUTTON_LIKE = new Set(['checkbox', 'radio', 'button', 'submit', 'reset', 'range']);

function isTyping(target: EventTarget | null) {
  if (!(target instanceof Element)) return false;
  if (target instanceof HTMLInputElement && BUTTON_LIKE.has(target.type) && target.type !== 'range')
    return false;
  return target.closest(FIELDS) !== null;
}

const dialogIsOpen = () =>
  document.querySelector('[role="dialog"], [role="menu"], [role="listbox"]') !== null;
const NUMBER_ROW = /^(Digit\d|Minus|Equal)$/;
const keyName = (event: KeyboardEvent) =>
  NUMBER_ROW.test(event.code) && !event.shiftKey
    ? event.code
    : event.key.length === 1
      ? event.key.toLowerCase()
      : event.key;

function mayFire(event: KeyboardEvent, options: HotkeyOptions) {
  if (event.defaultPrevented || event.isComposing) return false;
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return false;
  if (!options.insideDialog && dialogIsOpen()) return false;
  return event.key === 'Escape' || getPreference(HOTKEYS_PREFERENCE, true);
}

/**
 * Single keys for a screen: `useHotkeys({ g: approve, Digit1: toggleFirst })`. None fires while a field, a modifier or a
 * dialog is active, and the person can switch them all off (WCAG 2.1.4).
 */
export function useHotkeys(keys: Hotkeys, options: HotkeyOptions = {}) {
  const latest = useRef({ keys, options });
  const { first = false } = options;
  useEffect(() => {
    latest.current = { keys, options };
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const now = latest.current;
      if (now.options.enabled === false) return;
      const action = now.keys[keyName(event)];
      if (!action || !mayFire(event, now.options)) return;
      event.preventDefault();
      action(event);
    };
    document.addEventListener('keydown', listen, first);
    return () => document.removeEventListener('keydown', listen, first);
  }, [first]);
}

/** Ctrl (or Cmd) with a key; works in fields too: `useControlKey('k', openSearch)`. */
export function useControlKey(key: string, action: () => void) {
  const latest = useRef(action);
  useEffect(() => {
    latest.current = action;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== key.toLowerCase())
        return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [key]);
}
