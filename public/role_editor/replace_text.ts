import { isolateHistory } from '@codemirror/commands';
import type { EditorState, TransactionSpec } from '@codemirror/state';

interface Change {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/**
 * Makes the document this text, in one step that is undone on its own. Changes as little as it can, so
 * that the cursor stays with what it stands at.
 */
export function replacement(state: EditorState, text: string): TransactionSpec {
  const before = state.doc.toString();
  return {
    changes: spaceChanges(before, text) ?? middleChange(before, text),
    annotations: isolateHistory.of('full'),
  };
}

/** The gaps that change, where the texts are the same but for white space: so for what is laid out anew. */
function spaceChanges(before: string, after: string): Change[] | undefined {
  const changes: Change[] = [];
  let [from, start] = [0, 0];
  while (from < before.length || start < after.length) {
    const [to, end] = [endOfSpace(before, from), endOfSpace(after, start)];
    const insert = after.slice(start, end);
    if (before.slice(from, to) !== insert) changes.push({ from, to, insert });
    if (before[to] !== after[end]) return undefined;
    [from, start] = [to + 1, end + 1];
  }
  return changes;
}

function endOfSpace(text: string, from: number): number {
  let end = from;
  while (/\s/.test(text.charAt(end))) end++;
  return end;
}

/** What is left between the beginning and the end that two texts have in common. */
function middleChange(before: string, after: string): Change {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from++;
  let kept = 0;
  while (kept < shorter - from && before.at(-1 - kept) === after.at(-1 - kept)) kept++;
  return { from, to: before.length - kept, insert: after.slice(from, after.length - kept) };
}
