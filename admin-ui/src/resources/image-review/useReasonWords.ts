import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../../i18n/index.ts';
import { getReasonCatalogue } from './image-review.provider.ts';

interface Reason {
  readonly code: string;
  readonly label: string;
  readonly remedy: string;
}

/** The words of a reason that was given, in the reader's language; a case carries them in Bokmål. */
export function useReasonWords() {
  const language = useLanguage();
  const { data } = useQuery({
    queryKey: ['reason-catalogue', language],
    queryFn: () => getReasonCatalogue(language),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: language !== 'nb',
  });
  return <R extends Reason>(reason: R): R => {
    const words = data?.find(({ code }) => code === reason.code);
    return words ? { ...reason, label: words.label, remedy: words.remedy } : reason;
  };
}
