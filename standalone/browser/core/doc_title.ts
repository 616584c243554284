export const PRODUCT_NAME = 'Project API keys';

/** Kibana's `chrome.docTitle`. */
export const createDocTitle = (page: { title: string }) => ({
  change(title: string) {
    page.title = `${title} - ${PRODUCT_NAME}`;
  },
  reset() {
    page.title = PRODUCT_NAME;
  },
});
