import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { drawIdSvg, expiryFor, type IdDrawing, type IdKind, kindShown } from './documents.ts';
import { portraitExampleSvgs } from './examples.ts';
import { FACE_COUNT, faceFromSeed } from './face.ts';
import { boxOf, ID_FAULT_CODES, ID_FAULTS, PORTRAIT_FAULT_CODES, PORTRAIT_FAULTS } from './faults.ts';
import { cardMrz, checkDigit, passportMrz, transliterate } from './mrz.ts';
import { drawPortraitSvg } from './portrait.ts';
import { ID_SIZE, PORTRAIT_SIZE, renderId, renderPortrait } from './render.ts';

const KINDS: IdKind[] = [
  'passport',
  'travel_document',
  'national_id',
  'driving_licence',
  'residence_card',
  'bank_card',
];
const passport: IdDrawing = {
  kind: 'passport',
  face: faceFromSeed(0),
  name: { given: 'Tomas', family: 'Varga' },
  birthDate: '1991-03-14',
  documentNumber: 'L898902C3',
  expiresOn: '2031-08-14',
  fault: 'none',
};

type Area = { left: number; top: number; width: number; height: number };

async function brightness(picture: Buffer, area?: Area): Promise<number> {
  const grey = sharp(picture).greyscale();
  const { channels } = await sharp(await (area ? grey.extract(area) : grey).png().toBuffer()).stats();
  return channels[0]?.mean ?? Number.NaN;
}

/** How much fine detail a picture has: the spread of its Laplacian. */
async function sharpness(picture: Buffer): Promise<number> {
  const laplacian = { width: 3, height: 3, kernel: [0, 1, 0, 1, -4, 1, 0, 1, 0], offset: 128, scale: 1 };
  const small = await sharp(picture).greyscale().resize(600).png().toBuffer();
  const { channels } = await sharp(await sharp(small).convolve(laplacian).png().toBuffer()).stats();
  return (channels[0]?.stdev ?? Number.NaN) ** 2;
}

describe('drawn faces', () => {
  it('draws the same picture again from the same seed', () => {
    expect(drawPortraitSvg(faceFromSeed(12), 'shadow')).toBe(drawPortraitSvg(faceFromSeed(12), 'shadow'));
    expect(drawIdSvg(passport)).toBe(drawIdSvg(passport));
  });

  it('gives every person of the demo a face of their own', () => {
    const looks = Array.from({ length: FACE_COUNT }, (_, seed) => {
      const { skin, hairStyle, hairColour, beard, shape, age } = faceFromSeed(seed);
      return [skin.base, hairStyle, hairColour, beard, shape, age].join(' ');
    });
    expect(new Set(looks).size).toBe(FACE_COUNT);
  });

  it('shows women and men, all skin tones and all ages', () => {
    const faces = Array.from({ length: FACE_COUNT }, (_, seed) => faceFromSeed(seed));
    expect(new Set(faces.map(face => face.skin.base)).size).toBe(8);
    expect(new Set(faces.map(face => face.age)).size).toBe(3);
    expect(faces.filter(face => face.presentation === 'woman').length).toBeGreaterThan(FACE_COUNT / 3);
  });

  it.each(PORTRAIT_FAULTS.filter(fault => fault !== 'none'))(
    'shows the portrait fault %s in the picture',
    fault => {
      for (const seed of [0, 1, 2, 16]) {
        const face = faceFromSeed(seed);
        expect(drawPortraitSvg(face, fault)).not.toBe(drawPortraitSvg(face, 'none'));
      }
      expect(PORTRAIT_FAULT_CODES[fault][0]).toMatch(/^PH_/);
    },
  );

  it('dresses a person with permission for headgear in a headscarf', () => {
    const face = faceFromSeed(3);
    expect(drawPortraitSvg({ ...face, headgear: 'headscarf' }, 'headgear')).not.toBe(
      drawPortraitSvg(face, 'headgear'),
    );
  });
});

describe('drawn identity documents', () => {
  it.each(KINDS)('marks a %s as a specimen', kind => {
    expect(drawIdSvg({ ...passport, kind })).toContain('SPESIMEN');
  });

  it.each(ID_FAULTS.filter(fault => fault !== 'none' && fault !== 'expired'))(
    'shows the fault %s in the document',
    fault => {
      expect(drawIdSvg({ ...passport, fault })).not.toBe(drawIdSvg(passport));
      expect(ID_FAULT_CODES[fault].join()).toMatch(/ID_/);
    },
  );

  it('prints a day of expiry that has passed on an expired document', () => {
    const expiresOn = expiryFor('expired', '2026-11-21', 5);
    expect(expiresOn < '2026-11-21').toBe(true);
    expect(drawIdSvg({ ...passport, expiresOn, fault: 'expired' })).toContain(expiresOn.slice(0, 4));
    expect(expiryFor('none', '2026-11-21', 5) > '2026-11-21').toBe(true);
  });

  it('leaves out the day of expiry where the fault is that it is missing', () => {
    expect(drawIdSvg({ ...passport, fault: 'passport_without_expiry' })).not.toContain('2031');
  });

  it('turns the document into the kind that the fault is about', () => {
    expect(kindShown({ kind: 'passport', fault: 'bankcard' })).toBe('bank_card');
    expect(kindShown({ kind: 'national_id', fault: 'licence_pre98' })).toBe('driving_licence');
    expect(drawIdSvg({ ...passport, fault: 'licence_pre98' })).toContain('1996');
  });

  it('shows another person with another first name when the document is not the ordered person’s', () => {
    const svg = drawIdSvg({ ...passport, fault: 'person_mismatch' });
    expect(svg).not.toContain('TOMAS');
    expect(svg).toContain('VARGA');
  });

  it('escapes names, so that no name can break the drawing', async () => {
    const picture = await renderId({ ...passport, name: { given: '<b>&"', family: "D'Åsen" } });
    expect((await sharp(picture).metadata()).format).toBe('jpeg');
  });
});

