import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { credentialFormats, parseCredential } from './credential_formats.ts';

const encode = (text: string) => Buffer.from(text).toString('base64');
const KEY = { id: 'VuaCfGcBCdbkQm-e5aOx', apiKey: 'ui2lp2axTNmsyakw9tvNnw' };
const PAIR = `${KEY.id}:${KEY.apiKey}`;
/** As in Elasticsearch's documentation. */
const ENCODED = 'VnVhQ2ZHY0JDZGJrUW0tZTVhT3g6dWkybHAyYXhUTm1zeWFrdzl0dk5udw==';

const base64url = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'AZaz09-_'), minLength: length, maxLength: length });

describe('a key', () => {
  it('has the forms that programs take', () => {
    const created = { id: KEY.id, name: 'my “key”', api_key: KEY.apiKey, encoded: ENCODED };
    expect(credentialFormats(created)).toEqual({
      encoded: ENCODED,
      json: `{"id":"${KEY.id}","name":"my “key”","api_key":"${KEY.apiKey}","encoded":"${ENCODED}"}`,
      beats: PAIR,
      logstash: PAIR,
    });
    expect(JSON.parse(credentialFormats({ ...created, expiration: 5 }).json)).toEqual({
      ...created,
      expiration: 5,
    });
  });

  it('is the same in every form', () => {
    fc.assert(
      fc.property(base64url(20), base64url(22), fc.string(), (id, apiKey, name) => {
        const encoded = encode(`${id}:${apiKey}`);
        const formats = credentialFormats({ id, name, api_key: apiKey, encoded });
        for (const text of Object.values(formats))
          expect(parseCredential(text)).toEqual({ id, apiKey });
      }),
    );
  });
});

describe('reading a key', () => {
  it.each([
    ['encoded', ENCODED],
    ['without padding', ENCODED.replace(/=+$/, '')],
    ['among white space', `\n  ${ENCODED}\t\r\n`],
    ['in quotes', `"${ENCODED}"`],
    ['wrapped by a terminal', `${ENCODED.slice(0, 40)}\n${ENCODED.slice(40)}`],
    ['with its scheme', `ApiKey ${ENCODED}`],
    ['as a header', `Authorization: ApiKey ${ENCODED}`],
    ['as a header in lower case', `authorization:apikey ${ENCODED}`],
    ['as a header in JSON', `{"headers":{"Authorization":"ApiKey ${ENCODED}"}}`],
    ['in a curl line', `curl -H "Authorization: ApiKey ${ENCODED}" http://es.example:9200/_search`],
    [
      'in a script that names it first',
      `export API_KEY="${ENCODED}"\ncurl -H "Authorization: ApiKey $API_KEY" "https://es.example/"`,
    ],
    ['in JavaScript', `new Client({ node: 'http://a', auth: { apiKey: '${ENCODED}' } })`],
    ['in Go', `elasticsearch.Config{\n\tAPIKey:    "${ENCODED}",\n}`],
    ['as a pair', PAIR],
    ['as a pair in quotes', ` '${PAIR}' `],
    ['in the settings of Beats', `output.elasticsearch:\n  api_key: "${PAIR}"\n`],
    ['in a pipeline of Logstash', `elasticsearch { api_key => "${PAIR}" }`],
    ['as JSON', JSON.stringify({ id: KEY.id, name: 'k', api_key: KEY.apiKey }, null, 2)],
    ['as JSON with the encoded form alone', JSON.stringify({ encoded: ENCODED })],
  ])('understands it %s', (_form, text) => {
    expect(parseCredential(text)).toEqual(KEY);
  });

  it.each([
    ['nothing', ' '],
    ['a sentence', 'the key is in the drawer'],
    ['an address', 'https://es.example:9200'],
    ['base64 of something else', encode('no colon')],
    ['base64 without an id', encode(':secret')],
    ['base64 without a secret', encode('id:')],
    ['base64 of what is no UTF-8', Buffer.from([0x61, 0x3a, 0xff]).toString('base64')],
    ['base64url, which Elasticsearch refuses', encode('id:>>>???').replaceAll('/', '_')],
    ['the id alone', KEY.id],
    ['the secret alone', `ApiKey ${KEY.apiKey}`],
    ['a variable in place of the key', 'curl -H "Authorization: ApiKey $API_KEY"'],
    ['JSON of something else', '{"id":5,"api_key":null}'],
    ['JSON with empty halves', '{"id":"","api_key":""}'],
    ['JSON that is no object', '[1]'],
  ])('finds none in %s', (_case, text) => {
    expect(parseCredential(text)).toBeUndefined();
  });

  it('splits at the first colon, in any script', () => {
    const anyText = fc.string({ unit: 'binary', minLength: 1 });
    fc.assert(
      fc.property(
        anyText.filter((id) => !id.includes(':')),
        anyText,
        (id, apiKey) => {
          expect(parseCredential(encode(`${id}:${apiKey}`))).toEqual({ id, apiKey });
        },
      ),
    );
  });

  it('takes any text without an error', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 1000 }), (text) => {
        parseCredential(text);
        parseCredential(`ApiKey ${text}`);
        parseCredential(`{"encoded":${JSON.stringify(text)}}`);
      }),
    );
  });
});
