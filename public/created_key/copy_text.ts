/**
 * Copies the text of a field, or of another element, which must be on the page. Resolves with whether
 * it worked. Outside of secure contexts (plain http) browsers have no `navigator.clipboard`; there the
 * text is selected and copied the old way, and stays selected for the reader where that fails too.
 */
export async function copyText(element: HTMLElement): Promise<boolean> {
  try {
    if (navigator.clipboard === undefined) return copySelected(element);
    await navigator.clipboard.writeText(textOf(element));
    return true;
  } catch {
    return copySelected(element);
  }
}

const textOf = (element: HTMLElement): string =>
  element instanceof HTMLInputElement ? element.value : (element.textContent ?? '');

function copySelected(element: HTMLElement): boolean {
  if (element instanceof HTMLInputElement) {
    element.focus();
    element.select();
  } else getSelection()?.selectAllChildren(element);
  return document.execCommand('copy');
}