describe('machine-readable lines', () => {
  const anna = { family: 'Eriksson', given: 'Anna Maria', birthDate: '1974-08-12', sex: 'F' } as const;

  it('agrees with the check digits of ICAO’s own specimen', () => {
    expect(checkDigit('L898902C3')).toBe('6');
    expect(checkDigit('740812')).toBe('2');
    expect(checkDigit('120415')).toBe('9');
    expect(checkDigit('ZE184226B<<<<<')).toBe('1');
    expect(checkDigit('L898902C3674081221204159ZE184226B<<<<<1')).toBe('0');
    expect(checkDigit('D231458907<<<<<<<<<<<<<<<34071279507122<<<<<<<<<<<')).toBe('2');
  });

  it('writes a passport in two lines of 44 signs', () => {
    const [first, second] = passportMrz(anna, {
      code: 'P',
      issuer: 'UTO',
      documentNumber: 'L898902C3',
      expiresOn: '2012-04-15',
    });
    expect(first).toBe('P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<');
    expect(second).toMatch(/^L898902C36UTO7408122F1204159<{14}0\d$/);
    expect(second).toHaveLength(44);
  });

  it('writes a card in three lines of 30 signs', () => {
    const lines = cardMrz(anna, {
      code: 'I',
      issuer: 'UTO',
      documentNumber: 'D23145890',
      expiresOn: '2012-04-15',
    });
    expect(lines.map(value => value.length)).toEqual([30, 30, 30]);
    expect(lines[0]).toBe('I<UTOD231458907<<<<<<<<<<<<<<<');
  });

  it('spells Norwegian and accented letters as ICAO does', () => {
    expect(transliterate('Åse Bjørk-Læren')).toBe('AASE<BJOERK<LAEREN');
    expect(transliterate("Núñez O'Neil")).toBe('NUNEZ<ONEIL');
  });
});

describe('where the fault is', () => {
  it('keeps every box inside the picture and gives none for a good picture', () => {
    for (const fault of [...PORTRAIT_FAULTS, ...ID_FAULTS]) {
      for (const kind of KINDS) {
        const box = boxOf(fault, kind);
        if (!box) continue;
        expect(Math.min(box.x, box.y)).toBeGreaterThanOrEqual(0);
        expect(Math.max(box.x + box.width, box.y + box.height)).toBeLessThanOrEqual(1);
      }
    }
    expect(boxOf('none')).toBeNull();
    expect(boxOf('dark')).toBeNull();
    expect(boxOf('glasses')).not.toBeNull();
  });
});

describe('rendered pictures', () => {
  const face = faceFromSeed(0);
  const middle = { top: 400, width: 400, height: 1000 };

  it('makes a portrait of 1536 by 2048 as JPEG of a phone’s usual weight', async () => {
    const picture = await renderPortrait(face, 'none');
    const { format, width, height } = await sharp(picture).metadata();
    expect({ format, width, height }).toEqual({ format: 'jpeg', ...PORTRAIT_SIZE });
    expect(picture.length).toBeGreaterThan(80_000);
    expect(picture.length).toBeLessThan(450_000);
    expect((await renderPortrait(face, 'none')).equals(picture)).toBe(true);
  });

  it('makes every document 1600 by 1127', async () => {
    for (const kind of KINDS) {
      const { format, width, height } = await sharp(await renderId({ ...passport, kind })).metadata();
      expect({ format, width, height }).toEqual({ format: 'jpeg', ...ID_SIZE });
    }
  });

  it('makes a dark portrait clearly darker than a good one', async () => {
    expect(await brightness(await renderPortrait(face, 'none'))).toBeGreaterThan(140);
    expect(await brightness(await renderPortrait(face, 'dark'))).toBeLessThan(70);
  });

  it('lights only one half of a half-lit face', async () => {
    const difference = async (picture: Buffer): Promise<number> =>
      (await brightness(picture, { ...middle, left: 350 })) -
      (await brightness(picture, { ...middle, left: 786 }));
    expect(await difference(await renderPortrait(face, 'half_lit'))).toBeGreaterThan(60);
    expect(Math.abs(await difference(await renderPortrait(face, 'none')))).toBeLessThan(25);
  });

  it('takes the fine detail away from a blurred portrait and an unreadable document', async () => {
    const good = await sharpness(await renderPortrait(face, 'none'));
    expect(await sharpness(await renderPortrait(face, 'blurred'))).toBeLessThan(good / 10);
    const readable = await sharpness(await renderId(passport));
    expect(await sharpness(await renderId({ ...passport, fault: 'unreadable' }))).toBeLessThan(readable / 4);
  });

  it('darkens the wall beside the person where the flash throws a shadow', async () => {
    const wall = { left: 1180, top: 700, width: 100, height: 400 };
    const lit = await brightness(await renderPortrait(face, 'none'), wall);
    expect(await brightness(await renderPortrait(face, 'shadow'), wall)).toBeLessThan(lit - 50);
  });
});

describe('examples on the upload page', () => {
  it('are small, complete and hold nothing that the content security policy would stop', () => {
    const examples = portraitExampleSvgs();
    expect(examples.map(({ key }) => key)).toEqual([
      'good',
      'shadow',
      'glasses',
      'dark',
      'headgear',
      'turned',
    ]);
    for (const { svg } of examples) {
      expect(svg.length).toBeLessThan(12_000);
      expect(svg).not.toMatch(/<script|<style|style=|href|<image|@import/);
    }
  });
});
