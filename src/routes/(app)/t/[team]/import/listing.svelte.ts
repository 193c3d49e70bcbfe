import * as v from 'valibot';
import { decode } from '#lib/import/decode.ts';
import {
	chooseColumn,
	guessColumns,
	guessKind,
	problemOfColumns,
	type ColumnRole,
	type RowKind
} from '#lib/import/fields.ts';
import { planRows, tooMany, type Around, type RowPlan } from '#lib/import/plan-rows.ts';
import { writeReport } from '#lib/import/problem-report.ts';
import { readTable, type Line, type Separator } from '#lib/import/table.ts';
import type { DateOrder } from '#lib/scorecard/import/period-words.ts';

/** Bytes of a list, looked at before anything of it is read. */
const largestList = 5 * 1024 * 1024;

const Answer = v.object({
	outcome: v.picklist(['looked', 'entered', 'nothing', 'changed']),
	entered: v.number(),
	there: v.array(v.number()),
	import: v.optional(v.nullable(v.string())),
	links: v.optional(
		v.array(
			v.object({
				email: v.optional(v.string()),
				link: v.string(),
				isMailed: v.optional(v.boolean())
			})
		),
		[]
	)
});
export type Answer = v.InferOutput<typeof Answer>;
const Message = v.object({ message: v.string() });

/** From a chosen file to what is brought in: what is known of it, and what may be done next. */
export class Listing {
	/** The file's name, or what stands for it. */
	name = $state('');
	kind = $state<RowKind>('actions');
	lines = $state.raw<readonly Line[]>([]);
	separator = $state<Separator>(',');
	roles = $state.raw<ColumnRole[]>([]);
	order = $state<DateOrder>();
	owners = $state.raw<Record<string, string>>({});
	/** What bringing the rows would do, and what it did. */
	looked = $state.raw<Answer>();
	brought = $state.raw<Answer>();
	/** Why it does not go on, in words. */
	refused = $state<string>();
	isBusy = $state(false);

	#text = '';
	#address: string;
	#around: () => Around;

	constructor(address: string, around: () => Around) {
		this.#address = address;
		this.#around = around;
	}

	readonly columnProblem = $derived.by(() => problemOfColumns(this.kind, this.roles));

	readonly plan: RowPlan | undefined = $derived.by(() => {
		if (this.lines.length === 0 || this.columnProblem) return undefined;
		const { kind, roles, order, owners } = this;
		return planRows(
			this.lines,
			{ kind, roles, owners, ...(order ? { order } : {}) },
			this.#around()
		);
	});

	/** Why these rows are more than one import takes. */
	readonly excess = $derived.by(() => this.plan && tooMany(this.kind, this.plan.rows.length));

	async openFile(file: File): Promise<void> {
		if (file.size > largestList) {
			this.startAgain();
			this.refused = `“${file.name}” has ${Math.round(file.size / 1024 / 1024)} MB; 5 MB is the most. Split it into smaller files.`;
			return;
		}
		const decoded = decode(new Uint8Array(await file.arrayBuffer()));
		if ('refused' in decoded) {
			this.startAgain();
			this.refused = decoded.refused;
			return;
		}
		this.openText(decoded.text, file.name);
	}

	openText(text: string, name = 'Pasted cells', separator?: Separator): void {
		this.startAgain();
		const table = readTable(text, separator);
		if ('refused' in table) {
			this.refused = table.refused;
			return;
		}
		const [heading] = table.lines;
		if (!heading || table.lines.length === 1) {
			this.refused = 'There is only a heading in it, and no row below.';
			return;
		}
		[this.#text, this.name, this.separator] = [text, name.slice(0, 300), table.separator];
		this.kind = guessKind(name, heading.cells) ?? this.kind;
		this.lines = table.lines;
		this.roles = guessColumns(this.kind, heading.cells);
	}

	separate(by: Separator): void {
		const { kind } = this;
		this.openText(this.#text, this.name, by);
		this.chooseKind(kind);
	}

	chooseKind(kind: RowKind): void {
		this.#settle();
		this.kind = kind;
		this.roles = guessColumns(kind, this.lines[0]?.cells ?? []);
	}

	chooseColumn(column: number, role: string): void {
		this.#settle();
		this.roles = chooseColumn(this.roles, column, role as ColumnRole);
	}

	chooseOrder(order: DateOrder): void {
		this.#settle();
		this.order = order;
	}

	chooseOwner(plainName: string, member: string): void {
		this.#settle();
		this.owners = { ...this.owners, [plainName]: member };
	}

	report(): string {
		return writeReport(this.plan?.problems ?? []);
	}

	/** Asks what bringing the rows would do. */
	async look(): Promise<void> {
		const answer = await this.#send('POST', 'Nothing is brought in yet: try again.');
		if (answer?.outcome === 'changed') this.#changed();
		else if (answer) this.looked = answer;
	}

	/** Brings them in, all at once. */
	async bring(): Promise<void> {
		const answer = await this.#send(
			'PUT',
			'It is not known whether they came. Look again: what is there already stays as it is.'
		);
		if (answer?.outcome === 'entered') this.brought = answer;
		else if (answer) this.#changed();
	}

	startAgain(): void {
		this.#settle();
		[this.lines, this.roles, this.owners, this.order] = [[], [], {}, undefined];
		this.name = '';
	}

	#settle(): void {
		this.looked = this.brought = this.refused = undefined;
	}

	#changed(): void {
		this.looked = undefined;
		this.refused =
			'The team has changed meanwhile, so nothing came. Load the page anew, and look again.';
	}

	async #send(method: 'POST' | 'PUT', ifLost: string): Promise<Answer | undefined> {
		[this.isBusy, this.refused] = [true, undefined];
		try {
			const answer = await fetch(this.#address, {
				method,
				headers: { 'content-type': 'application/json', accept: 'application/json' },
				body: JSON.stringify({ kind: this.kind, file: this.name, rows: this.plan?.rows ?? [] })
			});
			const said: unknown = await answer.json();
			if (answer.ok) return v.parse(Answer, said);
			const message = v.safeParse(Message, said);
			this.refused =
				answer.status < 500 && message.success
					? message.output.message
					: `The server could not do that. ${ifLost}`;
		} catch {
			this.refused = `No answer came. ${ifLost}`;
		} finally {
			this.isBusy = false;
		}
		return undefined;
	}
}
