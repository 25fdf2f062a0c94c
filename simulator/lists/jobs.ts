// Jobs, job families, levels, grades and positions.
import { isInRange } from '../gateway/ranges';
import { JOB_LEVELS_OF_JOB_SCOPE } from '../gateway/scopes';
import type { RecordedCall } from '../server/api';
import { fieldOf, textOf, textsOf } from '../server/fields';
import { refusal, type Reply } from '../server/replies';
import type { TenantWorld } from '../tenantWorld';
import { departmentIds } from './departmentIds';
import { languageList, LARGEST_PAGE, listPage, nameMatches } from './listPages';
import type { Level, Names } from './organisation';

/** These lists name no code for a bad page; the gateway's is likely. */
const BAD_PAGE = 99992402;
const MOST_POSITIONS = 200;

/** `GET v2/jobs`; whether `name` matches parts is not known. */
export function listJobs(call: RecordedCall, world: TenantWorld): Reply {
	const { name, query_language: language } = call.query;
	const how = world.openQuestions.jobName;
	const jobs = world
		.organisation(call.tenant)
		.jobs.filter((job) => !name || nameMatches(inLanguage(job.name, language), name, how));
	return listPage(call, jobs, {
		badPage: BAD_PAGE,
		show: (job) => ({
			id: job.id,
			name: languageList(inLanguage(job.name, language)),
			code: job.code ?? '',
			active: job.active,
			job_family_id_list: job.familyIds,
			...(world.holds(call, JOB_LEVELS_OF_JOB_SCOPE) ? { job_level_id_list: job.levelIds } : {}),
		}),
	});
}

/** `GET v1/job_families`. */
export function listJobFamilies(call: RecordedCall, world: TenantWorld): Reply {
	return listPage(call, world.organisation(call.tenant).jobFamilies, {
		badPage: BAD_PAGE,
		show: ({ id, name, code, active, selectable, parentId }) => ({
			id,
			name: languageList(name),
			code: code ?? '',
			active,
			selectable,
			parent_id: parentId ?? '',
		}),
	});
}

/** `GET v1/job_levels`, in no order: sort by `level_order`. */
export function listJobLevels(call: RecordedCall, world: TenantWorld): Reply {
	return listPage(call, world.organisation(call.tenant).jobLevels, {
		badPage: BAD_PAGE,
		show: ({ id, name, code, active, order }) => ({
			id,
			name: languageList(name),
			code: code ?? '',
			active,
			level_order: order,
		}),
	});
}

/** `POST v2/job_grades/query`. */
export function listJobGrades(call: RecordedCall, world: TenantWorld): Reply {
	const active = fieldOf(call.body, 'active');
	const ids = textsOf(call.body, 'ids') ?? [];
	const codes = textsOf(call.body, 'codes') ?? [];
	const matches = (grade: Level) =>
		(typeof active !== 'boolean' || grade.active === active) &&
		(ids.length === 0 || ids.includes(grade.id)) &&
		(codes.length === 0 || codes.includes(grade.code ?? ''));
	return listPage(call, world.organisation(call.tenant).jobGrades.filter(matches), {
		badPage: BAD_PAGE,
		show: ({ id, name, code, active: isActive, order }) => ({
			job_grade_id: id,
			names: languageList(name),
			code: code ?? '',
			active: isActive,
			grade_order: order,
		}),
	});
}

/** `POST v2/positions/query`; CoreHR department IDs by default, and without `fields` the ID alone. */
export function listPositions(call: RecordedCall, world: TenantWorld): Reply {
	const ids = departmentIds(call, 'people_corehr_department_id');
	const { body } = call;
	const wantedDepartments = textsOf(body, 'department_ids') ?? [];
	const wanted = textsOf(body, 'position_ids') ?? [];
	const codes = textsOf(body, 'position_codes') ?? [];
	const tooMany =
		wantedDepartments.length > LARGEST_PAGE ||
		wanted.length > MOST_POSITIONS ||
		codes.length > MOST_POSITIONS;
	if (!ids || tooMany) return refusal(call, BAD_PAGE);
	const { departments, positions } = world.organisation(call.tenant);
	const chosen = wantedDepartments.map((id) => ids.find(departments, id)?.id);
	const active = fieldOf(body, 'active');
	const day = textOf(body, 'effective_time');
	const fields = textsOf(body, 'fields') ?? [];
	const found = positions.filter(
		(position) =>
			isInRange(call, world, 'positions', position.departmentId) &&
			(typeof active !== 'boolean' || position.active === active) &&
			(wantedDepartments.length === 0 || chosen.includes(position.departmentId)) &&
			(wanted.length === 0 || wanted.includes(position.id)) &&
			(codes.length === 0 || codes.includes(position.code ?? '')) &&
			(day === undefined || (position.validFrom ?? '') <= day),
	);
	return listPage(call, found, {
		badPage: BAD_PAGE,
		show: (position) => ({
			position_id: position.id,
			...(fields.includes('name') ? { names: languageList(position.name) } : {}),
			...(fields.includes('code') ? { code: position.code ?? '' } : {}),
			...(fields.includes('active') ? { active: position.active } : {}),
			...(fields.includes('department')
				? { department_id: ids.ofId(departments, position.departmentId) }
				: {}),
			...(fields.includes('job') ? { job_id: position.jobId } : {}),
		}),
	});
}

function inLanguage({ zh, en }: Names, language: string | undefined): Names {
	if (language === 'zh-CN') return zh === undefined ? {} : { zh };
	if (language === 'en-US') return en === undefined ? {} : { en };
	return { ...(zh === undefined ? {} : { zh }), ...(en === undefined ? {} : { en }) };
}
