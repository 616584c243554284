/** For what is imported and never used. */
export {};
