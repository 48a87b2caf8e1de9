import type { ComponentType } from 'react';

/** One page of the console. The path is React Router's, without the leading slash. */
export interface DeskRoute {
  path: string;
  page: ComponentType;
  /** Start with the narrow menu (case and bench). The person's own choice on such pages is remembered. */
  rail?: boolean;
  /** Without it everyone who is signed in may open the page. */
  needs?: { resource: string; action: string };
}
