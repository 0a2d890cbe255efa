import { api, type ImportOutcome } from '@openteller/web-kit';

export function sendCsv(path: string, file: File, replace: boolean): Promise<ImportOutcome> {
  const form = new FormData();
  form.append('replace', String(replace));
  form.append('file', file);
  return api.post<ImportOutcome>(path, form);
}
