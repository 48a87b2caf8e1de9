/** The reasons and remedies in English, written to the orderer. */
import type { ReasonWordings } from './reason-wording.ts';

export const reasonTextsEn: ReasonWordings = {
  PH_HEADGEAR: {
    label: 'Headgear unjustified or covers too much',
    remedy:
      'Take a new photo without headgear. If it is worn for religious or other special reasons, it must not cover the face or more of the head than needed.',
  },
  PH_EYES: {
    label: 'Eyes not fully visible',
    remedy: 'Take a new photo with the eyes open. Hair, shadows or anything else must not cover the eyes.',
  },
  PH_EARS: {
    label: 'Ears not fully visible',
    remedy: 'Take a new photo that shows both ears. Put the hair behind the ears and remove headphones.',
  },
  PH_GAZE: {
    label: 'Gaze not at lens',
    remedy: 'Take a new photo with the person looking straight into the lens.',
  },
  PH_EXPRESSION: {
    label: 'Not neutral / mouth open',
    remedy: 'Take a new photo with a neutral face and the mouth closed.',
  },
  PH_BACKGROUND: {
    label: 'Background not light, or shadows',
    remedy:
      'Take a new photo in front of a light, plain wall. Stand a step away from the wall so that no shadow falls on it.',
  },
  PH_LIGHT: {
    label: 'Uneven light (white spots)',
    remedy:
      'Take a new photo with the light from the front, without flash or strong sunlight. Both sides of the face must be equally lit.',
  },
  PH_GLASSES: {
    label: 'Glasses not allowed',
    remedy: 'Take a new photo without glasses.',
  },
  PH_ANGLE: {
    label: 'Not frontal',
    remedy: 'Take a new photo straight from the front. Hold the camera at eye level and the head straight.',
  },
  PH_REPHOTO: {
    label: 'Picture of a photo',
    remedy: 'Take a new photo of the person. A picture of a photo, a card or a screen cannot be used.',
  },
  PH_LIKENESS: {
    label: 'Not present appearance',
    remedy: 'Take a new photo today, so that it shows what the person looks like now.',
  },
  PH_QUALITY: {
    label: 'Blurred / low resolution',
    remedy:
      'Take a new, sharp photo. Wipe the lens, hold the camera still and upload the original, not a screenshot.',
  },
  ID_KIND: {
    label: 'ID kind not accepted',
    remedy:
      'Upload a picture of a passport, an EU/EEA national ID card, a Norwegian driving licence from 1998 or later, or a Norwegian residence card. If there is no accepted ID, contact support.',
  },
  ID_BANKCARD: {
    label: 'Bank card not valid',
    remedy:
      'Upload a picture of a passport, national ID card or driving licence. A bank card cannot be used as ID.',
  },
  ID_EXPIRY_UNCLEAR: {
    label: 'Passport expiry missing/unclear',
    remedy:
      'Take a new picture of the whole photo page of the passport. The expiry date must be included and readable.',
  },
  ID_EXPIRED: {
    label: 'ID expired',
    remedy: 'Upload a picture of an ID that is valid today.',
  },
  ID_LICENCE_PRE98: {
    label: 'Licence from before 1998',
    remedy:
      'Upload a picture of a Norwegian driving licence issued on 1 January 1998 or later, or of a passport or national ID card.',
  },
  ID_EMERGENCY: {
    label: 'Emergency / single-journey passport',
    remedy:
      'Upload a picture of an ordinary passport, national ID card or driving licence. Emergency and single-journey passports cannot be used.',
  },
  ID_UNREADABLE: {
    label: 'Unreadable or cropped',
    remedy:
      'Take a new picture that shows the whole ID with all text readable. Avoid glare and fingers in front.',
  },
  ID_PERSON_MISMATCH: {
    label: 'Not the ordered person',
    remedy:
      'Upload the ID of the person the card is ordered for. If the card is ordered for the wrong person, contact support.',
  },
  PH_ID_MISMATCH: {
    label: 'Photo and ID differ',
    remedy: 'Upload a photo of the person the card is ordered for, and the ID of that same person.',
  },
  FILE_FORMAT: {
    label: 'Wrong format',
    remedy: 'Upload the files as JPEG or PNG. Other formats, such as PDF and HEIC, cannot be used.',
  },
  FILE_SIZE: {
    label: 'File too large',
    remedy: 'Upload smaller files. The upload page says how large they may be.',
  },
  PART_MISSING: {
    label: 'Photo or ID missing',
    remedy: 'Upload both the photo and the ID. They must be sent together.',
  },
  STOP_FORGED_ID: {
    label: 'The ID does not appear to be genuine',
    remedy: 'The order is stopped and cannot be corrected with new images. Contact support if this is wrong.',
  },
  STOP_FALSE_IDENTITY: {
    label: 'The person does not appear to be the one the card is ordered for',
    remedy: 'The order is stopped and cannot be corrected with new images. Contact support if this is wrong.',
  },
  STOP_PERSON_DECEASED: {
    label: 'The person is registered as deceased',
    remedy:
      'The order is stopped. If this is wrong, it must be corrected in the National Population Register before the card is ordered again.',
  },
};
