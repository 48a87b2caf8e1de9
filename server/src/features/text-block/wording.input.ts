/** A few words in the three languages of the desk, as whoever proposes a rule or a text must give them. */
import { z } from 'zod';

const words = z.string().trim().min(1).max(300);
export const perLanguage = z.strictObject({ nb: words, nn: words, en: words });
