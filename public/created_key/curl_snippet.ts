/**
 * A shell line that works with every key as it is: who am I. `url` is that of Elasticsearch, where
 * it is known; otherwise it is for the reader to set.
 */
export function curlSnippet(encoded: string, url: string | undefined): string {
  const base = url?.replace(/\/+$/, '') ?? '$ES_URL';
  return [
    ...(url === undefined ? ['export ES_URL="https://…"'] : []),
    `export API_KEY="${encoded}"`,
    `curl -H "Authorization: ApiKey $API_KEY" "${base}/_security/_authenticate"`,
  ].join('\n');
}
