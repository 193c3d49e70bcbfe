/**
 * Makes one question of many: what is asked while an answer is under way, or in the same tick, is
 * asked together. Thousands who come at nine cost a few statements.
 *
 * @param ask answers in the order of the questions; what it throws is thrown to each of them
 */
export function together<Question, Answer>(
	ask: (questions: Question[]) => Promise<Answer[]>
): (question: Question) => Promise<Answer> {
	let waiting: { question: Question; answered: PromiseWithResolvers<Answer> }[] = [];
	let asking = false;

	async function askAll(): Promise<void> {
		asking = true;
		while (waiting.length > 0) {
			await new Promise((resolve) => setImmediate(resolve));
			const asked = waiting;
			waiting = [];
			try {
				const answers = await ask(asked.map(({ question }) => question));
				asked.forEach(({ answered }, index) => answered.resolve(answers[index] as Answer));
			} catch (error) {
				for (const { answered } of asked) answered.reject(error);
			}
		}
		asking = false;
	}

	return (question) => {
		const answered = Promise.withResolvers<Answer>();
		waiting.push({ question, answered });
		if (!asking) void askAll();
		return answered.promise;
	};
}
