import { EuiButtonIcon, EuiContextMenuItem, EuiContextMenuPanel, EuiPopover } from '@elastic/eui';
import React, { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { ApiKey } from '../../../common/api_key.ts';
import { displayName } from '../../key_summary/display_name.ts';

interface Props {
  readonly apiKey: ApiKey;
  /** Absent where the user may not. */
  readonly onRotate: (() => void) | undefined;
  readonly onClone: (() => void) | undefined;
}

/** What can be done with a key beside deleting it. */
export function KeyMenu({ apiKey, onRotate, onClone }: Props) {
  const intl = useIntl();
  // A popover for each row would make the table slow: there is none before it is wanted.
  const [isOpen, setIsOpen] = useState<boolean>();
  if (onRotate === undefined && onClone === undefined) return null;
  const closeAnd = (act: () => void) => () => {
    setIsOpen(false);
    act();
  };
  const items = [
    onRotate && (
      <EuiContextMenuItem
        key="rotate"
        icon="refresh"
        data-test-subj={`apiKeyRotate-${apiKey.id}`}
        onClick={closeAnd(onRotate)}
      >
        <FormattedMessage id="projectApiKeys.list.rotate" defaultMessage="Rotate" />
      </EuiContextMenuItem>
    ),
    onClone && (
      <EuiContextMenuItem
        key="clone"
        icon="copy"
        data-test-subj={`apiKeyClone-${apiKey.id}`}
        onClick={closeAnd(onClone)}
      >
        <FormattedMessage id="projectApiKeys.list.clone" defaultMessage="Clone" />
      </EuiContextMenuItem>
    ),
  ].filter((item) => item !== undefined);
  const name = displayName(apiKey);
  const button = (
    <EuiButtonIcon
      iconType="boxesVertical"
      color="text"
      data-test-subj={`apiKeyActions-${apiKey.id}`}
      aria-label={intl.formatMessage(
        { id: 'projectApiKeys.list.moreActions', defaultMessage: 'More actions for {name}' },
        { name },
      )}
      aria-haspopup="true"
      aria-expanded={isOpen === true}
      onClick={() => setIsOpen(isOpen !== true)}
    />
  );
  if (isOpen === undefined) return button;
  return (
    <EuiPopover
      isOpen={isOpen}
      closePopover={() => setIsOpen(false)}
      panelPaddingSize="none"
      anchorPosition="leftCenter"
      aria-label={intl.formatMessage(
        { id: 'projectApiKeys.list.actionsOf', defaultMessage: 'Actions for {name}' },
        { name },
      )}
      button={button}
    >
      <EuiContextMenuPanel items={items} />
    </EuiPopover>
  );
}
