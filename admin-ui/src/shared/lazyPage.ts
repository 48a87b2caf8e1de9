import { type ComponentType, lazy } from 'react';

/** A page that is fetched when somebody goes there: `lazyPage(() => import('./CaseList.tsx'), 'CaseList')`. */
export function lazyPage<Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name) {
  return lazy(async () => ({ default: (await load())[name] }));
}
