import { expect, it } from '@jest/globals';
import { csvFileName, withEncodingMark } from './csv_file.ts';

it('names the file by the date', () => {
  expect(csvFileName(Date.UTC(2026, 10, 24, 23, 59))).toBe('api-keys-2026-11-24.csv');
});

it('marks a file as UTF-8 only where it makes a difference', () => {
  expect(withEncodingMark('id,name\r\n1,k\r\n')).toBe('id,name\r\n1,k\r\n');
  expect(withEncodingMark('id,name\r\n1,Schlüssel\r\n')).toBe('\ufeffid,name\r\n1,Schlüssel\r\n');
});
