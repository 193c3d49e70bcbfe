import type { Department } from './departments.ts';
import type { Pack } from './pack.ts';
import { customerSuccess } from './packs/customer-success.ts';
import { finance } from './packs/finance.ts';
import { hr } from './packs/hr.ts';
import { it } from './packs/it.ts';
import { marketing } from './packs/marketing.ts';
import { operations } from './packs/operations.ts';
import { product } from './packs/product.ts';
import { projectManagement } from './packs/project-management.ts';
import { sales } from './packs/sales.ts';

export const packs: Record<Department, Pack> = {
	marketing,
	sales,
	operations,
	finance,
	hr,
	product,
	'customer-success': customerSuccess,
	it,
	'project-management': projectManagement
};
