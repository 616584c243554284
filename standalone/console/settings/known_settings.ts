import type * as t from 'io-ts';
import { type Decoded, decode } from '../../../common/decode.ts';
import { oneOf } from '../../../common/exact.ts';
import { Secret } from '../../../common/secret.ts';
import { LOG_LEVELS } from '../logging.ts';
import {
  BasePath,
  ByteSize,
  EncryptionKey,
  Flag,
  Hosts,
  KibanaDuration,
  Port,
  PublicUrl,
  Text,
  TextList,
  Timeout,
} from './codecs.ts';

export interface KnownSetting<A> {
  /** The value in any of the forms it may be written in. */
  readonly read: (input: unknown) => Decoded<A>;
  /** A noun phrase for the sentence "expected …". */
  readonly expected: string;
  /** As it would be written in the file; `undefined` where there is none. */
  readonly fallback: unknown;
  /** One line of `--help`. */
  readonly meaning: string;
  /** Never shown, not even when it is wrong. */
  readonly secret: boolean;
}

const setting = <A>(
  codec: t.Type<A, unknown>,
  fallback: unknown,
  meaning: string,
): KnownSetting<A> => ({
  read: (input) => decode(codec, input),
  expected: codec.name,
  fallback,
  meaning,
  secret: false,
});

const optional = <A>(codec: t.Type<A, unknown>, meaning: string): KnownSetting<A | undefined> => ({
  ...setting(codec, undefined, meaning),
  read: (input) => (input === undefined ? { ok: true, value: undefined } : decode(codec, input)),
});

const secret = (
  codec: t.Type<string, unknown>,
  meaning: string,
): KnownSetting<Secret | undefined> => ({
  ...setting(codec, undefined, meaning),
  read(input) {
    if (input === undefined) return { ok: true, value: undefined };
    const text = decode(codec, input);
    return text.ok ? { ok: true, value: new Secret(text.value) } : text;
  },
  secret: true,
});

/** Every setting of the console, under Kibana's own names and with Kibana's own defaults. */
export const KNOWN_SETTINGS = {
  'server.host': setting(Text, '127.0.0.1', 'Address to listen on'),
  'server.port': setting(Port, 5601, 'Port to listen on; 0 picks a free one'),
  'server.basePath': setting(BasePath, '', 'Path under which a proxy offers the console'),
  'server.publicBaseUrl': optional(PublicUrl, 'Address of the console for its users'),
  'server.ssl.enabled': setting(Flag, false, 'Listen with TLS'),
  'server.ssl.certificate': optional(Text, 'File with the PEM certificate chain'),
  'server.ssl.key': optional(Text, 'File with the PEM private key'),
  'server.shutdownTimeout': setting(Timeout, '30s', 'How long a stop waits for open requests'),
  'server.maxPayload': setting(ByteSize, '1mb', 'Largest request body'),
  'server.payloadTimeout': setting(Timeout, '20s', 'How long a request may take to arrive'),
  'server.socketTimeout': setting(
    Timeout,
    '2m',
    'Longest silence of a connection, and never less than elasticsearch.requestTimeout',
  ),
  'server.keepaliveTimeout': setting(
    Timeout,
    '2m',
    'How long a connection is kept for the next request',
  ),
  'elasticsearch.hosts': optional(Hosts, 'Elasticsearch; without it a node of our own starts'),
  'elasticsearch.publicBaseUrl': optional(PublicUrl, 'Address of Elasticsearch for users of keys'),
  'elasticsearch.username': optional(Text, "User of the console's own requests"),
  'elasticsearch.password': secret(Text, 'Password of that user'),
  'elasticsearch.serviceAccountToken': secret(Text, 'Instead of username and password'),
  'elasticsearch.requestTimeout': setting(Timeout, '30s', 'Longest exchange with Elasticsearch'),
  'elasticsearch.ssl.certificateAuthorities': optional(TextList, 'Files with PEM certificates'),
  'elasticsearch.ssl.verificationMode': setting(
    oneOf(['full', 'certificate', 'none']),
    'full',
    'What to check of the certificate of Elasticsearch: full, certificate or none',
  ),
  'xpack.security.encryptionKey': secret(EncryptionKey, 'Seals sessions; random if not set'),
  'xpack.security.session.idleTimeout': setting(
    KibanaDuration,
    '3d',
    'Ends an unused session; 0 never does',
  ),
  'xpack.security.session.lifespan': setting(
    KibanaDuration,
    '30d',
    'Ends any session; 0 never does',
  ),
  'xpack.encryptedSavedObjects.encryptionKey': secret(EncryptionKey, 'Seals stored secrets'),
  'xpack.projectApiKeys.notifications.allowedHosts': optional(
    TextList,
    'Hosts that notifications of a task may go to',
  ),
  'xpack.projectApiKeys.notifications.webhookSecret': secret(Text, 'Signs those notifications'),
  'logging.level': setting(oneOf(LOG_LEVELS), 'info', `What to log: ${LOG_LEVELS.join(', ')}`),
} as const satisfies Record<string, KnownSetting<unknown>>;

export type SettingKey = keyof typeof KNOWN_SETTINGS;

/** The settings by their own names: durations in ms, sizes in bytes. */
export type Settings = {
  readonly [K in SettingKey]: (typeof KNOWN_SETTINGS)[K] extends KnownSetting<infer A> ? A : never;
};

export const SETTING_KEYS = Object.keys(KNOWN_SETTINGS) as readonly SettingKey[];
