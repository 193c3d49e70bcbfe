import { Node } from '@tiptap/core';
import type { NodeView } from '@tiptap/pm/view';
import type { Node as Line } from '@tiptap/pm/model';
import { lineName } from '#lib/live/note-lines.ts';

/** What a line carries besides its words. What others send may be anything: it is read here. */
export type LineFacts = { id: string; by: string; at: number; struck: boolean };

export type LineOptions = {
	/** Draws a line in the page, given its words and what stands beside them. */
	draw: ((line: Line) => NodeView) | null;
};

export const factsOf = ({ attrs }: Line): LineFacts => ({
	id: typeof attrs['id'] === 'string' ? attrs['id'] : '',
	by: typeof attrs['by'] === 'string' ? attrs['by'] : '',
	// The editor keeps a number, other writers its digits.
	at: Math.max(0, Number(attrs['at'])) || 0,
	struck: String(attrs['struck']) === 'true'
});

/** One line of shared notes: plain words that know who began them and when. */
export const LineNode = Node.create<LineOptions>({
	name: lineName,
	group: 'block',
	content: 'text*',
	marks: '',
	addOptions: () => ({ draw: null }),
	addAttributes: () => ({
		id: { default: null, rendered: false },
		by: { default: null, rendered: false },
		at: { default: null, rendered: false },
		struck: { default: null, rendered: false }
	}),
	parseHTML: () => [{ tag: 'p' }],
	renderHTML: () => ['p', 0],
	addNodeView() {
		const { draw } = this.options;
		return draw && (({ node }) => draw(node));
	}
});
