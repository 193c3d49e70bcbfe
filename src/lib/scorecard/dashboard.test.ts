import { expect, test } from 'vitest';
import { framedHost, readDashboard, readHost, usualHosts } from './dashboard.ts';

const own = 'drumbeat.example:3000';
const framed = (address: string, more: string[] = []) =>
	framedHost(address, [...usualHosts, ...more], own);

test.each([
	['https://app.powerbi.com/view?r=abc', 'app.powerbi.com'],
	['https://public.tableau.com/views/a/b?:embed=y', 'public.tableau.com'],
	['https://10ay.online.tableau.com/#/site/x', '10ay.online.tableau.com'],
	['https://lookerstudio.google.com/embed/reporting/1', 'lookerstudio.google.com'],
	['https://northwind.looker.com/embed/dashboards/3', 'northwind.looker.com'],
	['  HTTPS://App.PowerBI.com/view  ', 'app.powerbi.com']
])('%s may be shown', (address, host) => {
	expect(readDashboard(address)).toHaveProperty('output');
	expect(framed(address)).toBe(host);
});

test.each([
	'javascript:alert(1)',
	'JaVaScRiPt:alert(1)//https://app.powerbi.com',
	'java\nscript:alert(1)',
	'data:text/html,<script>alert(1)</script>',
	'http://app.powerbi.com/view',
	'//app.powerbi.com/view',
	'ftp://app.powerbi.com',
	'blob:https://app.powerbi.com/1',
	'https://app.powerbi.com@evil.example/',
	'https://app.powerbi.com:secret@evil.example/',
	'https:\\\\app.powerbi.com@evil.example/',
	'https://@app.powerbi.com/',
	'https://',
	'https:// app.powerbi.com',
	'powerbi',
	`https://app.powerbi.com/${'x'.repeat(2000)}`
])('%s is no address of a dashboard', (address) => {
	expect(readDashboard(address)).toHaveProperty('problem');
	expect(framed(address)).toBeUndefined();
});

test.each([
	'https://powerbi.com.evil.example/view',
	'https://app.powerbi.com.evil.example/view',
	'https://evilapp.powerbi.com/view',
	'https://xapp.powerbi.com/view',
	'https://eviltableau.com/views',
	'https://tableau.com.evil.example',
	'https://looker.com/embed',
	'https://app.powerbi.com:8443/view',
	'https://app.powerbi.com./view',
	// A Cyrillic а: browsers write it xn--…
	'https://аpp.powerbi.com/view',
	'https://evil.example/?https://app.powerbi.com/',
	'https://evil.example#@app.powerbi.com',
	'https://evil.example\\@app.powerbi.com/'
])('%s looks alike, and stays a link', (address) => {
	expect(readDashboard(address)).toHaveProperty('output');
	expect(framed(address)).toBeUndefined();
});

test('a name in another alphabet is shown as what it is', () => {
	expect(readDashboard('https://bücher.example/')).toEqual({
		output: 'https://xn--bcher-kva.example/'
	});
	expect(readHost('bücher.example')).toEqual({ output: 'xn--bcher-kva.example' });
	expect(framed('https://bücher.example/', ['xn--bcher-kva.example'])).toBe(
		'xn--bcher-kva.example'
	);
});

test('our own host is never shown inside itself, whoever allows it', () => {
	expect(framedHost('https://drumbeat.example/t/1', ['drumbeat.example'], own)).toBeUndefined();
});

test('an admin may allow one host, or all below a name', () => {
	expect(readHost(' BI.Example.com ')).toEqual({ output: 'bi.example.com' });
	expect(readHost('*.example.com')).toEqual({ output: '*.example.com' });
	expect(framed('https://bi.example.com/1', ['*.example.com'])).toBe('bi.example.com');
	expect(framed('https://example.com/1', ['*.example.com'])).toBeUndefined();
});

test.each([
	'',
	'*',
	'*.',
	'*.com',
	'com',
	'localhost',
	'*.*.example.com',
	'bi.*.com',
	'https://bi.example.com',
	'bi.example.com/path',
	'bi.example.com:8443',
	'me@bi.example.com',
	'127.0.0.1',
	'0x7f.1',
	'[::1]',
	"bi.example.com; script-src 'unsafe-inline'",
	'bi.example.com script',
	'-bi.example.com'
])('“%s” is no host to allow', (typed) => {
	expect(readHost(typed)).toHaveProperty('problem');
});
