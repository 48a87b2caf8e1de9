import { ImageIcon } from '@navikt/aksel-icons';
import { useText } from './TextContext.tsx';
import type { Part } from './upload.types.ts';

interface PreviewProps {
  part: Part;
  /** Null for a part sent earlier: the server never gives a picture back. */
  url: string | null;
}

export function Preview({ part, url }: PreviewProps) {
  const { t } = useText();
  return (
    <div className={`preview ${part}`}>
      {url ? (
        <img src={url} alt={t(part === 'photo' ? 'previewPhoto' : 'previewId')} />
      ) : (
        <ImageIcon aria-hidden />
      )}
    </div>
  );
}
