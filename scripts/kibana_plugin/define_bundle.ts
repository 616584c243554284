export interface BundleCode {
  /** The plugin's. */
  readonly id: string;
  /** A script that leaves the module's exports in a variable. */
  readonly code: string;
  /** That variable's name. */
  readonly exports: string;
}

/**
 * The script that Kibana loads on every page, also that of the login, and before it lends anything. So
 * it only tells how to come by the bundle, whose code runs when it is first asked for.
 */
export const defineBundle = ({ id, code, exports }: BundleCode): string =>
  `__kbnBundles__.define('plugin/${id}/public', (() => {
let bundle;
return () => bundle || (bundle = (() => {
${code}
return ${exports};
})());
})(), 'public');
`;
