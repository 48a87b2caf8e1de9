/** The drawn examples beside the photo rules on the public upload page: one right, the others wrong. */
import { type Face, faceFromSeed } from './face.ts';
import type { PortraitFault } from './faults.ts';
import { drawPortraitSvg } from './portrait.ts';

/** File name of each example and the fault it shows. */
export const EXAMPLES = [
  { key: 'good', fault: 'none' },
  { key: 'shadow', fault: 'shadow' },
  { key: 'glasses', fault: 'glasses' },
  { key: 'dark', fault: 'dark' },
  { key: 'headgear', fault: 'headgear' },
  { key: 'turned', fault: 'turned' },
] as const satisfies readonly { key: string; fault: PortraitFault }[];

/** The same person in every example, so that only the fault differs. */
function examplePerson(): Face {
  const face = faceFromSeed(0);
  return {
    ...face,
    beard: 'stubble',
    age: 0,
    headgear: 'helmet',
    clothing: 'vest_yellow',
    clothColour: '#3c5368',
    seed: 3,
  };
}

export function portraitExampleSvgs(): { key: string; svg: string }[] {
  const person = examplePerson();
  return EXAMPLES.map(({ key, fault }) => ({ key, svg: drawPortraitSvg(person, fault) }));
}
