/**
 * The locale for dates and numbers: the reader's own variety of the language that the page is in, as
 * `en-GB` of a page in `en`, so that sentences stay in one language.
 */
export function readerLocale(pageLanguage: string, preferred: readonly string[]): string {
  const language = pageLanguage === '' ? 'en' : pageLanguage;
  const isVariety = (locale: string) => locale.split('-')[0] === language.split('-')[0];
  return language.includes('-') ? language : (preferred.find(isVariety) ?? language);
}
