import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { UploadApp } from './UploadApp.tsx';

const token = decodeURIComponent(window.location.pathname.split('/').filter(Boolean).at(-1) ?? '');
const root = document.getElementById('root');
if (!root) throw new Error('upload.html has no #root');

createRoot(root).render(
  <StrictMode>
    <UploadApp token={token} />
  </StrictMode>,
);
