import { createElement, type ElementType, Fragment, type Key, type ReactElement } from 'react';

/** `react/jsx-runtime` for packages that were compiled for it: Kibana shares React without it. */
export const jsx = (type: ElementType, props: object, key?: Key): ReactElement =>
  createElement(type, key === undefined ? props : { ...props, key });

export const jsxs = jsx;
export { Fragment };
