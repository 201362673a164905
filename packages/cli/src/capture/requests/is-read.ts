/** Whether a request of a method only reads: it changes nothing, whatever became of it. */
export function isRead(method: string | undefined): boolean {
  return method !== undefined && /^(?:GET|HEAD|OPTIONS)$/i.test(method);
}
