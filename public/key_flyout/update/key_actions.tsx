import React from 'react';
import { FormattedMessage } from 'react-intl';
import type { ApiKey } from '../../../common/api_key.ts';
import type { Capabilities } from '../../../common/http_api/capabilities.ts';
import { mayDelete, mayManage } from '../../keys_page/permissions.ts';
import type { FlyoutAction } from '../key_flyout_frame.tsx';
import { whyFixed } from './editable.ts';

/** What else can be done with a key; each of them takes the place of the flyout. */
export interface KeyActions {
  onRotate(id: string): void;
  /** Opens the form of a new key, filled in from this one. */
  onClone(id: string): void;
  onDelete(key: ApiKey): void;
}

/** The actions on a key that this user may take at `now` (ms since epoch). */
export function allowedActions(
  key: ApiKey,
  capabilities: Capabilities,
  now: number,
  { onRotate, onClone, onDelete }: KeyActions,
): FlyoutAction[] {
  const actions: readonly (readonly [boolean, FlyoutAction])[] = [
    [
      whyFixed(key, capabilities, now) === undefined,
      {
        label: <FormattedMessage id="projectApiKeys.keyFlyout.rotate" defaultMessage="Rotate" />,
        'data-test-subj': 'apiKeyFlyoutRotate',
        onClick: () => onRotate(key.id),
      },
    ],
    [
      key.type === 'rest' && mayManage(capabilities),
      {
        label: <FormattedMessage id="projectApiKeys.keyFlyout.clone" defaultMessage="Clone" />,
        'data-test-subj': 'apiKeyFlyoutClone',
        onClick: () => onClone(key.id),
      },
    ],
    [
      mayDelete(capabilities, key),
      {
        label: <FormattedMessage id="projectApiKeys.keyFlyout.delete" defaultMessage="Delete" />,
        'data-test-subj': 'apiKeyFlyoutDelete',
        color: 'danger',
        onClick: () => onDelete(key),
      },
    ],
  ];
  return actions.flatMap(([isAllowed, action]) => (isAllowed ? [action] : []));
}
