import { expect, test } from 'vitest';
import { readReportAddress, reportLetter } from '../src/store/report-address';

const BASE = 'https://permits.example/verify/';

test('a report goes to https, to the own server, or to one mail address', () => {
  expect(readReportAddress(undefined, BASE)).toBeUndefined();
  expect(readReportAddress('https://authority.example/report', BASE)?.href).toBe('https://authority.example/report');
  expect(readReportAddress('../report', BASE)?.href).toBe('https://permits.example/report');
  expect(readReportAddress('../report', 'http://localhost:8080/verify/')?.href).toBe('http://localhost:8080/report');
  expect(readReportAddress('mailto:reports@authority.example', BASE)?.protocol).toBe('mailto:');
});

test.each([
  'http://authority.example/report',
  'javascript:alert(1)',
  'data:text/plain,x',
  'https://user@authority.example/',
  'https://authority.example/?to=x',
  'https://authority.example/#x',
  'mailto:a@authority.example?cc=b@other.example',
  'mailto:a@authority.example,b@other.example',
  'mailto:',
  'https://',
  7,
  {},
])('%j is refused', (written) => {
  expect(() => readReportAddress(written, BASE)).toThrow(/deployment\.json: report/);
});

test('a letter says the id and the reason', () => {
  const address = readReportAddress('mailto:reports@authority.example', BASE) as URL;
  expect(reportLetter(address, { code: '0123456789abcdef', reason: 'REVOKED' })).toBe(
    'mailto:reports@authority.example?subject=Residence%20permit%20code&body=0123456789abcdef%20REVOKED',
  );
});
