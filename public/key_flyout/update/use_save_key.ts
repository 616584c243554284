import { useIntl } from 'react-intl';
import { getKeyRoute } from '../../../common/http_api/get_key.ts';
import { updateKeyRoute } from '../../../common/http_api/update_key.ts';
import { useRefreshKeys } from '../../api/queries.ts';
import { useAppServices } from '../../app_services.ts';
import { type ChangeableFields, fieldsOf, toUpdateBody } from '../form/key_form.ts';
import { ChangedMeanwhile } from '../form/request_failure.ts';
import type { Form } from '../form/use_form.ts';
import { changedFields, ontoTheirs } from './changed_fields.ts';

/**
 * Saves what was changed of a key, tells what came of it, and calls `onSaved`. `onto` is the version
 * that the change may replace: the one that the form was filled from, or a later one that the reader
 * has heard of. Elasticsearch has no condition for that, so the key is read just before.
 */
export function useSaveKey(
  id: string,
  form: Form<ChangeableFields>,
  onSaved: () => void,
): (onto?: ChangeableFields) => Promise<void> {
  const { api, toasts } = useAppServices();
  const refreshKeys = useRefreshKeys();
  const intl = useIntl();
  return (onto = form.initial) =>
    form.submit(
      (fields) => toUpdateBody(ontoTheirs(fields, form.initial, onto), onto, intl),
      async (body) => {
        const { key } = await api.call(getKeyRoute, { params: { id } });
        const present = fieldsOf(key);
        if (changedFields(present, onto).length > 0) throw new ChangedMeanwhile(present);
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
