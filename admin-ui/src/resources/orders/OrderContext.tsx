import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { asDeskError } from '../../graphql/desk-error.ts';
import { usePolling } from '../../shared/activity.ts';
import { firstCheck } from './check.rules.ts';
import type { Order, OrderLine, RegisterCheck } from './order.documents.ts';
import { getOrder, type Register } from './order.provider.ts';

const POLL_MS = 30_000;

/** The order, asked for again while somebody is there. */
export function useOrder(number: string, line: number | null) {
  return useQuery({
    queryKey: ['order', number, line],
    queryFn: ({ signal }) => getOrder(number, line, signal),
    refetchInterval: usePolling(POLL_MS),
    retry: (times, error) => times < 2 && asDeskError(error).code === 'NETWORK',
  });
}

/** What a write to an order can change elsewhere. */
export function useRefreshOrder() {
  const queryClient = useQueryClient();
  return () =>
    Promise.all(
      ['order', 'orders', 'menu-counts', 'outbox', 'explanation'].map(key =>
        queryClient.invalidateQueries({ queryKey: [key] }),
      ),
    );
}

export type OpenDialog =
  | { name: 'CANCEL' }
  | { name: 'ANSWER'; check: RegisterCheck }
  | { name: 'MAIL'; id: string };

interface OrderDesk {
  order: Order;
  line: OrderLine;
  dialog: OpenDialog | null;
  open: (dialog: OpenDialog) => void;
  close: () => void;
  /** The register whose check is looked at. */
  register: Register | null;
  choose: (register: Register) => void;
}

const Context = createContext<OrderDesk | null>(null);

export function OrderProvider({ order, children }: { order: Order; children: ReactNode }) {
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const [chosen, choose] = useState<Register | null>(null);
  const register = chosen ?? firstCheck(order.line);
  const desk = useMemo(
    () => ({
      order,
      line: order.line,
      dialog,
      open: setDialog,
      close: () => setDialog(null),
      register,
      choose,
    }),
    [order, dialog, register],
  );
  return <Context value={desk}>{children}</Context>;
}

export function useOrderDesk(): OrderDesk {
  const desk = useContext(Context);
  if (!desk) throw new Error('useOrderDesk is for parts of the order page');
  return desk;
}
