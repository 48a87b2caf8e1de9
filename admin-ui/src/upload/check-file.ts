import { formatLimit } from './format.ts';
import { type SizeLimits, SNIFF_BYTES, sniffImage } from './sniff.ts';
import { type MessageKey, translate } from './upload.messages.ts';
import { type FormState, fits } from './upload.state.ts';
import type { LocalFile, Part, ReasonTexts } from './upload.types.ts';

interface Surroundings {
  part: Part;
  state: FormState;
  limits: SizeLimits;
}

/** Stops a hopeless file before it costs the person an upload; the server decides all the same. */
export async function checkFile(
  file: File,
  { part, state, limits }: Surroundings,
): Promise<{ file: LocalFile } | { texts: ReasonTexts }> {
  const head = await readHead(file);
  if (!head) return { texts: fault('faultUnread', 'faultUnreadRemedy') };
  const type = sniffImage(head);
  if (!type) return { texts: fault('faultFormat', 'faultFormatRemedy') };
  if (!fits(state, { part, size: file.size }, limits)) return { texts: tooLarge(limits) };
  return {
    file: { blob: file, name: file.name, size: file.size, type, previewUrl: URL.createObjectURL(file) },
  };
}

/** Null when the phone cannot give the file out, as with a picture that is still in a cloud. */
async function readHead(file: File): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await file.slice(0, SNIFF_BYTES).arrayBuffer());
  } catch {
    return null;
  }
}

function tooLarge({ maxBytesPerFile, maxBytesTotal }: SizeLimits): ReasonTexts {
  if (maxBytesPerFile === null) return fault('faultSize', 'faultSizeRemedy', formatLimit(maxBytesTotal));
  return fault('faultSize', 'faultSizePerFileRemedy', formatLimit(maxBytesPerFile));
}

function fault(label: MessageKey, remedy: MessageKey, size = ''): ReasonTexts {
  return {
    nb: { label: translate('nb', label), remedy: translate('nb', remedy, { size }) },
    nn: { label: translate('nn', label), remedy: translate('nn', remedy, { size }) },
    en: { label: translate('en', label), remedy: translate('en', remedy, { size }) },
  };
}
