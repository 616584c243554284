/** A table of the rows that stand in the document, with nothing around it. */
import { EuiBasicTable, EuiProvider } from '@elastic/eui';
import React from 'react';
import { createRoot } from 'react-dom/client';
import type { ApiKey } from '../../../common/api_key.ts';

const element = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The document has no #${id}`);
  return found;
};

const keys = JSON.parse(element('rows').textContent ?? '') as ApiKey[];

createRoot(element('root')).render(
  <EuiProvider>
    <EuiBasicTable
      tableCaption="API keys"
      items={keys}
      rowProps={({ id }) => ({ 'data-test-subj': `apiKeyRow-${id}` })}
      columns={[
        { name: 'Name', render: ({ name }: ApiKey) => name },
        { name: 'Kind', render: ({ kind }: ApiKey) => kind },
        { name: 'Owner', render: ({ username }: ApiKey) => username },
        { name: 'Created', render: ({ creation }: ApiKey) => creation },
        { name: 'Status', render: ({ status }: ApiKey) => status },
        {
          name: 'Privileges',
          render: (key: ApiKey) => Object.keys(key.role_descriptors ?? {}).join(', '),
        },
      ]}
    />
  </EuiProvider>,
);
