import { useSyncExternalStore } from 'react';
import { request } from '../graphql/client.ts';
import type { Scheme } from '../theme/tokens.ts';
import { savePreferencesMutation } from './preferences.documents.ts';

type Listener = () => void;
type Values = Record<string, unknown>;

const LOCAL_KEY = 'desk.preferences';
/** Known before anyone is signed in, so they are kept in the browser too. */
const LOCAL_NAMES = ['theme', 'locale'];
/** React-admin's list state belongs to the address bar and the page, not to the person. */
const PASSING = /(\.listParams|\.selectedIds|^RaStore)/;
const SAVE_AFTER_MS = 800;

function readLocal(): Values {
  try {
    return JSON.parse(localStorage.getItem(LOCAL_KEY) ?? '{}') as Values;
  } catch {
    return {};
  }
}

let values: Values = readLocal();
let signedIn = false;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Map<string, Set<Listener>>();

function notify(name: string) {
  for (const listener of listeners.get(name) ?? []) listener();
}

function writeLocal() {
  const local = Object.fromEntries(LOCAL_NAMES.map(name => [name, values[name]]));
  try {
    localStorage.setItem(LOCAL_KEY, JSON.stringify(local));
  } catch {
    // A browser without storage still works; the choice then lasts until the page is closed.
  }
}

async function save(keepalive = false) {
  clearTimeout(timer);
  timer = undefined;
  const preferences = Object.fromEntries(Object.entries(values).filter(([name]) => !PASSING.test(name)));
  // A preference that could not be saved is not worth interrupting anyone for; the next change tries again.
  await request(savePreferencesMutation, { preferences }, { keepalive }).catch(() => undefined);
}

export function getPreference<Value>(name: string, fallback: Value): Value {
  return (values[name] as Value | undefined) ?? fallback;
}

export function setPreference(name: string, value: unknown) {
  if (Object.is(values[name], value)) return;
  values = { ...values, [name]: value };
  if (LOCAL_NAMES.includes(name)) writeLocal();
  notify(name);
  if (!signedIn || PASSING.test(name)) return;
  clearTimeout(timer);
  timer = setTimeout(() => void save(), SAVE_AFTER_MS);
}

export const allPreferences = (): Values => values;

/** After sign-in: what the person chose anywhere wins over what this browser remembers. */
export function loadPreferences(stored: unknown) {
  const fromServer = typeof stored === 'object' && stored !== null ? (stored as Values) : {};
  const before = values;
  values = { ...values, ...fromServer };
  signedIn = true;
  writeLocal();
  for (const name of Object.keys(values)) if (!Object.is(before[name], values[name])) notify(name);
}

/** Before sign-out: send what is pending, then forget everything that is personal. */
export async function leavePreferences() {
  if (timer) await save();
  signedIn = false;
  values = readLocal();
}

export function subscribePreference(name: string, listener: Listener) {
  const set = listeners.get(name) ?? new Set<Listener>();
  listeners.set(name, set.add(listener));
  return () => {
    set.delete(listener);
  };
}

/** One personal choice, kept on the server: `const [open, setOpen] = usePreference('sidebar.open', true)`. */
export function usePreference<Value>(name: string, fallback: Value): [Value, (value: Value) => void] {
  const value = useSyncExternalStore(
    listener => subscribePreference(name, listener),
    () => values[name] as Value | undefined,
  );
  return [value ?? fallback, next => setPreference(name, next)];
}

const systemDark = window.matchMedia('(prefers-color-scheme: dark)');

function useSystemDark() {
  return useSyncExternalStore(
    listener => {
      systemDark.addEventListener('change', listener);
      return () => systemDark.removeEventListener('change', listener);
    },
    () => systemDark.matches,
  );
}

/** Light or dark: the person's choice, else the system's. */
export function useScheme(): Scheme {
  const [chosen] = usePreference<Scheme | null>('theme', null);
  const dark = useSystemDark();
  return chosen ?? (dark ? 'dark' : 'light');
}

window.addEventListener('pagehide', () => {
  if (timer && signedIn) void save(true);
});
