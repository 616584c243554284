/** The schemas of schemas, which the JSON editor's language service knows: nobody writes those here. */
export const schemaContributions = {};
