import { useState } from 'react';
import { browserLanguage } from './language.ts';
import { Masthead } from './Masthead.tsx';
import { Message, OfflineMessage } from './Message.tsx';
import { Receipt } from './Receipt.tsx';
import { TextProvider, useText } from './TextContext.tsx';
import { UploadForm } from './UploadForm.tsx';
import type { Language } from './upload.types.ts';
import { useLink } from './useLink.ts';

interface UploadAppProps {
  token: string;
}

export function UploadApp({ token }: UploadAppProps) {
  const { view, reload, receive } = useLink(token);
  const [chosen, setChosen] = useState<Language | null>(null);
  const linkLanguage = 'link' in view ? view.link.language : browserLanguage(navigator.languages);
  const language = chosen ?? linkLanguage;

  return (
    <TextProvider language={language}>
      <Masthead onLanguage={setChosen} />
      <main className="page">
        {view.kind === 'LOADING' && <Loading />}
        {view.kind === 'OFFLINE' && <OfflineMessage onRetry={reload} />}
        {view.kind === 'DEAD' && <Message state={view.state} />}
        {view.kind === 'RECEIVED' && <Receipt firmName={view.link.firmName} />}
        {view.kind === 'OPEN' && (
          <UploadForm link={view.link} token={token} onDead={reload} onReceived={receive} />
        )}
      </main>
    </TextProvider>
  );
}

function Loading() {
  const { t } = useText();
  return (
    <p role="status" className="muted">
      {t('loading')}
    </p>
  );
}
