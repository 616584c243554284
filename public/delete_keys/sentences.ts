import { defineMessages, type IntlShape } from 'react-intl';
import { ATTEMPTS } from './back_off.ts';
import { type Deletion, type Phase, unsure, untried } from './deletion.ts';
import { type OutcomeGroup, outcomeGroups, type Tally } from './tally.ts';

interface Message {
  readonly id: string;
  readonly defaultMessage: string;
}

/** "3 API keys deleted" */
export const outcomeTitle = (intl: IntlShape, { is, count }: OutcomeGroup): string =>
  intl.formatMessage(OUTCOMES[is], { count });

const OUTCOMES = defineMessages<keyof Tally, Message>({
  deleted: {
    id: 'projectApiKeys.deleteResult.deleted',
    defaultMessage: '{count, plural, one {# API key} other {# API keys}} deleted',
  },
  already_deleted: {
    id: 'projectApiKeys.deleteResult.alreadyDeleted',
    defaultMessage: '{count, plural, one {# API key was} other {# API keys were}} already deleted',
  },
  lost: {
    id: 'projectApiKeys.deleteResult.lost',
    defaultMessage:
      '{count, plural, one {# API key was} other {# API keys were}} already deleted: by a request that got no answer, or by someone else',
  },
  not_found: {
    id: 'projectApiKeys.deleteResult.notFound',
    defaultMessage: '{count, plural, one {# API key was} other {# API keys were}} not found',
  },
  failed: {
    id: 'projectApiKeys.deleteResult.failed',
    defaultMessage: '{count, plural, one {# API key} other {# API keys}} could not be deleted',
  },
});

/** "9,000 API keys have not been deleted", as far as is known. */
export const untriedTitle = (intl: IntlShape, deletion: Deletion): string =>
  intl.formatMessage(unsure(deletion) === 0 ? UNTRIED.sure : UNTRIED.unsure, {
    count: untried(deletion),
  });

const UNTRIED = defineMessages<'sure' | 'unsure', Message>({
  sure: {
    id: 'projectApiKeys.deleteResult.untried',
    defaultMessage:
      '{count, plural, one {# API key has} other {# API keys have}} not been deleted yet',
  },
  unsure: {
    id: 'projectApiKeys.deleteResult.untriedUnsure',
    defaultMessage: '{count, plural, one {# API key} other {# API keys}} may still be there',
  },
});

/** "Elasticsearch is busy: trying again in 4 s (attempt 2 of 5)" */
export const waitingTitle = (
  intl: IntlShape,
  { because, attempt }: Extract<Phase, { is: 'waiting' }>,
  seconds: number,
): string =>
  intl.formatMessage(
    {
      id: 'projectApiKeys.deleting.waiting',
      defaultMessage:
        '{cause, select, busy {Elasticsearch is busy} away {Elasticsearch is not available} other {No answer came}}: trying again in {seconds, number} s (attempt {attempt, number} of {attempts, number})',
    },
    {
      cause: CAUSES[because.statusCode ?? 0] ?? 'silence',
      seconds,
      attempt,
      attempts: ATTEMPTS,
    },
  );

const CAUSES: Readonly<Record<number, string>> = { 409: 'busy', 429: 'busy', 503: 'away' };

/** What screen readers say by themselves; they read the progress bar on their own. */
export function announcement(intl: IntlShape, deletion: Deletion): string {
  const { phase, tally } = deletion;
  if (phase.is === 'waiting') return waitingTitle(intl, phase, Math.ceil(phase.ms / 1000));
  if (phase.is !== 'paused' && phase.is !== 'done') return '';
  return [
    ...(phase.is === 'paused' ? [untriedTitle(intl, deletion)] : []),
    ...outcomeGroups(tally).map((group) => outcomeTitle(intl, group)),
  ].join('. ');
}
