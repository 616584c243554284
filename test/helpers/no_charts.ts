// jsdom draws no charts: there the page does as where their code cannot be downloaded.
throw new Error('jsdom draws no charts');

export {};
