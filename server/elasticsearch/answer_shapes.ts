import * as t from 'io-ts';

// What is read of Elasticsearch's answers; https://www.elastic.co/docs/api/doc/elasticsearch

const orNull = <C extends t.Mixed>(codec: C) => t.union([codec, t.null]);
const texts = t.array(t.string);
const answersByName = t.record(t.string, t.boolean);

/** Keys that old versions of Elasticsearch made lack some of these. */
const KeyFields = t.partial({
  name: orNull(t.string),
  type: orNull(t.string),
  realm: orNull(t.string),
  expiration: orNull(t.number),
  metadata: orNull(t.UnknownRecord),
  role_descriptors: orNull(t.UnknownRecord),
  limited_by: t.array(t.UnknownRecord),
  invalidated: t.boolean,
  _sort: t.UnknownArray,
});
const Key = t.intersection([
  t.type({ id: t.string, username: t.string, creation: t.number }),
  KeyFields,
]);

export const FoundKeys = t.type({ api_keys: t.array(Key) });

export const QueriedKeys = t.type({
  total: t.number,
  api_keys: t.array(Key),
});

/** With a `filter_path`, by which Elasticsearch leaves out what is empty too. */
export const FilteredKeys = t.intersection([
  t.type({ total: t.number }),
  t.partial({
    api_keys: t.array(
      t.intersection([
        t.type({ id: t.string }),
        t.partial({ username: t.string, creation: t.number }),
        KeyFields,
      ]),
    ),
  }),
]);

export const CreatedKey = t.intersection([
  t.type({ id: t.string, name: t.string, api_key: t.string, encoded: t.string }),
  t.partial({ expiration: t.number }),
]);

export const UpdatedKey = t.type({ updated: t.boolean });

const Cause = t.partial({ type: t.string, reason: orNull(t.string) });
const Failure = t.intersection([Cause, t.partial({ caused_by: Cause })]);

export const InvalidatedKeys = t.intersection([
  t.type({
    invalidated_api_keys: texts,
    previously_invalidated_api_keys: texts,
    error_count: t.number,
  }),
  t.partial({ error_details: t.array(Failure) }),
]);

export const AuthenticatedUser = t.type({
  username: t.string,
  lookup_realm: t.type({ name: t.string }),
});

export const HeldPrivileges = t.type({
  cluster: answersByName,
  index: t.record(t.string, answersByName),
  application: t.record(t.string, t.record(t.string, answersByName)),
});

const Names = t.array(t.type({ name: t.string }));
export const ResolvedIndices = t.partial({ indices: Names, aliases: Names, data_streams: Names });

export const BulkAnswer = t.type({
  items: t.array(t.record(t.string, t.type({ status: t.number }))),
});

export const FoundDocuments = t.type({
  hits: t.type({ hits: t.array(t.type({ _source: t.UnknownRecord })) }),
});
