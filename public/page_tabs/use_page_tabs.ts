import { useIntl } from 'react-intl';
import { type AppLink, useAppLink } from '../use_app_link.ts';
import { useLocationSearch } from '../use_location_search.ts';
import { type PageTab, parsePageTab, tasksSearch } from './page_tab.ts';

/** One of the `tabs` of an `EuiPageHeader`. */
export interface HeaderTab extends AppLink {
  readonly label: string;
  readonly isSelected: boolean;
  readonly 'data-test-subj': string;
}

/** The tab that the page's address names, and all of them for the page's header. */
export function usePageTabs(): { readonly tab: PageTab; readonly tabs: HeaderTab[] } {
  const { formatMessage } = useIntl();
  const linkTo = useAppLink();
  const tab = parsePageTab(useLocationSearch());
  return {
    tab,
    tabs: [
      {
        label: formatMessage({ id: 'projectApiKeys.tabs.keys', defaultMessage: 'API keys' }),
        isSelected: tab.is === 'keys',
        'data-test-subj': 'apiKeysTabKeys',
        ...linkTo(''),
      },
      {
        label: formatMessage({
          id: 'projectApiKeys.tabs.tasks',
          defaultMessage: 'Background tasks',
        }),
        isSelected: tab.is === 'tasks',
        'data-test-subj': 'apiKeysTabTasks',
        ...linkTo(tasksSearch()),
      },
    ],
  };
}
