/** @returns whether the system refused a call: no room, no permission, no such file. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}

/** @returns what the system says about a failed call, for people: `no space left on device`. */
export function systemReason({ code, message }: NodeJS.ErrnoException): string {
  // Node.js writes `CODE: reason, call 'path'`.
  const reason =
    code !== undefined && message.startsWith(`${code}: `) ? message.slice(code.length + 2) : message;
  return reason.slice(0, `${reason}, `.indexOf(', '));
}
