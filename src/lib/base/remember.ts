/**
 * Reads the same words once when they are asked about again and again in a row: the readings of the last
 * texts are kept, at most `most` of them. Only for pure readings; what they give is shared, so it must not be
 * changed.
 */
export function remembered<Value>(read: (text: string) => Value, most = 128): (text: string) => Value {
	const known = new Map<string, { value: Value }>();
	return (text) => {
		const before = known.get(text);
		if (before) return before.value;
		const value = read(text);
		if (known.size >= most) known.clear();
		known.set(text, { value });
		return value;
	};
}
