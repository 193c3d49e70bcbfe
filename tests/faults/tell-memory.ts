// Preloaded into a server: on SIGUSR2 it says what it holds, once its garbage is collected. What the
// system shows as resident says more about when V8 felt like collecting.
import process from 'node:process';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

process.on('SIGUSR2', () => {
	collect();
	const { heapUsed, external } = process.memoryUsage();
	console.log(`holds ${heapUsed + external} bytes`);
});
