import * as t from 'io-ts';

// What is read of Elasticsearch's answers about the console's own index.

const VERSION = { _seq_no: t.number, _primary_term: t.number };

export const Written = t.type(VERSION);

export const FoundDocument = t.type({ _id: t.string, _source: t.UnknownRecord, ...VERSION });

export const FoundDocuments = t.type({
  hits: t.type({
    total: t.union([t.number, t.type({ value: t.number })]),
    hits: t.array(FoundDocument),
  }),
});

const answersByName = t.record(t.string, t.boolean);

export const OwnPrivileges = t.type({
  has_all_requested: t.boolean,
  username: t.string,
  cluster: answersByName,
  index: t.record(t.string, answersByName),
});

export const Acknowledged = t.type({ acknowledged: t.literal(true) });

export const Mappings = t.record(t.string, t.type({ mappings: t.UnknownRecord }));
