import type { AuthProvider } from 'react-admin';
import { asDeskError } from '../graphql/desk-error.ts';
import { currentMe, may, signOut } from '../session.ts';

/** React-admin's questions about who is signed in, answered from the session the page opened with. */
export const authProvider: AuthProvider = {
  // Signing in happens before react-admin is loaded.
  login: () => Promise.resolve(),
  logout: async () => {
    if (currentMe()) await signOut();
    return false;
  },
  checkAuth: () => (currentMe() ? Promise.resolve() : Promise.reject(new Error('UNAUTHENTICATED'))),
  // The client has already told the session; react-admin must not sign out a second time.
  checkError: error =>
    asDeskError(error).code === 'UNAUTHENTICATED' && currentMe() ? Promise.reject(error) : Promise.resolve(),
  getIdentity: async () => {
    const me = currentMe();
    return { id: me?.id ?? '', fullName: me?.name ?? '' };
  },
  getPermissions: async () => currentMe()?.permissions ?? [],
  canAccess: async ({ resource, action }) => {
    const me = currentMe();
    return me !== null && may(me, resource, action);
  },
};
