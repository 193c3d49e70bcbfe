/** The nine departments that draft a plan for a priority, in the order they are offered. */
export const departments = [
	'marketing',
	'sales',
	'operations',
	'finance',
	'hr',
	'product',
	'customer-success',
	'it',
	'project-management'
] as const;
export type Department = (typeof departments)[number];

export const departmentNames: Record<Department, string> = {
	marketing: 'Marketing',
	sales: 'Sales',
	operations: 'Operations',
	finance: 'Finance',
	hr: 'HR',
	product: 'Product',
	'customer-success': 'Customer Success',
	it: 'IT',
	'project-management': 'Project Management'
};

/** By which words the title of a seat belongs to a department. */
export const seatWords: Record<Department, RegExp> = {
	marketing: /\b(?:marketing|brand|communications?|CMO)\b/iu,
	sales: /\b(?:sales|revenue|commercial|business development|CRO)\b/iu,
	operations: /\b(?:operat\w*|COO|supply|logistics|production|manufacturing|delivery)\b/iu,
	finance: /\b(?:financ\w*|CFO|controller|accounting|treasur\w*)\b/iu,
	hr: /\b(?:people|human resources|HR|talent|CHRO)\b/iu,
	product: /\b(?:product|design|CPO)\b/iu,
	'customer-success': /\b(?:customers?|clients?|support|service desk)\b/iu,
	it: /\b(?:technology|IT|CTO|CIO|information|engineering|systems|security|data)\b/iu,
	'project-management': /\b(?:projects?|programmes?|PMO|chief of staff|transformation)\b/iu
};

/** What each department is at home in; a gap, KPI or sentence with such a word concerns it. */
export const subjectWords: Record<Department, RegExp> = {
	marketing:
		/\b(?:brand|campaigns?|awareness|leads|demand|website|events?|references?|messag\w*|position\w*|press|audience|launch\w*|market)\b/iu,
	sales:
		/\b(?:sell\w*|sales|pipeline|proposals?|contracts?|win rate|deals?|bookings?|quotas?|reps?|pilots?|convert\w*|revenue|ARR|discounts?)\b/iu,
	operations:
		/\b(?:uptime|sites?|deliver\w*|deploy\w*|operations?|incidents?|recover\w*|spares?|stock\w*|visits?|shifts?|on-call|capacity|backlog|roll-?out|suppliers?)\b/iu,
	finance:
		/\b(?:margin|cost\w*|budget|cash|invoices?|price|pricing|spend\w*|revenue|profit\w*|runway|payback|ARR|savings?)\b/iu,
	hr: /\b(?:hir\w+|recruit\w*|train\w*|retrain\w*|certif\w*|roles?|staff\w*|attrition|shifts?|night cover|skills?|onboard\w*|pulse|headcount|leads? unsigned|overtime|team)\b/iu,
	product:
		/\b(?:features?|product|roadmap|releases?|usage|adoption|firmware|portal|prototype|versions?|design|usab\w*)\b/iu,
	'customer-success':
		/\b(?:customers?|accounts?|churn\w*|renew\w*|retention|onboarding|support|escalat\w*|satisf\w*|pilots?|sites?|NPS|response)\b/iu,
	it: /\b(?:systems?|software|firmware|gateways?|security|data|integrat\w*|network|monitor\w*|alerts?|remote|platform|access|uptime|backups?)\b/iu,
	'project-management':
		/\b(?:milestones?|dependenc\w*|schedules?|on time|plan\w*|roll-?out|phases?|deadline\w*|programme)\b/iu
};
