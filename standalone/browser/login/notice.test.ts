import { expect, it } from '@jest/globals';
import { loginHref, noticeIn } from './notice.ts';

const place = (url: string) => new URL(url, 'http://console.example');

it('whoever is sent to log in again is told why, and led back', () => {
  const href = loginHref('/kb', place('/kb/app/x?search=a%26b#top'));
  expect(noticeIn(place(href))).toBe(
    'Your session has ended. Log in again to go on where you were.',
  );
  expect(place(href).pathname).toBe('/kb/login');
  const params = new URLSearchParams(place(href).search);
  expect(params.get('next')).toBe('/kb/app/x?search=a%26b#top');
});

it.each(['/login', '/login?msg=You+have+won', '/login?msg='])('%s tells nothing', (url) => {
  expect(noticeIn(place(url))).toBeUndefined();
});
