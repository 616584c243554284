import { useRef, useState } from 'react';
import {
  type RotatedKey,
  type RotateKeyBody,
  rotateKeyRoute,
} from '../../common/http_api/rotate_key.ts';
import { useRefreshKeys } from '../api/queries.ts';
import { useAppServices } from '../app_services.ts';
import { type RequestFailure, requestFailure } from '../key_flyout/form/request_failure.ts';

/** The rotation of one key. Its outcome is not kept: it holds a secret. */
export interface Rotation {
  readonly sending: boolean;
  readonly failure: RequestFailure | undefined;
  /** How often it was tried in vain. */
  readonly failures: number;
  /** One at a time, and none after one that went well: a double click rotates once. */
  rotate(body: RotateKeyBody): Promise<void>;
}

/** Rotates the key with this id and gives what comes of it to `onRotated`. */
export function useRotation(id: string, onRotated: (rotated: RotatedKey) => void): Rotation {
  const { api } = useAppServices();
  const refreshKeys = useRefreshKeys();
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<RequestFailure>();
  const [failures, setFailures] = useState(0);
  const sent = useRef(false);
  return {
    sending,
    failure,
    failures,
    async rotate(body) {
      if (sent.current) return;
      sent.current = true;
      setSending(true);
      setFailure(undefined);
      try {
        onRotated(await api.call(rotateKeyRoute, { params: { id }, body }));
      } catch (error) {
        setFailure(requestFailure(error));
        setFailures(failures + 1);
        setSending(false);
        sent.current = false;
        // There may be a new key all the same, and then it belongs into the list.
        void refreshKeys();
      }
    },
  };
}
