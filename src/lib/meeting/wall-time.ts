/** `09:35` when something starts `minutes` after `startsAt` (HH:MM), past midnight too. */
export function wallTime(startsAt: string, minutes: number): string {
	const [hour = 0, minute = 0] = startsAt.split(':').map(Number);
	const at = (((hour * 60 + minute + minutes) % 1440) + 1440) % 1440;
	const two = (number: number) => String(number).padStart(2, '0');
	return Number.isNaN(at) ? '' : `${two(Math.floor(at / 60))}:${two(at % 60)}`;
}
