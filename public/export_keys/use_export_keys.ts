import { useEffect, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { exportKeysRoute } from '../../common/http_api/export_keys.ts';
import type { KeyFilter } from '../../common/key_filter.ts';
import { useAppServices } from '../app_services.ts';
import { csvFileName, withEncodingMark } from './csv_file.ts';
import { saveFile } from './save_file.ts';

export type ExportState = 'idle' | 'running' | 'stopped' | 'saved';

/** Saves the keys that match as a file; all of them, or none where it fails or is stopped. */
export function useExportKeys(filter: KeyFilter) {
  const { api, toasts, now } = useAppServices();
  const intl = useIntl();
  const [state, setState] = useState<ExportState>('idle');
  const call = useRef<AbortController>(undefined);
  useEffect(() => () => call.current?.abort(), []);

  const start = async () => {
    const controller = new AbortController();
    const { signal } = controller;
    call.current = controller;
    setState('running');
    try {
      const csv = await api.call(exportKeysRoute, { body: { filter }, signal });
      if (signal.aborted) return;
      saveFile(csvFileName(now()), 'text/csv;charset=utf-8', withEncodingMark(csv));
      setState('saved');
    } catch (error) {
      if (signal.aborted) return;
      setState('idle');
      toasts.addDanger({
        title: intl.formatMessage({
          id: 'projectApiKeys.export.failed',
          defaultMessage: 'The API keys could not be exported',
        }),
        text: (error as Error).message,
      });
    }
  };
  const stop = () => {
    call.current?.abort();
    setState('stopped');
  };
  return { state, start, stop };
}
