import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { Gate } from './Gate.tsx';
import { asDeskError } from './graphql/desk-error.ts';
import { DeskTheme } from './theme/DeskTheme.tsx';

const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // Only a lost connection is worth asking again for; a refusal stays a refusal.
      retry: (failures, error) => asDeskError(error).code === 'NETWORK' && failures < 2,
    },
  },
});

const router = createBrowserRouter([{ path: '*', element: <Gate queryClient={queryClient} /> }]);
const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <DeskTheme>
          <RouterProvider router={router} />
        </DeskTheme>
      </QueryClientProvider>
    </StrictMode>,
  );
