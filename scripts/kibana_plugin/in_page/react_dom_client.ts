import type { ReactElement } from 'react';
import ReactDom from 'react-dom';
import type * as Client from 'react-dom/client';

interface Root {
  render(tree: ReactElement): void;
  unmount(): void;
}

const { createRoot: ofReact18 } = ReactDom as Partial<typeof Client>;

/**
 * Stands for `react-dom/client`, which Kibana does not lend: React 18 has it in its main entry too, and
 * without it the tree is drawn as React 17 does.
 */
export const createRoot = (container: Element): Root =>
  ofReact18?.(container) ?? {
    render(tree) {
      ReactDom.render(tree, container);
    },
    unmount() {
      ReactDom.unmountComponentAtNode(container);
    },
  };
