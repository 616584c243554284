/** Why the node in the box cannot start or go on; the message is a finished sentence for a person. */
export class BoxError extends Error {
  override readonly name = 'BoxError';
}

/** What every message about a missing tool ends with. */
export const OTHER_WAY = 'or set elasticsearch.hosts to use a cluster of your own';
