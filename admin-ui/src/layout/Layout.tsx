import type { CoreLayoutProps } from 'react-admin';

export function Layout({ children }: CoreLayoutProps) {
  return <main>{children}</main>;
}
