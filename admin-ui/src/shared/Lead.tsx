import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useMay } from '../session.ts';

interface LeadProps {
  to: string;
  /** Whoever may read it gets a link; for the others it is text. */
  resource: string;
  children: ReactNode;
}

/** Leads to the page about it, for those who may open that. */
export function Lead({ to, resource, children }: LeadProps) {
  return useMay()(resource, 'read') ? <Link to={to}>{children}</Link> : children;
}
