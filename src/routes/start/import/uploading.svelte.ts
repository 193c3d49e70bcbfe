type Limits = { partBytes: number; mostBytes: number };

const tries = 6;
const firstPauseMs = 500;

/** Sends a file to the server in parts, and goes on where an earlier try was cut off. */
export class Uploading {
	isOn = $state(false);
	/** From 0 to 1. */
	share = $state(0);
	problem = $state('');
	id = '';
	#limits: Limits;

	constructor(limits: Limits) {
		this.#limits = limits;
	}

	/** True when all of the file is on the server; otherwise `problem` says why not. */
	async take(file: File): Promise<boolean> {
		const { partBytes, mostBytes } = this.#limits;
		this.problem = '';
		if (file.size === 0) return this.#refuse('The file is empty.');
		if (file.size > mostBytes) return this.#refuse('The file is larger than an import takes.');
		this.isOn = true;
		try {
			this.id = idOf(file);
			const parts = Math.ceil(file.size / partBytes);
			for (let position = await this.#had(); position < parts; position += 1) {
				const part = file.slice(position * partBytes, (position + 1) * partBytes);
				const refused = await this.#send(part, file.size, position);
				if (refused) return this.#refuse(refused);
				this.share = (position + 1) / parts;
			}
			return true;
		} finally {
			this.isOn = false;
		}
	}

	#refuse(why: string): false {
		this.problem = why;
		return false;
	}

	async #had(): Promise<number> {
		const answer = await fetch(`/start/import/parts?id=${this.id}`).catch(() => undefined);
		const said: unknown = answer?.ok ? await answer.json() : undefined;
		return typeof said === 'object' && said && 'had' in said ? Number(said.had) || 0 : 0;
	}

	/** Why a part was not taken; undefined when it was. */
	async #send(part: Blob, bytes: number, position: number): Promise<string | undefined> {
		const address = `/start/import/parts?id=${this.id}&bytes=${bytes}&position=${position}`;
		const request = {
			method: 'POST',
			headers: { 'content-type': 'application/octet-stream', accept: 'application/json' },
			body: part
		};
		for (let tried = 0; tried < tries; tried += 1) {
			const answer = await fetch(address, request).catch(() => undefined);
			if (answer?.ok) return undefined;
			if (answer && answer.status < 500) {
				const said: unknown = await answer.json().catch(() => undefined);
				return typeof said === 'object' && said && 'message' in said
					? String(said.message)
					: 'The server did not take the file.';
			}
			await new Promise((resolve) => setTimeout(resolve, firstPauseMs * 2 ** tried));
		}
		return 'The connection broke. What was sent is kept: choose the file again, and it goes on from there.';
	}
}

/** The same file gets the same id on this device, so that it is known again. */
function idOf(file: File): string {
	const key = `drumbeat import ${file.name} ${file.size} ${file.lastModified}`;
	const known = localStorage.getItem(key);
	if (known) return known;
	const id = crypto.randomUUID();
	localStorage.setItem(key, id);
	return id;
}
