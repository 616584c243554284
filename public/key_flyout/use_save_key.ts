import { useIntl } from 'react-intl';
import { updateKeyRoute } from '../../common/http_api/update_key.ts';
import { useRefreshKeys } from '../api/queries.ts';
import { useAppServices } from '../app_services.ts';
import { type ChangeableFields, toUpdateBody } from './key_form.ts';
import type { Form } from './use_form.ts';

/** Saves what was changed of a key, tells what came of it, and is `onSaved`. */
export function useSaveKey(
  id: string,
  form: Form<ChangeableFields>,
  onSaved: () => void,
): () => Promise<void> {
  const { api, toasts } = useAppServices();
  const refreshKeys = useRefreshKeys();
  const intl = useIntl();
  return () =>
    form.submit(
      (fields) => toUpdateBody(fields, form.initial, intl),
      async (body) => {
        const { updated } = await api.call(updateKeyRoute, { params: { id }, body });
        toasts.addSuccess({
          title: updated
            ? intl.formatMessage({
                id: 'projectApiKeys.updateKey.updated',
                defaultMessage: 'API key updated',
              })
            : intl.formatMessage({
                id: 'projectApiKeys.updateKey.unchanged',
                defaultMessage: 'Nothing to change: the API key is as you want it',
              }),
        });
        onSaved();
        void refreshKeys();
      },
    );
}
