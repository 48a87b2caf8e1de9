/** Builds what serves the access log: the weekly review and the answer to a person. */
import { AccessAnswerResolver } from './features/access-answer/access-answer.resolver.ts';
import {
  type AccessAnswerParts,
  AccessAnswerService,
} from './features/access-answer/access-answer.service.ts';
import {
  type AccessReviewParts,
  AccessReviewReadModel,
} from './features/access-review/access-review.readmodel.ts';
import { AccessReviewResolver } from './features/access-review/access-review.resolver.ts';
import { AccessReviewService } from './features/access-review/access-review.service.ts';

export function accessLogInstances({ access, clock, config }: AccessReviewParts & AccessAnswerParts) {
  const reviews = new AccessReviewReadModel({ access, clock });
  return [
    new AccessReviewResolver({ reviews, service: new AccessReviewService({ access, clock, reviews }) }),
    new AccessAnswerResolver(new AccessAnswerService({ access, clock, config })),
  ];
}
