/** Remembers the results of a function of texts of which there are few, such as tags of locales. */
export function memoizeByText<Result>(work: (text: string) => Result): (text: string) => Result {
  const results = new Map<string, { readonly value: Result }>();
  return (text) => {
    const result = results.get(text) ?? { value: work(text) };
    results.set(text, result);
    return result.value;
  };
}
