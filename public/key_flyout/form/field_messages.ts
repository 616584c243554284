import { defineMessages, type IntlShape } from 'react-intl';
import type { Problem } from '../../../common/decode.ts';
import type { Lifetime } from '../expiry/expiry.ts';

const LIFETIME = defineMessages({
  no_amount: {
    id: 'projectApiKeys.keyForm.noAmount',
    defaultMessage: 'Enter a whole number above 0.',
  },
  no_date: { id: 'projectApiKeys.keyForm.noDate', defaultMessage: 'Choose a date and a time.' },
  past: {
    id: 'projectApiKeys.keyForm.datePast',
    defaultMessage: 'Choose a moment that is still to come.',
  },
  too_far: {
    id: 'projectApiKeys.keyForm.dateTooFar',
    defaultMessage: 'That is beyond the calendar. Choose a shorter time, or “Never”.',
  },
});

/** Why a lifetime is none. */
export const lifetimeMessage = (
  reason: Extract<Lifetime, { ok: false }>['reason'],
  intl: IntlShape,
): string => intl.formatMessage(LIFETIME[reason]);

/** What is wrong with a name. */
export function nameMessage(name: string, [problem]: readonly Problem[], intl: IntlShape): string {
  if (name === '' || problem === undefined)
    return intl.formatMessage({
      id: 'projectApiKeys.keyForm.nameMissing',
      defaultMessage: 'Enter a name.',
    });
  return intl.formatMessage(
    { id: 'projectApiKeys.keyForm.nameRefused', defaultMessage: 'Expected {expected}.' },
    { expected: problem.expected },
  );
}
