import * as v from 'valibot';

/** Letters of any script, digits, `.`, `_` and `-`; compared after NFKC, trimming and lower-casing. */
export const UserNameSchema = v.pipe(
	v.string(),
	v.trim(),
	v.minLength(2),
	v.maxLength(40),
	v.regex(/^[\p{L}\p{N}._-]+$/u)
);
/** ASVS 5.0 §6.2: 8–128 characters, no rules of composition. */
export const PasswordSchema = v.pipe(v.string(), v.minLength(8), v.maxLength(128));
export const PersonNameSchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60));
export const OrganisationNameSchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100));
/** Shown in capitals without letters that look alike; typed in any case. */
export const InviteCodeSchema = v.pipe(
	v.string(),
	v.trim(),
	v.toUpperCase(),
	v.regex(/^[23456789ABCDEFGHJKMNPQRSTUVWXYZ]{8}$/)
);

export const ROLES = ['learner', 'trainer', 'administrator'] as const;
export const RoleSchema = v.picklist(ROLES);
export type Role = v.InferOutput<typeof RoleSchema>;

export const RegisterBodySchema = v.object({
	userName: UserNameSchema,
	name: PersonNameSchema,
	password: PasswordSchema
});
export const SignInBodySchema = v.object({
	userName: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100)),
	password: v.pipe(v.string(), v.maxLength(128))
});
/** The one-time link of a fresh installation: the first account, its organisation, its administrator. */
export const SetupBodySchema = v.object({
	token: v.pipe(v.string(), v.minLength(20), v.maxLength(200)),
	organisation: OrganisationNameSchema,
	...RegisterBodySchema.entries
});
export const CreateOrganisationBodySchema = v.object({ name: OrganisationNameSchema });
export const JoinBodySchema = v.object({ code: InviteCodeSchema });
export const ChangeRoleBodySchema = v.object({ member: v.string(), role: RoleSchema });

export const MembershipSchema = v.object({
	organisation: v.string(),
	organisationName: v.string(),
	role: RoleSchema
});
export type Membership = v.InferOutput<typeof MembershipSchema>;

/** Who is signed in; memberships newest first, the first is the one in use. */
export const PersonSchema = v.object({
	id: v.string(),
	userName: v.string(),
	name: v.string(),
	memberships: v.array(MembershipSchema)
});
export type Person = v.InferOutput<typeof PersonSchema>;

export const MeResponseSchema = v.object({ person: v.nullable(PersonSchema), serverNow: v.number() });

export const InvitationResponseSchema = v.object({ code: v.string(), organisationName: v.string() });

export const MembersResponseSchema = v.object({
	inviteCode: v.string(),
	/** Where other devices reach this server: `localhost` would lead a phone to itself. */
	origin: v.string(),
	members: v.array(
		v.object({
			id: v.string(),
			userName: v.string(),
			name: v.string(),
			role: RoleSchema,
			joinedAt: v.number()
		})
	)
});
export type MembersResponse = v.InferOutput<typeof MembersResponseSchema>;
