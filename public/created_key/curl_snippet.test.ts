import { expect, it } from '@jest/globals';
import { curlSnippet } from './curl_snippet.ts';

it('asks the cluster who the key is', () => {
  expect(curlSnippet('aWQ6a2V5', 'https://es.example:9200/')).toBe(
    'export API_KEY="aWQ6a2V5"\n' +
      'curl -H "Authorization: ApiKey $API_KEY" "https://es.example:9200/_security/_authenticate"',
  );
});

it('leaves the address to the reader where it is not known', () => {
  expect(curlSnippet('aWQ6a2V5', undefined)).toBe(
    'export ES_URL="https://…"\n' +
      'export API_KEY="aWQ6a2V5"\n' +
      'curl -H "Authorization: ApiKey $API_KEY" "$ES_URL/_security/_authenticate"',
  );
});
