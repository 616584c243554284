import { EuiButtonEmpty, EuiFlexGroup, EuiFlexItem, EuiTitle } from '@elastic/eui';
import React, { type ReactNode, useId } from 'react';

interface Props {
  readonly title: ReactNode;
  readonly isOpen: boolean;
  /** Beside the title. */
  readonly actions?: ReactNode;
  /** Made only while it is open. */
  children(): ReactNode;
  /** The button that folds. */
  onFold(isOpen: boolean): void;
  readonly 'data-test-subj'?: string;
}

/** A part of the page that folds away to its title. */
export function Foldable({ title, isOpen, actions, children, onFold, ...rest }: Props) {
  const titleId = useId();
  const contentId = useId();
  return (
    <section aria-labelledby={titleId} {...rest}>
      <EuiFlexGroup
        alignItems="center"
        justifyContent="spaceBetween"
        gutterSize="s"
        responsive={false}
        wrap
      >
        <EuiFlexItem grow={false}>
          <EuiTitle size="xxxs">
            <h2 id={titleId}>
              <EuiButtonEmpty
                size="xs"
                flush="left"
                color="text"
                iconType={isOpen ? Opened : Folded}
                aria-expanded={isOpen}
                aria-controls={contentId}
                onClick={() => onFold(!isOpen)}
              >
                {title}
              </EuiButtonEmpty>
            </h2>
          </EuiTitle>
        </EuiFlexItem>
        <EuiFlexItem grow={false}>{actions}</EuiFlexItem>
      </EuiFlexGroup>
      <div id={contentId}>{isOpen && children()}</div>
    </section>
  );
}

// Drawn here as EUI has changed the names of its arrows between the versions that Kibana ships.
const Opened = (props: IconProps) => <Chevron {...props} path="m4 6 4 4 4-4" />;
const Folded = (props: IconProps) => <Chevron {...props} path="m6 4 4 4-4 4" />;

interface IconProps {
  readonly className?: string;
}

const Chevron = ({ className, path }: IconProps & { readonly path: string }) => (
  <svg className={className} viewBox="0 0 16 16" aria-hidden="true">
    <path d={path} fill="none" stroke="currentColor" strokeWidth="1.2" />
  </svg>
);
