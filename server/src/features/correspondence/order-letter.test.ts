import { describe, expect, it } from 'vitest';
import { Language } from '../../platform/language.ts';
import { OrderMailTemplate } from './mail.enums.ts';
import { orderMailSubject } from './order-letter.rules.ts';
import { checkOrderLetter, loadOrderLetter, type OrderLetter } from './order-letter.ts';

const render = loadOrderLetter();
const letter = (given: Partial<OrderLetter> = {}): OrderLetter => ({
  template: 'ORDER_EXPLANATION',
  language: 'nb',
  ordererName: 'Anne-Grete Skarv',
  orderNumber: '1045182',
  personName: 'Dawit',
  unitName: 'Skarv Transport AS avd. Ålesund',
  unitNumber: '315 406 277',
  issuer: 'Kortservice',
  reason: 'Dawit er ikke registrert i underenheten i Aa-registeret.',
  remedies: ['Rett a-meldingen.'],
  cancelOn: '3. desember 2026',
  cardNumber: '1234567897',
  expiresOn: '3. desember 2028',
  renewableFrom: '19. november 2028',
  shred: false,
  note: 'Vi ser at han er meldt på hovedenheten.\n\nRett det, så går alt av seg selv.',
  picture: null,
  cardPage: null,
  ...given,
});
const ALL = Object.values(OrderMailTemplate).flatMap(template =>
  Object.values(Language).map(language => [template, language] as const),
);

describe('a letter about an order', () => {
  it('has a template that is complete', () => {
    expect(() => checkOrderLetter()).not.toThrow();
  });

  it.each(ALL)('%s in %s says who, about what and from whom, in both parts', (template, language) => {
    const { html, text, subject } = render(letter({ template, language }));
    for (const part of [html, text])
      for (const fact of ['Anne-Grete Skarv', 'Dawit', '1045182', 'Kortservice', 'Arbeidstilsynet'])
        expect(part).toContain(fact);
    expect(subject).toContain('1045182');
    expect(subject).not.toContain('Dawit');
    expect(html).toContain(`<html lang="${language}">`);
    expect(text).not.toMatch(/<\/?[a-z]|&[a-z]+;|\n{3}|null|undefined/);
  });

  it.each([
    ['nb', 'skal makuleres med en gang', 'blir det gyldig igjen av seg selv', 'Er kortet makulert'],
    ['nn', 'skal makulerast med ein gong', 'blir det gyldig att av seg sjølv', 'Er kortet makulert'],
    ['en', 'must be shredded at once', 'becomes valid again by itself', 'If the card has been shredded'],
  ] as const)(
    'in %s a card whose firm has lost its approval is to be shredded at once, and is not said to come back (R16)',
    (...[language, shred, again, anew]) => {
      const about = { template: 'CARD_INVALID', language } as const;
      const lost = render(letter({ ...about, shred: true })).text;
      const left = render(letter(about)).text;
      expect([lost.includes(shred), lost.includes(again)]).toEqual([true, false]);
      expect([left.includes(shred), left.includes(again)]).toEqual([false, true]);
      expect(render(letter({ template: 'CARD_VALID_AGAIN', language })).text).toContain(anew);
    },
  );

  it('puts the agent’s words between the locked paragraphs', () => {
    const { text } = render(letter());
    const at = ['3. desember', 'meldt på hovedenheten', 'av seg selv', 'bestillingsportalen'];
    const places = at.map(words => text.indexOf(words));
    expect(places.every(place => place > 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('escapes everything in the HTML part, and no name starts a line of its own', () => {
    const evil = '<b>x</b>\nBcc: a';
    const { html, text } = render(
      letter({ ordererName: evil, personName: evil, unitName: evil, note: evil }),
    );
    expect(html).not.toContain('<b>x');
    expect(text.split('\n').filter(line => line.startsWith('Bcc'))).toHaveLength(1);
  });

  it('does not name a person with address protection', () => {
    const { html, text } = render(letter({ personName: null, reason: null }));
    expect(`${html}${text}`).not.toContain('Dawit');
    expect(text).toContain('den ansatte');
  });

  it.each(Object.values(Language))('has another subject for each letter in %s', language => {
    const templates = Object.values(OrderMailTemplate);
    const subjects = templates.map(template => orderMailSubject(template, language, '1045182'));
    expect(new Set(subjects).size).toBe(templates.length);
  });
});
