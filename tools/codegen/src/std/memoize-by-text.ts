/** Remembers the results of a function of texts of which there are few, such as tags of locales. */
export function memoizeByText<Text extends string, Result>(
  work: (text: Text) => Result,
): (text: Text) => Result {
  const results = new Map<Text, { readonly value: Result }>();
  return (text) => {
    const result = results.get(text) ?? { value: work(text) };
    results.set(text, result);
    return result.value;
  };
}
