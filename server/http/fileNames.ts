/** `Content-Disposition` of an answer that is worth saving. Whatever an id holds, a name has only letters, digits, `.`, `_` and `-`. */
export const named = (name: string, how: 'attachment' | 'inline' = 'attachment'): string =>
  `${how}; filename="${name.replace(/[^A-Za-z0-9.-]/g, '_')}"`
