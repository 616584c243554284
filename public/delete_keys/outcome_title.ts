import { defineMessages, type IntlShape } from 'react-intl';
import type { Outcome, OutcomeGroup } from './deletion.ts';

/** "3 API keys deleted" */
export const outcomeTitle = (intl: IntlShape, { outcome, keys }: OutcomeGroup): string =>
  intl.formatMessage(TITLES[outcome.is], { count: keys.length });

const TITLES = defineMessages<Outcome['is'], { id: string; defaultMessage: string }>({
  deleted: {
    id: 'projectApiKeys.deleteResult.deleted',
    defaultMessage: '{count, plural, one {# API key} other {# API keys}} deleted',
  },
  already_deleted: {
    id: 'projectApiKeys.deleteResult.alreadyDeleted',
    defaultMessage: '{count, plural, one {# API key was} other {# API keys were}} already deleted',
  },
  not_found: {
    id: 'projectApiKeys.deleteResult.notFound',
    defaultMessage: '{count, plural, one {# API key was} other {# API keys were}} not found',
  },
  failed: {
    id: 'projectApiKeys.deleteResult.failed',
    defaultMessage: '{count, plural, one {# API key} other {# API keys}} could not be deleted',
  },
  unknown: {
    id: 'projectApiKeys.deleteResult.unknown',
    defaultMessage:
      '{count, plural, one {# API key} other {# API keys}} may or may not have been deleted',
  },
});
