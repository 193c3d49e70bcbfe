import type { PGlite, Transaction } from '@electric-sql/pglite';
import {
	CompiledQuery,
	PostgresAdapter,
	PostgresIntrospector,
	PostgresQueryCompiler,
	type DatabaseConnection,
	type Dialect,
	type Driver,
	type Kysely,
	type QueryResult
} from 'kysely';

/**
 * Lets Supabase Lite and our own SQL share one PGlite. Its own driver sends a bare BEGIN … COMMIT,
 * so that statements of another request slip into an open transaction and read rows with another
 * person's rights. Here a transaction is `pglite.transaction(…)`, which holds PGlite's lock from
 * begin to commit.
 */
export function pgliteDialect(pglite: PGlite): Dialect {
	return {
		createAdapter: () => new PostgresAdapter(),
		createDriver: () => new PgliteDriver(pglite),
		createIntrospector: (kysely: Kysely<unknown>) => new PostgresIntrospector(kysely),
		createQueryCompiler: () => new PostgresQueryCompiler()
	};
}

type Held = { transaction: Transaction; end: (how: 'commit' | 'rollback') => Promise<void> };

class PgliteConnection implements DatabaseConnection {
	#pglite: PGlite;
	held: Held | undefined;

	constructor(pglite: PGlite) {
		this.#pglite = pglite;
	}

	async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
		const result = await (this.held?.transaction ?? this.#pglite).query<Row>(query.sql, [
			...query.parameters
		]);
		const affected = result.affectedRows;
		return {
			rows: result.rows,
			...(typeof affected === 'number' ? { numAffectedRows: BigInt(affected) } : {})
		};
	}

	async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
		throw new Error('The embedded database does not stream');
	}

	begin(): Promise<void> {
		const finished = Promise.withResolvers<'commit' | 'rollback'>();
		const begun = Promise.withResolvers<void>();
		const done = this.#pglite.transaction(async (transaction) => {
			const end = async (how: 'commit' | 'rollback') => {
				this.held = undefined;
				finished.resolve(how);
				await done;
			};
			this.held = { transaction, end };
			begun.resolve();
			if ((await finished.promise) === 'rollback') await transaction.rollback();
		});
		done.catch(begun.reject);
		return begun.promise;
	}
}

class PgliteDriver implements Driver {
	#pglite: PGlite;

	constructor(pglite: PGlite) {
		this.#pglite = pglite;
	}

	async init(): Promise<void> {}

	async acquireConnection(): Promise<PgliteConnection> {
		return new PgliteConnection(this.#pglite);
	}

	async beginTransaction(connection: PgliteConnection): Promise<void> {
		await connection.begin();
	}

	async commitTransaction(connection: PgliteConnection): Promise<void> {
		await connection.held?.end('commit');
	}

	async rollbackTransaction(connection: PgliteConnection): Promise<void> {
		await connection.held?.end('rollback');
	}

	async releaseConnection(): Promise<void> {}

	async destroy(): Promise<void> {}
}
