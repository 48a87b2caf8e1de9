import { useSyncExternalStore } from 'react';
import { onSignedOut, request } from './graphql/client.ts';
import { isLanguage, setLanguage } from './i18n/index.ts';
import { getPreference, leavePreferences, loadPreferences } from './providers/preferences.ts';
import {
  changePasswordMutation,
  confirmSignInMutation,
  endMyOtherSessionsMutation,
  endMySessionMutation,
  type Me,
  openingQuery,
  type Settings,
  signInDemoMutation,
  signInMutation,
  signOutEverywhereMutation,
  signOutMutation,
} from './session.documents.ts';

export interface Session {
  settings: Settings;
  me: Me | null;
  /** Why nobody is signed in: `left` by choice, `expired` by the server. */
  ended: 'left' | 'expired' | null;
}

let session: Session | null = null;
const listeners = new Set<() => void>();

function change(next: Session) {
  session = next;
  for (const listener of listeners) listener();
}

async function welcome(me: Me) {
  if (!session) return;
  loadPreferences(me.preferences);
  const language = getPreference<unknown>('locale', 'nb');
  if (isLanguage(language)) await setLanguage(language);
  change({ ...session, me, ended: null });
}

/** What the first page needs: settings, and who is signed in if anyone is. */
export async function openSession() {
  const { deskSettings, me } = await request(openingQuery);
  session = { settings: deskSettings, me: null, ended: null };
  if (me) await welcome(me);
  else change(session);
}

export async function signIn(email: string, password: string) {
  await welcome((await request(signInMutation, { email, password })).signIn);
}

export async function signInDemo(email: string) {
  await welcome((await request(signInDemoMutation, { email })).signInDemo);
}

interface NewPassword {
  email: string;
  password: string;
  newPassword: string;
}

/** A new password for whoever knows the old one; every other session ends. */
export async function changePassword(input: NewPassword) {
  await welcome((await request(changePasswordMutation, { input })).changePassword);
}

/** Proves again who one is; without a password in a demo session. */
export const confirmSignIn = (password: string | null) => request(confirmSignInMutation, { password });

export const endMySession = (id: string) => request(endMySessionMutation, { id });

export const endMyOtherSessions = () => request(endMyOtherSessionsMutation);

const atProvider = (path: string, more: Record<string, string> = {}) =>
  `/auth/${path}?${new URLSearchParams({ language: document.documentElement.lang, ...more })}`;

/** Off to the identity provider, and back to the page that is open now. */
export function signInAtProvider() {
  const { pathname, search } = window.location;
  window.location.assign(atProvider('sign-in', { return: `${pathname}${search}` }));
}

/** Where the provider asks the person who is signed in to prove it again. */
export const stepUpAddress = () => atProvider('step-up');

function leave(ended: Session['ended']) {
  if (session?.me) change({ ...session, me: null, ended });
}

/** Whoever came through the provider leaves it too, so that the next one at this machine does not walk in. */
function leaveProvider(method: Me['signInMethod'] | undefined) {
  if (method === 'OIDC') window.location.assign('/auth/sign-out');
}

export async function signOut() {
  const method = session?.me?.signInMethod;
  await leavePreferences();
  await request(signOutMutation);
  leave('left');
  leaveProvider(method);
}

/** Ends every session of the person, this one too. Answers how many there were. */
export async function signOutEverywhere(): Promise<number> {
  const method = session?.me?.signInMethod;
  await leavePreferences();
  const { signOutEverywhere: ended } = await request(signOutEverywhereMutation);
  leave('left');
  leaveProvider(method);
  return ended;
}

/** After a long silence: has the server let the session go? Then what is on the screen must go too. */
export async function checkStillSignedIn() {
  const { me } = await request(openingQuery);
  if (me) return;
  void leavePreferences();
  leave('expired');
}

// The address stays as it is, so that the person comes back to the same page after signing in again.
onSignedOut(() => {
  void leavePreferences();
  leave('expired');
});

export function useSession(): Session | null {
  return useSyncExternalStore(
    listener => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    () => session,
  );
}

export const currentMe = () => session?.me ?? null;

/** Whoever is signed in. Only below App, where somebody is. */
export function useMe(): Me {
  const me = useSession()?.me;
  if (!me) throw new Error('useMe is for pages behind sign-in');
  return me;
}

export function useSettings(): Settings {
  const settings = useSession()?.settings;
  if (!settings) throw new Error('useSettings is for pages after the opening query');
  return settings;
}

export const may = (me: Me, resource: string, action: string) =>
  me.permissions.some(permission => permission.resource === resource && permission.action === action);

/** `const may = useMay()` then `may('staff', 'read')`: what the server says this person may do. */
export function useMay() {
  const me = useMe();
  return (resource: string, action: string) => may(me, resource, action);
}
