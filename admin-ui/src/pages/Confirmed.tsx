import { useEffect } from 'react';
import { useT } from '../i18n/index.ts';
import { Said } from './Said.tsx';

/** The end of the window a proof was given in; it closes itself where the browser lets it. The page that waits asks the server. */
export function Confirmed() {
  const t = useT();
  useEffect(() => window.close(), []);
  return <Said title={t('signIn.confirmed.title')} text={t('signIn.confirmed.text')} />;
}
