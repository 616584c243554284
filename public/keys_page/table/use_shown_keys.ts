import { useMemo } from 'react';
import type { ApiKey } from '../../../common/api_key.ts';
import type { Capabilities } from '../../../common/http_api/capabilities.ts';
import { useAppServices } from '../../app_services.ts';
import { whyFixed } from '../../key_flyout/update/editable.ts';
import { parsePageUrl, serialisePageUrl } from '../../page_url/page_url.ts';
import { mayDelete, mayManage, maySeeOthers } from '../permissions.ts';
import type { ShownKeys } from './key_table.tsx';

interface Given extends Pick<ShownKeys, 'keys' | 'now' | 'newIds'> {
  readonly capabilities: Capabilities;
  /** The page's query, with nothing open over the list. */
  readonly search: string;
}

/** What the table draws, which changes only with what is given. */
export function useShownKeys({ keys, now, newIds, capabilities, search }: Given): ShownKeys {
  const { history } = useAppServices();
  return useMemo(() => {
    const list = parsePageUrl(search);
    return {
      keys,
      now,
      newIds,
      showOwner: maySeeOthers(capabilities),
      hrefOf: ({ id }) => history.hrefOf(serialisePageUrl({ ...list, open: { what: 'key', id } })),
      rightsTo: (key: ApiKey) => ({
        mayDelete: mayDelete(capabilities, key),
        mayRotate: whyFixed(key, capabilities, now) === undefined,
        mayClone: key.type === 'rest' && mayManage(capabilities),
      }),
    };
  }, [keys, now, newIds, capabilities, search, history]);
}
