export interface LoadedImage {
  src: string;
  width: number;
  height: number;
}

const loading = new Map<string, Promise<LoadedImage>>();
const loaded = new Map<string, LoadedImage>();

async function fetchImage(url: string): Promise<LoadedImage> {
  const response = await fetch(url, { credentials: 'same-origin', cache: 'no-store' });
  if (!response.ok) throw new Error(`${response.status}`);
  const src = URL.createObjectURL(await response.blob());
  const image = new Image();
  image.src = src;
  try {
    await image.decode();
  } catch (error) {
    URL.revokeObjectURL(src);
    throw error;
  }
  return { src, width: image.naturalWidth, height: image.naturalHeight };
}

/** Fetches and decodes a picture ahead, so that showing it takes one frame. Every fetch is a logged read, so it is done once. */
export function loadImage(url: string): Promise<LoadedImage> {
  const under = loading.get(url);
  if (under) return under;
  const started = fetchImage(url).then(image => {
    if (loading.get(url) === started) loaded.set(url, image);
    else URL.revokeObjectURL(image.src);
    return image;
  });
  loading.set(url, started);
  started.catch(() => {
    if (loading.get(url) === started) loading.delete(url);
  });
  return started;
}

/** A picture that is here already. */
export const loadedImage = (url: string): LoadedImage | undefined => loaded.get(url);

function forget(url: string) {
  loading.delete(url);
  const image = loaded.get(url);
  loaded.delete(url);
  if (image) URL.revokeObjectURL(image.src);
}

/** Lets go of every picture that is neither shown nor next: photos of people stay in memory no longer than needed. */
export function keepOnly(urls: readonly string[]) {
  for (const url of [...loading.keys()]) if (!urls.includes(url)) forget(url);
}
