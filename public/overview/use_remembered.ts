import { useState } from 'react';

/**
 * A yes-or-no choice of the reader that is remembered in this browser under `name`. Where the browser
 * keeps nothing for pages it lasts as long as the page.
 */
export function useRemembered(
  name: string,
  initial: boolean,
): readonly [boolean, (choice: boolean) => void] {
  const [choice, setChoice] = useState(() => recall(name));
  const choose = (chosen: boolean) => {
    setChoice(chosen);
    remember(name, chosen);
  };
  return [choice ?? initial, choose];
}

const keyOf = (name: string) => `projectApiKeys.${name}`;

function recall(name: string): boolean | undefined {
  try {
    const text = localStorage.getItem(keyOf(name));
    return text === null ? undefined : text === 'true';
  } catch {
    return undefined; // the browser forbids storage
  }
}

function remember(name: string, choice: boolean): void {
  try {
    localStorage.setItem(keyOf(name), String(choice));
  } catch {
    // forbidden, or full: then it is forgotten
  }
}
