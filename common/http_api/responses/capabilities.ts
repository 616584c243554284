import * as t from 'io-ts';
import { exact } from '../../exact.ts';
import { described } from './fields.ts';

export const Capabilities = exact(
  {
    enabled: described('false where the cluster has API keys switched off', t.boolean),
    can_manage_own: t.boolean,
    can_manage_all: t.boolean,
    can_read_all: t.boolean,
    user: exact({ username: t.string, realm: t.string }, {}),
  },
  {
    elasticsearch_url: described('where Elasticsearch is for a program outside', t.string),
  },
);
export type Capabilities = Readonly<t.TypeOf<typeof Capabilities>>;
