import {
	draggable,
	dropTargetForElements
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import type { Attachment } from 'svelte/attachments';

/** Lets an element be dragged as this card. Nothing is drawn anew while it is. */
export function drags(card: string): Attachment<HTMLElement> {
	return (element) =>
		draggable({
			element,
			getInitialData: () => ({ card }),
			onDragStart: () => element.classList.add('is-moving'),
			onDrop: () => element.classList.remove('is-moving')
		});
}

/** Lets cards be dropped on an element; what lies inside it is asked first. */
export function receives(drop: (card: string) => void): Attachment<HTMLElement> {
	return (element) =>
		dropTargetForElements({
			element,
			onDropTargetChange: ({ location }) => mark(element, isFirst(element, location)),
			onDragLeave: () => mark(element, false),
			onDrop: ({ location, source }) => {
				mark(element, false);
				const card = source.data['card'];
				if (isFirst(element, location) && typeof card === 'string') drop(card);
			}
		});
}

type Location = { current: { dropTargets: { element: Element }[] } };

const isFirst = (element: Element, { current }: Location) =>
	current.dropTargets[0]?.element === element;

function mark(element: Element, isOver: boolean): void {
	element.classList.toggle('over', isOver);
}
