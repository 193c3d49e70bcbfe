import * as Y from 'yjs';
import { formerMember, places, without } from './words.ts';

/** Replaces words in everything a live document holds; false when there was nothing to replace. */
export function eraseFromDocument(doc: Y.Doc, words: readonly string[]): boolean {
	let changed = false;
	doc.on('update', () => (changed = true));
	doc.transact(() => {
		for (const key of doc.share.keys()) eraseFrom(opened(doc, key), words);
	});
	return changed;
}

/** Shared types have no kind of their own until somebody asks for them: what they hold tells it. */
function opened(doc: Y.Doc, key: string): unknown {
	const type = doc.share.get(key);
	if (type && type._map.size > 0) return doc.getMap(key);
	const first = type?._start?.content;
	if (first instanceof Y.ContentString) return doc.getText(key);
	if (first instanceof Y.ContentType) {
		const isXml = first.type instanceof Y.XmlElement || first.type instanceof Y.XmlText;
		return isXml ? doc.getXmlFragment(key) : doc.getArray(key);
	}
	return key.includes(':') ? doc.getXmlFragment(key) : doc.getArray(key);
}

function eraseFrom(type: unknown, words: readonly string[]): void {
	if (type instanceof Y.Text) return eraseFromText(type, words);
	if (type instanceof Y.XmlElement)
		for (const [name, value] of Object.entries(type.getAttributes()))
			if (typeof value === 'string' && without(value, words) !== value)
				type.setAttribute(name, without(value, words));
	if (type instanceof Y.XmlFragment)
		return type.toArray().forEach((child) => eraseFrom(child, words));
	if (type instanceof Y.Map) {
		for (const [key, value] of type.entries())
			if (value instanceof Y.AbstractType) eraseFrom(value, words);
			else if (isTold(value, words)) type.set(key, plainly(value, words));
		return;
	}
	if (type instanceof Y.Array)
		type.toArray().forEach((value, index) => {
			if (value instanceof Y.AbstractType) return eraseFrom(value, words);
			if (!isTold(value, words)) return;
			type.delete(index);
			type.insert(index, [plainly(value, words)]);
		});
}

function eraseFromText(text: Y.Text, words: readonly string[]): void {
	const delta = text.toDelta() as { insert: unknown }[];
	// What is no text takes one place, like a sign no word has in it.
	const plain = delta.map(({ insert }) => (typeof insert === 'string' ? insert : '\0')).join('');
	for (const { at, length } of places(plain, words)) {
		text.delete(at, length);
		text.insert(at, formerMember);
	}
}

const isTold = (value: unknown, words: readonly string[]): boolean => {
	const said = JSON.stringify(value) as string | undefined;
	return said !== undefined && JSON.stringify(plainly(value, words)) !== said;
};

function plainly(value: unknown, words: readonly string[]): unknown {
	if (typeof value === 'string') return without(value, words);
	if (Array.isArray(value)) return value.map((one) => plainly(one, words));
	if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
	return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plainly(one, words)]));
}
