/** What somebody typed, as the value of that type; what does not fit stays text, and the platform says so. */
export function inputValue(text: string, type: string): unknown {
  if (type === 'integer' && /^-?\d+$/.test(text.trim())) return Number(text);
  if (type === 'boolean') return /^(true|yes|1)$/i.test(text.trim());
  if (type === 'money') {
    const match = /^(\d+)(?:\.(\d{1,2}))?\s*([A-Z]{3})$/.exec(text.trim());
    if (match)
      return { minor: Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')), currency: match[3] };
  }
  return text;
}
