import type { FirstRequest } from './first_request.ts';

export type Language = 'curl' | 'javascript' | 'python' | 'go';

export interface SnippetParts {
  readonly encoded: string;
  /** Of Elasticsearch, with or without a slash at the end. */
  readonly url: string;
  readonly request: FirstRequest;
}

/**
 * A program in each language that makes one request with a key and prints the answer, as it is: to be
 * pasted and run. By Elasticsearch's own clients and their documentation, versions 8 and 9.
 */
export const SNIPPETS: Readonly<Record<Language, (parts: SnippetParts) => string>> = {
  curl: ({ encoded, url, request }) => `export API_KEY=${shellWord(encoded)}
curl -H "Authorization: ApiKey $API_KEY" ${shellWord(url.replace(/\/+$/, '') + request.path)}`,

  javascript: ({ encoded, url, request }) => `// npm install @elastic/elasticsearch
import { Client } from "@elastic/elasticsearch";

const client = new Client({
  node: ${literal(url)},
  auth: { apiKey: ${literal(encoded)} },
});

console.log(await ${request.javascript});`,

  python: ({ encoded, url, request }) => `# python -m pip install elasticsearch
from elasticsearch import Elasticsearch

client = Elasticsearch(
    ${literal(url)},
    api_key=${literal(encoded)},
)

print(${request.python})`,

  go: ({ encoded, url, request }) => `// go get github.com/elastic/go-elasticsearch/v9@latest
package main

import (
	"fmt"
	"log"

	"github.com/elastic/go-elasticsearch/v9"
)

func main() {
	client, err := elasticsearch.NewClient(elasticsearch.Config{
		Addresses: []string{${literal(url)}},
		APIKey:    ${literal(encoded)},
	})
	if err != nil {
		log.Fatal(err)
	}
	response, err := ${request.go}
	if err != nil {
		log.Fatal(err)
	}
	defer response.Body.Close()
	fmt.Println(response)
}`,
};

/** A string literal; what JSON escapes, and how, is the same in JavaScript, Python and Go. */
const literal = (text: string): string => JSON.stringify(text);

/** One word to a shell. Only single quotes leave everything between them as it is. */
const shellWord = (text: string): string =>
  /^[\w.:/+=*%-]*$/.test(text) ? `"${text}"` : `'${text.replaceAll("'", "'\\''")}'`;
