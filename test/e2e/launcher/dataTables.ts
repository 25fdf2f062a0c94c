/** n8n's data tables: the storage that workflows share. */
import type { N8nApi } from './api';

/** A table that a test has made. */
export interface DataTable {
	id: string;
	remove(): Promise<void>;
}

/** Makes a table with these text columns in the owner's personal project. */
export async function createDataTable(
	api: N8nApi,
	name: string,
	columns: string[],
): Promise<DataTable> {
	const project = await api.get<{ id: string }>('/projects/personal');
	const tables = `/projects/${project.id}/data-tables`;
	const { id } = await api.post<{ id: string }>(tables, {
		name,
		columns: columns.map((column) => ({ name: column, type: 'string' })),
	});
	return { id, remove: async () => await api.delete(`${tables}/${id}`) };
}
