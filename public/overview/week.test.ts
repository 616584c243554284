import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createIntl } from 'react-intl';
import { isChosen, pickWeeks, type Week, weekLabel, weekSentence } from './week.ts';

const WEEK = 7 * 24 * 60 * 60 * 1000;
const NOW = Date.UTC(2026, 5, 15, 12);

const weeksFrom = (now: number): readonly Week[] =>
  Array.from({ length: 13 }, (_, index) => ({
    from: now + index * WEEK,
    to: now + (index + 1) * WEEK,
    count: index,
  }));
const weeks = weeksFrom(NOW);

describe('the chosen weeks', () => {
  it.each([
    ['none without a choice', undefined, []],
    ['none of the keys that never expire', { never: true } as const, []],
    ['those of a range', { from: NOW + WEEK, to: NOW + 3 * WEEK }, [1, 2]],
    ['all that follow', { from: NOW + 11 * WEEK }, [11, 12]],
    ['all before', { to: NOW + 2 * WEEK }, [0, 1]],
    ['none of the past', { to: NOW }, []],
    ['none that a range only touches', { from: NOW + WEEK / 2 + 1, to: NOW + WEEK }, []],
  ])('are %s', (_case, expires, chosen) => {
    expect(weeks.filter((week) => isChosen(week, expires)).map(({ count }) => count)).toEqual(
      chosen,
    );
  });

  it('are those that were picked, also when the weeks have moved on by some days', () => {
    const picks = fc.record({
      start: fc.nat({ max: 11 }),
      length: fc.integer({ min: 1, max: 13 }),
      passed: fc.nat({ max: WEEK / 2 - 1 }),
    });
    fc.assert(
      fc.property(picks, ({ start, length, passed }) => {
        const expires = pickWeeks(weeks.slice(start, start + length), weeks, undefined);
        const later = weeksFrom(NOW + passed);
        const chosen = later.filter((week) => isChosen(week, expires));
        expect(chosen).toEqual(later.slice(start, start + length));
        expect(pickWeeks(chosen, later, expires)).toBeUndefined();
      }),
    );
  });

  it('give way to one of them, or to others', () => {
    const expires = { from: NOW, to: NOW + 3 * WEEK };
    expect(pickWeeks(weeks.slice(1, 2), weeks, expires)).toEqual({
      from: NOW + WEEK,
      to: NOW + 2 * WEEK,
    });
    expect(pickWeeks(weeks.slice(0, 4), weeks, expires)).toEqual({
      from: NOW,
      to: NOW + 4 * WEEK,
    });
  });

  it('stay where nothing was picked', () => {
    expect(pickWeeks([], weeks, { never: true })).toEqual({ never: true });
  });
});

describe('a week', () => {
  it.each([
    ['en', 'Jun 15 – 22'],
    ['en-GB', '15–22 Jun'],
    ['de-DE', '15.–22. Juni'],
    ['fr-FR', '15–22 juin'],
    ['ja-JP', '06/15～06/22'],
    ['zh-CN', '6/15 – 6/22'],
  ])('has its dates as a reader of %s writes them', (locale, text) => {
    const label = weekLabel({ from: NOW, to: NOW + WEEK, count: 1 }, intlOf(locale));
    // Their spaces and dashes differ between versions of the locale data.
    expect(plain(label)).toBe(plain(text));
  });

  it('ends the day before where it begins at midnight', () => {
    const from = Date.UTC(2026, 5, 15);
    expect(plain(weekLabel({ from, to: from + WEEK, count: 1 }, intlOf('en')))).toBe('Jun15-21');
  });

  it('is a sentence for those who cannot see the bar', () => {
    const sentence = (count: number) =>
      weekSentence({ from: NOW, to: NOW + WEEK, count }, intlOf('en'));
    expect(sentence(1)).toMatch(/^1 API key expires: Jun 15/);
    expect(sentence(12_345)).toMatch(/^12,345 API keys expire: Jun 15/);
  });
});

const intlOf = (locale: string) => createIntl({ locale, defaultLocale: locale, timeZone: 'UTC' });
const plain = (text: string) => text.replace(/\s/g, '').replace(/[–～]/g, '-');
