import { useEffect, useState } from 'react';
import { type LoadedImage, loadedImage, loadImage } from './image-store.ts';

type Answer = { image: LoadedImage; failed: false } | { image: null; failed: boolean };

/** A picture by its address: there at once when it was fetched ahead. */
export function useImage(url: string | null): Answer & { retry: () => void } {
  const [round, setRound] = useState(0);
  const [failedUrl, setFailedUrl] = useState<string | null>(null);
  const ready = url === null ? undefined : loadedImage(url);
  const [, setArrived] = useState<string | null>(null);
  useEffect(() => {
    if (url === null || ready) return;
    let current = true;
    setFailedUrl(null);
    loadImage(url).then(
      () => current && setArrived(url),
      () => current && setFailedUrl(url),
    );
    return () => {
      current = false;
    };
  }, [url, ready, round]);
  const retry = () => setRound(round + 1);
  if (ready) return { image: ready, failed: false, retry };
  return { image: null, failed: url !== null && failedUrl === url, retry };
}
