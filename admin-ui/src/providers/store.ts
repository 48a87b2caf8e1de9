import type { Store } from 'react-admin';
import { allPreferences, getPreference, setPreference, subscribePreference } from './preferences.ts';

/** React-admin's store on top of the person's preferences, so that a sign-out wipes nothing that was chosen. */
export const store: Store = {
  setup: () => undefined,
  teardown: () => undefined,
  getItem: <T>(key: string, fallback?: T) => getPreference<T | undefined>(key, fallback),
  setItem: (key, value) => setPreference(key, value),
  removeItem: key => setPreference(key, undefined),
  removeItems: prefix => {
    for (const key of Object.keys(allPreferences()))
      if (key.startsWith(prefix)) setPreference(key, undefined);
  },
  reset: () => undefined,
  subscribe: (key, callback) => subscribePreference(key, () => callback(getPreference(key, undefined))),
};
