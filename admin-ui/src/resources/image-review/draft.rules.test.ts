import { describe, expect, it } from 'vitest';
import { EMPTY_CHOICE } from './bench.rules.ts';
import { choiceFromDraft, draftBody, isBlank } from './draft.rules.ts';
import type { CatalogueReason } from './image-review.documents.ts';

const catalogue: CatalogueReason[] = [
  { code: 'PH_EYES', part: 'PHOTO', final: false, label: '', remedy: '' },
  { code: 'ID_KIND', part: 'ID', final: false, label: '', remedy: '' },
];

describe('drafts', () => {
  it('gives back reasons, comment and tab', () => {
    const choice = { ...EMPTY_CHOICE, tab: 'ID', picked: ['ID_KIND'], comment: 'Nordisk kort' } as const;
    const restored = choiceFromDraft(draftBody(choice, '7'), '7', catalogue);
    expect(restored).toMatchObject({ tab: 'ID', part: 'ID', picked: ['ID_KIND'], comment: 'Nordisk kort' });
  });

  it('does not carry a draft on the last attempt over to new images', () => {
    const choice = { ...EMPTY_CHOICE, picked: ['PH_EYES'] } as const;
    expect(choiceFromDraft(draftBody(choice, '7'), '8', catalogue)).toEqual(EMPTY_CHOICE);
  });

  it('leaves out what it does not know', () => {
    const body = { submissionId: '7', reasons: ['PH_EYES', 'PH_UNKNOWN', 4], comment: 3, tab: 'X' };
    expect(choiceFromDraft(body, '7', catalogue)).toMatchObject({
      picked: ['PH_EYES'],
      comment: '',
      tab: 'PHOTO',
    });
    expect(choiceFromDraft('text', '7', catalogue)).toEqual(EMPTY_CHOICE);
  });

  it('knows that spaces alone are nothing to keep', () => {
    expect([isBlank({ picked: [], comment: '  \n' }), isBlank({ picked: ['PH_EYES'], comment: '' })]).toEqual(
      [true, false],
    );
  });
});
