import { EuiButtonEmpty, EuiLoadingSpinner, EuiScreenReaderLive } from '@elastic/eui';
import React from 'react';
import { FormattedMessage } from 'react-intl';
import type { KeyFilter } from '../../common/key_filter.ts';
import { type ExportState, useExportKeys } from './use_export_keys.ts';

interface Props {
  readonly filter: KeyFilter;
  /** How many keys match. */
  readonly total: number;
}

/** Saves the keys that match as a CSV file; pressed again while that lasts, it stops. */
export function ExportButton({ filter, total }: Props) {
  const { state, start, stop } = useExportKeys(filter);
  const isRunning = state === 'running';
  return (
    <>
      <EuiButtonEmpty
        size="s"
        data-test-subj="apiKeysExport"
        aria-busy={isRunning}
        isDisabled={total === 0 && !isRunning}
        onClick={isRunning ? stop : start}
      >
        {isRunning ? (
          <>
            <EuiLoadingSpinner size="s" />{' '}
            <FormattedMessage id="projectApiKeys.export.stop" defaultMessage="Stop export" />
          </>
        ) : (
          <FormattedMessage id="projectApiKeys.export.start" defaultMessage="Export as CSV" />
        )}
      </EuiButtonEmpty>
      <EuiScreenReaderLive>{ANNOUNCEMENTS[state]}</EuiScreenReaderLive>
    </>
  );
}

const ANNOUNCEMENTS: Readonly<Record<ExportState, React.ReactElement | undefined>> = {
  idle: undefined,
  running: (
    <FormattedMessage id="projectApiKeys.export.running" defaultMessage="The export has begun." />
  ),
  stopped: (
    <FormattedMessage id="projectApiKeys.export.stopped" defaultMessage="The export was stopped." />
  ),
  saved: <FormattedMessage id="projectApiKeys.export.saved" defaultMessage="The file was saved." />,
};
