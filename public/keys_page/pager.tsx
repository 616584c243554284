import { EuiButtonEmpty, EuiFlexGroup, EuiFlexItem, EuiFormLabel, EuiSelect } from '@elastic/eui';
import React, { useId } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ChevronLeft, ChevronRight } from '../chevron.tsx';
import { DISABLED_KEEPING_FOCUS } from '../keeping_focus.ts';
import { PAGE_SIZES } from '../page_url/page_url.ts';

interface Props {
  readonly size: number;
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
  onSize(size: number): void;
  onPrevious(): void;
  onNext(): void;
}

/** Page size, and the way to the page before and after. */
export function Pager({ size, hasPrevious, hasNext, onSize, onPrevious, onNext }: Props) {
  const intl = useIntl();
  const sizeId = useId();
  return (
    <EuiFlexGroup
      justifyContent="spaceBetween"
      alignItems="center"
      gutterSize="s"
      wrap
      responsive={false}
    >
      <EuiFlexItem grow={false}>
        <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false}>
          <EuiFormLabel htmlFor={sizeId} style={{ whiteSpace: 'nowrap' }}>
            <FormattedMessage id="projectApiKeys.pager.size" defaultMessage="Rows per page" />
          </EuiFormLabel>
          <EuiSelect
            id={sizeId}
            compressed
            value={size}
            options={PAGE_SIZES.map((each) => ({ value: each, text: intl.formatNumber(each) }))}
            onChange={(event) => onSize(Number(event.target.value))}
          />
        </EuiFlexGroup>
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <EuiFlexGroup gutterSize="xs" responsive={false}>
          <EuiButtonEmpty
            data-test-subj="apiKeysPreviousPage"
            size="s"
            iconType={ChevronLeft}
            {...(hasPrevious ? { onClick: onPrevious } : DISABLED_KEEPING_FOCUS)}
          >
            <FormattedMessage id="projectApiKeys.pager.previous" defaultMessage="Previous page" />
          </EuiButtonEmpty>
          <EuiButtonEmpty
            data-test-subj="apiKeysNextPage"
            size="s"
            iconType={ChevronRight}
            iconSide="right"
            {...(hasNext ? { onClick: onNext } : DISABLED_KEEPING_FOCUS)}
          >
            <FormattedMessage id="projectApiKeys.pager.next" defaultMessage="Next page" />
          </EuiButtonEmpty>
        </EuiFlexGroup>
      </EuiFlexItem>
    </EuiFlexGroup>
  );
}
