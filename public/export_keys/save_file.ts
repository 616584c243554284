/** As long as the browser may need to begin reading; Safari does so after the click. */
const READ_WITHIN_MS = 60_000;

/** Gives a text file to the browser to save. */
export function saveFile(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), READ_WITHIN_MS);
}
