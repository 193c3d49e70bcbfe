import { lineName } from '#lib/live/note-lines.ts';
import type { Room } from '#lib/meeting/room.svelte.ts';
import type { Node } from '@tiptap/pm/model';
import type { NodeView } from '@tiptap/pm/view';
import { mount, unmount } from 'svelte';
import LineEnd from './LineEnd.svelte';
import LineStart from './LineStart.svelte';
import { factsOf } from './line.ts';

/**
 * A line in the editor, made of the same parts as a line that is only read, so that nothing moves
 * when the editor opens.
 */
export class LineView implements NodeView {
	readonly dom = document.createElement('div');
	readonly contentDOM = document.createElement('p');
	#start = $state({ by: '' });
	#end = $state({ line: '', at: 0 });
	#mounted: Record<string, unknown>[];

	constructor(room: Room, node: Node) {
		const before = beside('nt-w');
		const after = beside('nt-e');
		this.contentDOM.className = 'words';
		this.contentDOM.dir = 'auto';
		this.dom.append(before, this.contentDOM, after);
		this.update(node);
		const start = this.#start;
		const end = this.#end;
		this.#mounted = [
			mount(LineStart, {
				target: before,
				props: {
					room,
					decorative: true,
					get by() {
						return start.by;
					}
				}
			}),
			mount(LineEnd, {
				target: after,
				props: {
					room,
					decorative: true,
					get line() {
						return end.line;
					},
					get at() {
						return end.at;
					}
				}
			})
		];
	}

	update(node: Node): boolean {
		if (node.type.name !== lineName) return false;
		const { id, by, at, struck } = factsOf(node);
		this.dom.id = id ? `note-${id}` : '';
		this.dom.className = struck ? 'nt struck' : 'nt';
		this.contentDOM.dataset['hint'] = node.content.size === 0 ? 'Add a line' : '';
		this.#start.by = by;
		this.#end.line = id;
		this.#end.at = at;
		return true;
	}

	/** Only the words are the editor's; what stands beside them is drawn here. */
	ignoreMutation(mutation: { type: string; target: globalThis.Node }): boolean {
		return mutation.type !== 'selection' && !this.contentDOM.contains(mutation.target);
	}

	destroy(): void {
		for (const part of this.#mounted) void unmount(part);
	}
}

function beside(name: string): HTMLElement {
	const element = document.createElement('span');
	element.className = name;
	element.contentEditable = 'false';
	element.ariaHidden = 'true';
	return element;
}
