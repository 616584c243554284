import { exportKeysRoute } from '../../common/http_api/export_keys.ts';
import { exportKeys } from '../elasticsearch/export_keys.ts';
import type { Router } from '../kibana.ts';
import { defineRoute, NO_STORE } from './define_route.ts';

const CSV_FILE = {
  'content-type': 'text/csv; charset=utf-8',
  'content-disposition': 'attachment; filename="api-keys.csv"',
};

/** `POST /_export`: cut short, never ended, where Elasticsearch fails in the middle. */
export const defineExportRoute = (router: Router, now: () => number): void =>
  defineRoute(router, exportKeysRoute, {
    // Told as it begins: whatever breaks off has shown some of the keys.
    audit: {
      operation: () => 'export',
      subject: ({ body: { filter } }) => ({ filter: JSON.stringify(filter) }),
    },
    headers: { ...CSV_FILE, ...NO_STORE },
    answer: ({ elasticsearch, body, signal }) =>
      exportKeys(elasticsearch, body.filter, now(), signal),
  });
