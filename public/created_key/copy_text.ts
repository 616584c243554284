/**
 * Copies the text of a field, which must be on the page. Resolves with whether it worked. Outside of
 * secure contexts (plain http) browsers have no `navigator.clipboard`; there the field is selected
 * and copied the old way, and stays selected for the reader where that fails too.
 */
export async function copyText(field: HTMLInputElement): Promise<boolean> {
  try {
    if (navigator.clipboard === undefined) return copySelected(field);
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    return copySelected(field);
  }
}

function copySelected(field: HTMLInputElement): boolean {
  field.focus();
  field.select();
  return document.execCommand('copy');
}
