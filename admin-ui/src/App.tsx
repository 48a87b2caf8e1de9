import type { QueryClient } from '@tanstack/react-query';
import { Admin, CustomRoutes } from 'react-admin';
import { Route } from 'react-router';
import { MyDay } from './dashboard/MyDay.tsx';
import { i18nProvider } from './i18n/index.ts';
import { Layout } from './layout/Layout.tsx';
import { NotFound } from './layout/NotFound.tsx';
import { Page } from './layout/Page.tsx';
import { authProvider } from './providers/auth-provider.ts';
import { dataProvider } from './providers/data-provider.ts';
import { useScheme } from './providers/preferences.ts';
import { store } from './providers/store.ts';
import { routes } from './routes.ts';
import { desk } from './theme/desk.ts';

const themes = { light: desk('light'), dark: desk('dark') };

/** The console behind sign-in; fetched only once somebody is signed in. */
export function App({ queryClient }: { queryClient: QueryClient }) {
  const scheme = useScheme();
  return (
    <Admin
      title="HMS-kort Desk"
      authProvider={authProvider}
      dataProvider={dataProvider}
      i18nProvider={i18nProvider}
      store={store}
      queryClient={queryClient}
      theme={themes[scheme]}
      darkTheme={null}
      layout={Layout}
      dashboard={MyDay}
      catchAll={NotFound}
      requireAuth
      disableTelemetry
    >
      <CustomRoutes>
        {routes.map(route => (
          <Route key={route.path} path={`/${route.path}`} element={<Page route={route} />} />
        ))}
      </CustomRoutes>
    </Admin>
  );
}
