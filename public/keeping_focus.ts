/**
 * The props of a button that does nothing now and may again at any moment: it keeps the focus meanwhile.
 * EUI's own `hasAriaDisabled` is newer than Kibana 9.1. What the button does has to be left out besides.
 */
export const DISABLED_KEEPING_FOCUS = {
  'aria-disabled': true,
  style: { opacity: 0.5, pointerEvents: 'none' },
} as const;
