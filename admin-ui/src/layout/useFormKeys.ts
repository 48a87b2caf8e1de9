import { useEffect } from 'react';
import { useControlKey } from '../shared/hotkeys.ts';

const inField = (element: Element | null): element is HTMLElement =>
  element instanceof HTMLElement && element.matches('input, textarea, select');

/** Ctrl Enter does the main action of the form one is in; Esc leaves a field, so that single keys work again. */
export function useFormKeys() {
  useControlKey('Enter', () => document.activeElement?.closest('form')?.requestSubmit());
  useEffect(() => {
    const leave = (event: KeyboardEvent) => {
      const field = document.activeElement;
      if (event.key !== 'Escape' || event.defaultPrevented || !inField(field)) return;
      // In a dialog Esc belongs to the dialog.
      if (!field.closest('[role="dialog"]')) field.blur();
    };
    document.addEventListener('keydown', leave);
    return () => document.removeEventListener('keydown', leave);
  }, []);
}
