export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[];

export type Database = {
	public: {
		Tables: {
			absences: {
				Row: {
					ballot: string;
					meeting_id: string;
					person_id: string;
					said_at: string;
					team_id: string;
				};
				ComputedFields: never;
				Insert: {
					ballot?: string;
					meeting_id: string;
					person_id: string;
					said_at?: string;
					team_id: string;
				};
				Update: {
					ballot?: string;
					meeting_id?: string;
					person_id?: string;
					said_at?: string;
					team_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'absences_meeting_id_team_id_fkey';
						columns: ['meeting_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'meetings';
						referencedColumns: ['id', 'team_id'];
					},
					{
						foreignKeyName: 'absences_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					}
				];
			};
			absent_inputs: {
				Row: {
					body: string;
					meeting_id: string;
					person_id: string;
					place: string;
					team_id: string;
					written_at: string;
				};
				ComputedFields: never;
				Insert: {
					body: string;
					meeting_id: string;
					person_id: string;
					place: string;
					team_id: string;
					written_at?: string;
				};
				Update: {
					body?: string;
					meeting_id?: string;
					person_id?: string;
					place?: string;
					team_id?: string;
					written_at?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'absent_inputs_meeting_id_team_id_fkey';
						columns: ['meeting_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'meetings';
						referencedColumns: ['id', 'team_id'];
					},
					{
						foreignKeyName: 'absent_inputs_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					}
				];
			};
			absent_votes: {
				Row: {
					item: string;
					meeting_id: string;
					person_id: string;
					team_id: string;
				};
				ComputedFields: never;
				Insert: {
					item: string;
					meeting_id: string;
					person_id: string;
					team_id: string;
				};
				Update: {
					item?: string;
					meeting_id?: string;
					person_id?: string;
					team_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'absent_votes_meeting_id_team_id_fkey';
						columns: ['meeting_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'meetings';
						referencedColumns: ['id', 'team_id'];
					},
					{
						foreignKeyName: 'absent_votes_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					}
				];
			};
			action_items: {
				Row: {
					captured_at: string;
					captured_by: string | null;
					done_at: string | null;
					dropped_because: string;
					dropped_by: string | null;
					due_on: string | null;
					hot_item_id: string | null;
					id: string;
					meeting_id: string | null;
					note_id: string | null;
					owner_id: string | null;
					sealed: boolean;
					segment_id: string | null;
					team_id: string;
					title: string;
				};
				ComputedFields: never;
				Insert: {
					captured_at: string;
					captured_by?: string | null;
					done_at?: string | null;
					dropped_because?: string;
					dropped_by?: string | null;
					due_on?: string | null;
					hot_item_id?: string | null;
					id: string;
					meeting_id?: string | null;
					note_id?: string | null;
					owner_id?: string | null;
					sealed?: boolean;
					segment_id?: string | null;
					team_id: string;
					title: string;
				};
				Update: {
					captured_at?: string;
					captured_by?: string | null;
					done_at?: string | null;
					dropped_because?: string;
					dropped_by?: string | null;
					due_on?: string | null;
					hot_item_id?: string | null;
					id?: string;
					meeting_id?: string | null;
					note_id?: string | null;
					owner_id?: string | null;
					sealed?: boolean;
					segment_id?: string | null;
					team_id?: string;
					title?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'action_items_captured_by_fkey';
						columns: ['captured_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'action_items_dropped_by_fkey';
						columns: ['dropped_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'action_items_meeting_id_team_id_fkey';
						columns: ['meeting_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'meetings';
						referencedColumns: ['id', 'team_id'];
					},
					{
						foreignKeyName: 'action_items_owner_id_fkey';
						columns: ['owner_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'action_items_team_id_fkey';
						columns: ['team_id'];
						isOneToOne: false;
						referencedRelation: 'teams';
						referencedColumns: ['id'];
					}
				];
			};
			action_reviews: {
				Row: {
					action_id: string;
					done: boolean;
					meeting_id: string;
					note: string;
					reviewed_by: string | null;
					sealed: boolean;
					team_id: string;
				};
				ComputedFields: never;
				Insert: {
					action_id: string;
					done: boolean;
					meeting_id: string;
					note?: string;
					reviewed_by?: string | null;
					sealed?: boolean;
					team_id: string;
				};
				Update: {
					action_id?: string;
					done?: boolean;
					meeting_id?: string;
					note?: string;
					reviewed_by?: string | null;
					sealed?: boolean;
					team_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'action_reviews_action_id_team_id_fkey';
						columns: ['action_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'action_items';
						referencedColumns: ['id', 'team_id'];
					},
					{
						foreignKeyName: 'action_reviews_meeting_id_team_id_fkey';
						columns: ['meeting_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'meetings';
						referencedColumns: ['id', 'team_id'];
					},
					{
						foreignKeyName: 'action_reviews_reviewed_by_fkey';
						columns: ['reviewed_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					}
				];
			};
			agenda_proposals: {
				Row: {
					ended_as: string | null;
					id: string;
					proposed_at: string;
					proposed_by: string | null;
					source: string;
					team_id: string;
					title: string;
				};
				ComputedFields: never;
				Insert: {
					ended_as?: string | null;
					id?: string;
					proposed_at?: string;
					proposed_by?: string | null;
					source?: string;
					team_id: string;
					title: string;
				};
				Update: {
					ended_as?: string | null;
					id?: string;
					proposed_at?: string;
					proposed_by?: string | null;
					source?: string;
					team_id?: string;
					title?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'agenda_proposals_proposed_by_fkey';
						columns: ['proposed_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'agenda_proposals_team_id_fkey';
						columns: ['team_id'];
						isOneToOne: false;
						referencedRelation: 'teams';
						referencedColumns: ['id'];
					}
				];
			};
			agenda_segments: {
				Row: {
					id: string;
					kind: string;
					meeting_id: string;
					planned_minutes: number;
					position: number;
					sealed: boolean;
					spent_ms: number;
					team_id: string;
					title: string;
				};
				ComputedFields: never;
				Insert: {
					id: string;
					kind: string;
					meeting_id: string;
					planned_minutes: number;
					position: number;
					sealed?: boolean;
					spent_ms?: number;
					team_id: string;
					title: string;
				};
				Update: {
					id?: string;
					kind?: string;
					meeting_id?: string;
					planned_minutes?: number;
					position?: number;
					sealed?: boolean;
					spent_ms?: number;
					team_id?: string;
					title?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'agenda_segments_meeting_id_team_id_fkey';
						columns: ['meeting_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'meetings';
						referencedColumns: ['id', 'team_id'];
					}
				];
			};
			annual_goals: {
				Row: {
					created_at: string;
					ended_at: string | null;
					id: string;
					imperative_id: string | null;
					owner_id: string | null;
					position: number;
					standing: string;
					team_id: string;
					title: string;
					year: number;
				};
				ComputedFields: never;
				Insert: {
					created_at?: string;
					ended_at?: string | null;
					id?: string;
					imperative_id?: string | null;
					owner_id?: string | null;
					position?: number;
					standing?: string;
					team_id: string;
					title: string;
					year: number;
				};
				Update: {
					created_at?: string;
					ended_at?: string | null;
					id?: string;
					imperative_id?: string | null;
					owner_id?: string | null;
					position?: number;
					standing?: string;
					team_id?: string;
					title?: string;
					year?: number;
				};
				Relationships: [
					{
						foreignKeyName: 'annual_goals_imperative_id_team_id_fkey';
						columns: ['imperative_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'imperatives';
						referencedColumns: ['id', 'team_id'];
					},
					{
						foreignKeyName: 'annual_goals_owner_id_fkey';
						columns: ['owner_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'annual_goals_team_id_fkey';
						columns: ['team_id'];
						isOneToOne: false;
						referencedRelation: 'teams';
						referencedColumns: ['id'];
					}
				];
			};
			assumptions: {
				Row: {
					added_by: string | null;
					created_at: string;
					ended_at: string | null;
					id: string;
					team_id: string;
					title: string;
				};
				ComputedFields: never;
				Insert: {
					added_by?: string | null;
					created_at?: string;
					ended_at?: string | null;
					id?: string;
					team_id: string;
					title: string;
				};
				Update: {
					added_by?: string | null;
					created_at?: string;
					ended_at?: string | null;
					id?: string;
					team_id?: string;
					title?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'assumptions_added_by_fkey';
						columns: ['added_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'assumptions_team_id_fkey';
						columns: ['team_id'];
						isOneToOne: false;
						referencedRelation: 'teams';
						referencedColumns: ['id'];
					}
				];
			};
			attendances: {
				Row: {
					arrived_at: string;
					check_in: string;
					meeting_id: string;
					person_id: string;
					team_id: string;
				};
				ComputedFields: never;
				Insert: {
					arrived_at: string;
					check_in?: string;
					meeting_id: string;
					person_id: string;
					team_id: string;
				};
				Update: {
					arrived_at?: string;
					check_in?: string;
					meeting_id?: string;
					person_id?: string;
					team_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'attendances_meeting_id_team_id_fkey';
						columns: ['meeting_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'meetings';
						referencedColumns: ['id', 'team_id'];
					},
					{
						foreignKeyName: 'attendances_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					}
				];
			};
			baselines: {
				Row: {
					id: string;
					metric_id: string;
					period: string | null;
					reason: string;
					set_at: string;
					set_by: string | null;
					team_id: string;
				};
				ComputedFields: never;
				Insert: {
					id?: string;
					metric_id: string;
					period?: string | null;
					reason: string;
					set_at?: string;
					set_by?: string | null;
					team_id: string;
				};
				Update: {
					id?: string;
					metric_id?: string;
					period?: string | null;
					reason?: string;
					set_at?: string;
					set_by?: string | null;
					team_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'baselines_metric_id_team_id_fkey';
						columns: ['metric_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'metrics';
						referencedColumns: ['id', 'team_id'];
					},
					{
						foreignKeyName: 'baselines_set_by_fkey';
						columns: ['set_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					}
				];
			};
			blind_invitations: {
				Row: {
					person_id: string;
					round_id: string;
					team_id: string;
				};
				ComputedFields: never;
				Insert: {
					person_id: string;
					round_id: string;
					team_id: string;
				};
				Update: {
					person_id?: string;
					round_id?: string;
					team_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'blind_invitations_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'blind_invitations_round_id_team_id_fkey';
						columns: ['round_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'blind_rounds';
						referencedColumns: ['id', 'team_id'];
					}
				];
			};
			blind_rounds: {
				Row: {
					answers: number | null;
					due_on: string | null;
					id: string;
					kind: string;
					result: Json | null;
					revealed_at: string | null;
					started_at: string;
					started_by: string | null;
					team_id: string;
				};
				ComputedFields: never;
				Insert: {
					answers?: number | null;
					due_on?: string | null;
					id?: string;
					kind: string;
					result?: Json | null;
					revealed_at?: string | null;
					started_at?: string;
					started_by?: string | null;
					team_id: string;
				};
				Update: {
					answers?: number | null;
					due_on?: string | null;
					id?: string;
					kind?: string;
					result?: Json | null;
					revealed_at?: string | null;
					started_at?: string;
					started_by?: string | null;
					team_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'blind_rounds_started_by_fkey';
						columns: ['started_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'blind_rounds_team_id_fkey';
						columns: ['team_id'];
						isOneToOne: false;
						referencedRelation: 'teams';
						referencedColumns: ['id'];
					}
				];
			};
			blockers: {
				Row: {
					action_id: string | null;
					cleared_at: string | null;
					cleared_by: string | null;
					id: string;
					key_result_id: string;
					kind: string;
					raised_at: string;
					raised_by: string | null;
					team_id: string;
				};
				ComputedFields: never;
				Insert: {
					action_id?: string | null;
					cleared_at?: string | null;
					cleared_by?: string | null;
					id?: string;
					key_result_id: string;
					kind: string;
					raised_at?: string;
					raised_by?: string | null;
					team_id: string;
				};
				Update: {
					action_id?: string | null;
					cleared_at?: string | null;
					cleared_by?: string | null;
					id?: string;
					key_result_id?: string;
					kind?: string;
					raised_at?: string;
					raised_by?: string | null;
					team_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'blockers_action_id_team_id_fkey';
						columns: ['action_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'action_items';
						referencedColumns: ['id', 'team_id'];
					},
					{
						foreignKeyName: 'blockers_cleared_by_fkey';
						columns: ['cleared_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'blockers_key_result_id_team_id_fkey';
						columns: ['key_result_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'key_results';
						referencedColumns: ['id', 'team_id'];
					},
					{
						foreignKeyName: 'blockers_raised_by_fkey';
						columns: ['raised_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					}
				];
			};
			calendar_links: {
				Row: {
					id: string;
					last_read_at: string | null;
					made_at: string;
					person_id: string;
					revoked_at: string | null;
					secret_hash: string;
					team_id: string;
				};
				ComputedFields: never;
				Insert: {
					id?: string;
					last_read_at?: string | null;
					made_at?: string;
					person_id: string;
					revoked_at?: string | null;
					secret_hash: string;
					team_id: string;
				};
				Update: {
					id?: string;
					last_read_at?: string | null;
					made_at?: string;
					person_id?: string;
					revoked_at?: string | null;
					secret_hash?: string;
					team_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'calendar_links_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'calendar_links_team_id_fkey';
						columns: ['team_id'];
						isOneToOne: false;
						referencedRelation: 'teams';
						referencedColumns: ['id'];
					}
				];
			};
			cascade_messages: {
				Row: {
					audience: string;
					body: string;
					id: string;
					meeting_id: string;
					position: number;
					team_id: string;
					teller_id: string | null;
				};
				ComputedFields: never;
				Insert: {
					audience?: string;
					body: string;
					id: string;
					meeting_id: string;
					position: number;
					team_id: string;
					teller_id?: string | null;
				};
				Update: {
					audience?: string;
					body?: string;
					id?: string;
					meeting_id?: string;
					position?: number;
					team_id?: string;
					teller_id?: string | null;
				};
				Relationships: [
					{
						foreignKeyName: 'cascade_messages_meeting_id_team_id_fkey';
						columns: ['meeting_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'meetings';
						referencedColumns: ['id', 'team_id'];
					},
					{
						foreignKeyName: 'cascade_messages_teller_id_fkey';
						columns: ['teller_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					}
				];
			};
			catch_ups: {
				Row: {
					person_id: string;
					seen_until: string;
					team_id: string;
				};
				ComputedFields: never;
				Insert: {
					person_id: string;
					seen_until?: string;
					team_id: string;
				};
				Update: {
					person_id?: string;
					seen_until?: string;
					team_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'catch_ups_team_id_person_id_fkey';
						columns: ['team_id', 'person_id'];
						isOneToOne: true;
						referencedRelation: 'team_members';
						referencedColumns: ['team_id', 'person_id'];
					}
				];
			};
			change_checks: {
				Row: {
					answer: string;
					answered_at: string;
					answered_by: string | null;
					days: number;
					id: string;
					milestone_id: string | null;
					note: string;
					priority_id: string;
					team_id: string;
				};
				ComputedFields: never;
				Insert: {
					answer: string;
					answered_at?: string;
					answered_by?: string | null;
					days: number;
					id?: string;
					milestone_id?: string | null;
					note?: string;
					priority_id: string;
					team_id: string;
				};
				Update: {
					answer?: string;
					answered_at?: string;
					answered_by?: string | null;
					days?: number;
					id?: string;
					milestone_id?: string | null;
					note?: string;
					priority_id?: string;
					team_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'change_checks_answered_by_fkey';
						columns: ['answered_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'change_checks_milestone_id_team_id_fkey';
						columns: ['milestone_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'milestones';
						referencedColumns: ['id', 'team_id'];
					},
					{
						foreignKeyName: 'change_checks_priority_id_team_id_fkey';
						columns: ['priority_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'priorities';
						referencedColumns: ['id', 'team_id'];
					},
					{
						foreignKeyName: 'change_checks_team_id_fkey';
						columns: ['team_id'];
						isOneToOne: false;
						referencedRelation: 'teams';
						referencedColumns: ['id'];
					}
				];
			};
			chart_reviews: {
				Row: {
					id: string;
					note: string;
					reviewed_on: string;
					seats: number;
					signed_at: string;
					signed_by: string | null;
					team_id: string;
					vacant: number;
				};
				ComputedFields: never;
				Insert: {
					id?: string;
					note?: string;
					reviewed_on?: string;
					seats?: number;
					signed_at?: string;
					signed_by?: string | null;
					team_id: string;
					vacant?: number;
				};
				Update: {
					id?: string;
					note?: string;
					reviewed_on?: string;
					seats?: number;
					signed_at?: string;
					signed_by?: string | null;
					team_id?: string;
					vacant?: number;
				};
				Relationships: [
					{
						foreignKeyName: 'chart_reviews_signed_by_fkey';
						columns: ['signed_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'chart_reviews_team_id_fkey';
						columns: ['team_id'];
						isOneToOne: false;
						referencedRelation: 'teams';
						referencedColumns: ['id'];
					}
				];
			};
			check_in_rounds: {
				Row: {
					begun_at: string;
					begun_by: string | null;
					cycle_id: string;
					id: string;
					revealed_at: string | null;
					revealed_by: string | null;
					team_id: string;
					week: string;
				};
				ComputedFields: never;
				Insert: {
					begun_at?: string;
					begun_by?: string | null;
					cycle_id: string;
					id?: string;
					revealed_at?: string | null;
					revealed_by?: string | null;
					team_id: string;
					week: string;
				};
				Update: {
					begun_at?: string;
					begun_by?: string | null;
					cycle_id?: string;
					id?: string;
					revealed_at?: string | null;
					revealed_by?: string | null;
					team_id?: string;
					week?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'check_in_rounds_begun_by_fkey';
						columns: ['begun_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'check_in_rounds_cycle_id_team_id_fkey';
						columns: ['cycle_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'cycles';
						referencedColumns: ['id', 'team_id'];
					},
					{
						foreignKeyName: 'check_in_rounds_revealed_by_fkey';
						columns: ['revealed_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					}
				];
			};
			chosen_lanes: {
				Row: {
					chosen_at: string;
					chosen_by: string | null;
					id: string;
					lane: string;
					team_id: string;
				};
				ComputedFields: never;
				Insert: {
					chosen_at?: string;
					chosen_by?: string | null;
					id?: string;
					lane: string;
					team_id: string;
				};
				Update: {
					chosen_at?: string;
					chosen_by?: string | null;
					id?: string;
					lane?: string;
					team_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'chosen_lanes_chosen_by_fkey';
						columns: ['chosen_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'chosen_lanes_team_id_fkey';
						columns: ['team_id'];
						isOneToOne: false;
						referencedRelation: 'teams';
						referencedColumns: ['id'];
					}
				];
			};
			comment_mentions: {
				Row: {
					comment_id: string;
					person_id: string;
					team_id: string;
				};
				ComputedFields: never;
				Insert: {
					comment_id: string;
					person_id: string;
					team_id: string;
				};
				Update: {
					comment_id?: string;
					person_id?: string;
					team_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'comment_mentions_comment_id_team_id_fkey';
						columns: ['comment_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'recap_comments';
						referencedColumns: ['id', 'team_id'];
					},
					{
						foreignKeyName: 'comment_mentions_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					}
				];
			};
			comment_reactions: {
				Row: {
					comment_id: string;
					person_id: string;
					sign: string;
					team_id: string;
				};
				ComputedFields: never;
				Insert: {
					comment_id: string;
					person_id: string;
					sign: string;
					team_id: string;
				};
				Update: {
					comment_id?: string;
					person_id?: string;
					sign?: string;
					team_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'comment_reactions_comment_id_team_id_fkey';
						columns: ['comment_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'recap_comments';
						referencedColumns: ['id', 'team_id'];
					},
					{
						foreignKeyName: 'comment_reactions_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					}
				];
			};
			confidences: {
				Row: {
					confidence: number;
					given_at: string;
					key_result_id: string;
					person_id: string;
					round_id: string;
					team_id: string;
				};
				ComputedFields: never;
				Insert: {
					confidence: number;
					given_at?: string;
					key_result_id: string;
					person_id: string;
					round_id: string;
					team_id: string;
				};
				Update: {
					confidence?: number;
					given_at?: string;
					key_result_id?: string;
					person_id?: string;
					round_id?: string;
					team_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'confidences_key_result_id_team_id_fkey';
						columns: ['key_result_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'key_results';
						referencedColumns: ['id', 'team_id'];
					},
					{
						foreignKeyName: 'confidences_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'confidences_round_id_team_id_fkey';
						columns: ['round_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'check_in_rounds';
						referencedColumns: ['id', 'team_id'];
					}
				];
			};
			contributions: {
				Row: {
					amount: number | null;
					created_at: string;
					department: string;
					id: string;
					outcome_id: string;
					owner_id: string | null;
					team_id: string;
					what: string;
				};
				ComputedFields: never;
				Insert: {
					amount?: number | null;
					created_at?: string;
					department: string;
					id?: string;
					outcome_id: string;
					owner_id?: string | null;
					team_id: string;
					what: string;
				};
				Update: {
					amount?: number | null;
					created_at?: string;
					department?: string;
					id?: string;
					outcome_id?: string;
					owner_id?: string | null;
					team_id?: string;
					what?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'contributions_outcome_id_team_id_fkey';
						columns: ['outcome_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'outcome_targets';
						referencedColumns: ['id', 'team_id'];
					},
					{
						foreignKeyName: 'contributions_owner_id_fkey';
						columns: ['owner_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					}
				];
			};
			cycles: {
				Row: {
					created_at: string;
					ends_on: string;
					id: string;
					name: string;
					starts_on: string;
					team_id: string;
				};
				ComputedFields: never;
				Insert: {
					created_at?: string;
					ends_on: string;
					id?: string;
					name: string;
					starts_on: string;
					team_id: string;
				};
				Update: {
					created_at?: string;
					ends_on?: string;
					id?: string;
					name?: string;
					starts_on?: string;
					team_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'cycles_team_id_fkey';
						columns: ['team_id'];
						isOneToOne: false;
						referencedRelation: 'teams';
						referencedColumns: ['id'];
					}
				];
			};
			dashboard_hosts: {
				Row: {
					added_at: string;
					added_by: string | null;
					host: string;
					team_id: string;
				};
				ComputedFields: never;
				Insert: {
					added_at?: string;
					added_by?: string | null;
					host: string;
					team_id: string;
				};
				Update: {
					added_at?: string;
					added_by?: string | null;
					host?: string;
					team_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'dashboard_hosts_added_by_fkey';
						columns: ['added_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'dashboard_hosts_team_id_fkey';
						columns: ['team_id'];
						isOneToOne: false;
						referencedRelation: 'teams';
						referencedColumns: ['id'];
					}
				];
			};
			days_off: {
				Row: {
					day: string;
					name: string;
					team_id: string;
				};
				ComputedFields: never;
				Insert: {
					day: string;
					name?: string;
					team_id: string;
				};
				Update: {
					day?: string;
					name?: string;
					team_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'days_off_team_id_fkey';
						columns: ['team_id'];
						isOneToOne: false;
						referencedRelation: 'teams';
						referencedColumns: ['id'];
					}
				];
			};
			decisions: {
				Row: {
					captured_at: string;
					captured_by: string | null;
					hot_item_id: string | null;
					id: string;
					meeting_id: string;
					note_id: string | null;
					owner_id: string | null;
					rejected: string;
					review_on: string | null;
					sealed: boolean;
					segment_id: string | null;
					supersedes: string | null;
					team_id: string;
					title: string;
					why: string;
				};
				ComputedFields: never;
				Insert: {
					captured_at: string;
					captured_by?: string | null;
					hot_item_id?: string | null;
					id: string;
					meeting_id: string;
					note_id?: string | null;
					owner_id?: string | null;
					rejected?: string;
					review_on?: string | null;
					sealed?: boolean;
					segment_id?: string | null;
					supersedes?: string | null;
					team_id: string;
					title: string;
					why?: string;
				};
				Update: {
					captured_at?: string;
					captured_by?: string | null;
					hot_item_id?: string | null;
					id?: string;
					meeting_id?: string;
					note_id?: string | null;
					owner_id?: string | null;
					rejected?: string;
					review_on?: string | null;
					sealed?: boolean;
					segment_id?: string | null;
					supersedes?: string | null;
					team_id?: string;
					title?: string;
					why?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'decisions_captured_by_fkey';
						columns: ['captured_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'decisions_meeting_id_team_id_fkey';
						columns: ['meeting_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'meetings';
						referencedColumns: ['id', 'team_id'];
					},
					{
						foreignKeyName: 'decisions_owner_id_fkey';
						columns: ['owner_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'decisions_supersedes_fkey';
						columns: ['supersedes', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'decisions';
						referencedColumns: ['id', 'team_id'];
					}
				];
			};
			dependencies: {
				Row: {
					cleared_on: string | null;
					id: string;
					needed_by: string | null;
					other_priority_id: string | null;
					owner_id: string | null;
					priority_id: string;
					raised_at: string;
					raised_by: string | null;
					removed_at: string | null;
					team_id: string;
					title: string;
				};
				ComputedFields: never;
				Insert: {
					cleared_on?: string | null;
					id?: string;
					needed_by?: string | null;
					other_priority_id?: string | null;
					owner_id?: string | null;
					priority_id: string;
					raised_at?: string;
					raised_by?: string | null;
					removed_at?: string | null;
					team_id: string;
					title: string;
				};
				Update: {
					cleared_on?: string | null;
					id?: string;
					needed_by?: string | null;
					other_priority_id?: string | null;
					owner_id?: string | null;
					priority_id?: string;
					raised_at?: string;
					raised_by?: string | null;
					removed_at?: string | null;
					team_id?: string;
					title?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'dependencies_other_priority_id_team_id_fkey';
						columns: ['other_priority_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'priorities';
						referencedColumns: ['id', 'team_id'];
					},
					{
						foreignKeyName: 'dependencies_owner_id_fkey';
						columns: ['owner_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'dependencies_priority_id_team_id_fkey';
						columns: ['priority_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'priorities';
						referencedColumns: ['id', 'team_id'];
					},
					{
						foreignKeyName: 'dependencies_raised_by_fkey';
						columns: ['raised_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					}
				];
			};
			draft_items: {
				Row: {
					answer: string;
					answered_at: string | null;
					answered_by: string | null;
					cites: NonNullable<Json>;
					draft_id: string;
					due_on: string | null;
					edited_at: string | null;
					edited_by: string | null;
					extra: string;
					id: string;
					kept: string;
					kind: string;
					owner_id: string | null;
					position: number;
					team_id: string;
					why: string;
					words: string;
				};
				ComputedFields: never;
				Insert: {
					answer?: string;
					answered_at?: string | null;
					answered_by?: string | null;
					cites?: NonNullable<Json>;
					draft_id: string;
					due_on?: string | null;
					edited_at?: string | null;
					edited_by?: string | null;
					extra?: string;
					id: string;
					kept?: string;
					kind: string;
					owner_id?: string | null;
					position: number;
					team_id: string;
					why?: string;
					words: string;
				};
				Update: {
					answer?: string;
					answered_at?: string | null;
					answered_by?: string | null;
					cites?: NonNullable<Json>;
					draft_id?: string;
					due_on?: string | null;
					edited_at?: string | null;
					edited_by?: string | null;
					extra?: string;
					id?: string;
					kept?: string;
					kind?: string;
					owner_id?: string | null;
					position?: number;
					team_id?: string;
					why?: string;
					words?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'draft_items_answered_by_fkey';
						columns: ['answered_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'draft_items_draft_id_team_id_fkey';
						columns: ['draft_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'drafts';
						referencedColumns: ['id', 'team_id'];
					},
					{
						foreignKeyName: 'draft_items_edited_by_fkey';
						columns: ['edited_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'draft_items_owner_id_fkey';
						columns: ['owner_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					}
				];
			};
			drafts: {
				Row: {
					asked_at: string;
					asked_by: string | null;
					id: string;
					inputs: NonNullable<Json>;
					meeting_id: string | null;
					model: string;
					problem: string;
					prompt_version: string;
					state: string;
					subject_id: string | null;
					task: string;
					team_id: string;
				};
				ComputedFields: never;
				Insert: {
					asked_at?: string;
					asked_by?: string | null;
					id: string;
					inputs?: NonNullable<Json>;
					meeting_id?: string | null;
					model?: string;
					problem?: string;
					prompt_version?: string;
					state?: string;
					subject_id?: string | null;
					task: string;
					team_id: string;
				};
				Update: {
					asked_at?: string;
					asked_by?: string | null;
					id?: string;
					inputs?: NonNullable<Json>;
					meeting_id?: string | null;
					model?: string;
					problem?: string;
					prompt_version?: string;
					state?: string;
					subject_id?: string | null;
					task?: string;
					team_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'drafts_asked_by_fkey';
						columns: ['asked_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'drafts_meeting_id_team_id_fkey';
						columns: ['meeting_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'meetings';
						referencedColumns: ['id', 'team_id'];
					},
					{
						foreignKeyName: 'drafts_team_id_fkey';
						columns: ['team_id'];
						isOneToOne: false;
						referencedRelation: 'teams';
						referencedColumns: ['id'];
					}
				];
			};
			fired_triggers: {
				Row: {
					answer: string;
					answered_at: string | null;
					answered_by: string | null;
					fired_at: string;
					id: string;
					metric_id: string;
					outcome: string | null;
					period: string;
					reason: string;
					responder_id: string | null;
					response: string;
					rule: string;
					team_id: string;
				};
				ComputedFields: never;
				Insert: {
					answer?: string;
					answered_at?: string | null;
					answered_by?: string | null;
					fired_at?: string;
					id?: string;
					metric_id: string;
					outcome?: string | null;
					period: string;
					reason: string;
					responder_id?: string | null;
					response?: string;
					rule: string;
					team_id: string;
				};
				Update: {
					answer?: string;
					answered_at?: string | null;
					answered_by?: string | null;
					fired_at?: string;
					id?: string;
					metric_id?: string;
					outcome?: string | null;
					period?: string;
					reason?: string;
					responder_id?: string | null;
					response?: string;
					rule?: string;
					team_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'fired_triggers_answered_by_fkey';
						columns: ['answered_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'fired_triggers_metric_id_team_id_fkey';
						columns: ['metric_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'metrics';
						referencedColumns: ['id', 'team_id'];
					},
					{
						foreignKeyName: 'fired_triggers_responder_id_fkey';
						columns: ['responder_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					}
				];
			};
			formats: {
				Row: {
					created_at: string;
					id: string;
					name: string;
					origin: string;
					steps: NonNullable<Json>;
					team_id: string;
				};
				ComputedFields: never;
				Insert: {
					created_at?: string;
					id?: string;
					name: string;
					origin?: string;
					steps: NonNullable<Json>;
					team_id: string;
				};
				Update: {
					created_at?: string;
					id?: string;
					name?: string;
					origin?: string;
					steps?: NonNullable<Json>;
					team_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'formats_team_id_fkey';
						columns: ['team_id'];
						isOneToOne: false;
						referencedRelation: 'teams';
						referencedColumns: ['id'];
					}
				];
			};
			health_snapshots: {
				Row: {
					gaps: number | null;
					id: string;
					kpis: number | null;
					milestones: number | null;
					priority_id: string | null;
					score: number | null;
					taken_at: string;
					team_id: string;
					week: string;
				};
				ComputedFields: never;
				Insert: {
					gaps?: number | null;
					id?: string;
					kpis?: number | null;
					milestones?: number | null;
					priority_id?: string | null;
					score?: number | null;
					taken_at?: string;
					team_id: string;
					week: string;
				};
				Update: {
					gaps?: number | null;
					id?: string;
					kpis?: number | null;
					milestones?: number | null;
					priority_id?: string | null;
					score?: number | null;
					taken_at?: string;
					team_id?: string;
					week?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'health_snapshots_priority_id_team_id_fkey';
						columns: ['priority_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'priorities';
						referencedColumns: ['id', 'team_id'];
					},
					{
						foreignKeyName: 'health_snapshots_team_id_fkey';
						columns: ['team_id'];
						isOneToOne: false;
						referencedRelation: 'teams';
						referencedColumns: ['id'];
					}
				];
			};
			hot_items: {
				Row: {
					back_by: string | null;
					continues: string | null;
					fact_finder_id: string | null;
					id: string;
					kind: string;
					meeting_id: string;
					merged_into: string | null;
					metric_id: string | null;
					planned_minutes: number;
					position: number;
					question: string;
					raised_by: string | null;
					sealed: boolean;
					series_id: string;
					source: string;
					spent_ms: number;
					state: string;
					team_id: string;
					title: string;
					votes: number;
					wants: string;
					watch_periods: number;
				};
				ComputedFields: never;
				Insert: {
					back_by?: string | null;
					continues?: string | null;
					fact_finder_id?: string | null;
					id: string;
					kind?: string;
					meeting_id: string;
					merged_into?: string | null;
					metric_id?: string | null;
					planned_minutes?: number;
					position: number;
					question?: string;
					raised_by?: string | null;
					sealed?: boolean;
					series_id: string;
					source?: string;
					spent_ms?: number;
					state: string;
					team_id: string;
					title: string;
					votes?: number;
					wants?: string;
					watch_periods?: number;
				};
				Update: {
					back_by?: string | null;
					continues?: string | null;
					fact_finder_id?: string | null;
					id?: string;
					kind?: string;
					meeting_id?: string;
					merged_into?: string | null;
					metric_id?: string | null;
					planned_minutes?: number;
					position?: number;
					question?: string;
					raised_by?: string | null;
					sealed?: boolean;
					series_id?: string;
					source?: string;
					spent_ms?: number;
					state?: string;
					team_id?: string;
					title?: string;
					votes?: number;
					wants?: string;
					watch_periods?: number;
				};
				Relationships: [
					{
						foreignKeyName: 'hot_items_fact_finder_id_fkey';
						columns: ['fact_finder_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'hot_items_meeting_id_team_id_fkey';
						columns: ['meeting_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'meetings';
						referencedColumns: ['id', 'team_id'];
					},
					{
						foreignKeyName: 'hot_items_metric_fkey';
						columns: ['metric_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'metrics';
						referencedColumns: ['id', 'team_id'];
					},
					{
						foreignKeyName: 'hot_items_raised_by_fkey';
						columns: ['raised_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'hot_items_series_id_team_id_fkey';
						columns: ['series_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'series';
						referencedColumns: ['id', 'team_id'];
					}
				];
			};
			imperatives: {
				Row: {
					created_at: string;
					ended_at: string | null;
					from_year: number;
					id: string;
					position: number;
					stage: string | null;
					team_id: string;
					title: string;
					until_year: number;
				};
				ComputedFields: never;
				Insert: {
					created_at?: string;
					ended_at?: string | null;
					from_year: number;
					id?: string;
					position?: number;
					stage?: string | null;
					team_id: string;
					title: string;
					until_year: number;
				};
				Update: {
					created_at?: string;
					ended_at?: string | null;
					from_year?: number;
					id?: string;
					position?: number;
					stage?: string | null;
					team_id?: string;
					title?: string;
					until_year?: number;
				};
				Relationships: [
					{
						foreignKeyName: 'imperatives_team_id_fkey';
						columns: ['team_id'];
						isOneToOne: false;
						referencedRelation: 'teams';
						referencedColumns: ['id'];
					}
				];
			};
			insight_reviews: {
				Row: {
					assumption_id: string | null;
					became: string;
					decision_id: string | null;
					element: string | null;
					insight_id: string;
					meeting_id: string;
					objective_id: string | null;
					priority_id: string | null;
					reviewed_at: string;
					reviewed_by: string | null;
					team_id: string;
					verdict: string;
					was: string;
				};
				ComputedFields: never;
				Insert: {
					assumption_id?: string | null;
					became?: string;
					decision_id?: string | null;
					element?: string | null;
					insight_id: string;
					meeting_id: string;
					objective_id?: string | null;
					priority_id?: string | null;
					reviewed_at?: string;
					reviewed_by?: string | null;
					team_id: string;
					verdict: string;
					was?: string;
				};
				Update: {
					assumption_id?: string | null;
					became?: string;
					decision_id?: string | null;
					element?: string | null;
					insight_id?: string;
					meeting_id?: string;
					objective_id?: string | null;
					priority_id?: string | null;
					reviewed_at?: string;
					reviewed_by?: string | null;
					team_id?: string;
					verdict?: string;
					was?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'insight_reviews_assumption_id_team_id_fkey';
						columns: ['assumption_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'assumptions';
						referencedColumns: ['id', 'team_id'];
					},
					{
						foreignKeyName: 'insight_reviews_meeting_id_team_id_fkey';
						columns: ['meeting_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'meetings';
						referencedColumns: ['id', 'team_id'];
					},
					{
						foreignKeyName: 'insight_reviews_objective_id_team_id_fkey';
						columns: ['objective_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'objectives';
						referencedColumns: ['id', 'team_id'];
					},
					{
						foreignKeyName: 'insight_reviews_priority_id_team_id_fkey';
						columns: ['priority_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'priorities';
						referencedColumns: ['id', 'team_id'];
					},
					{
						foreignKeyName: 'insight_reviews_reviewed_by_fkey';
						columns: ['reviewed_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					}
				];
			};
			insight_subjects: {
				Row: {
					assumption_id: string | null;
					element: string | null;
					insight_id: string;
					priority_id: string | null;
					tagged_by: string | null;
					team_id: string;
				};
				ComputedFields: never;
				Insert: {
					assumption_id?: string | null;
					element?: string | null;
					insight_id: string;
					priority_id?: string | null;
					tagged_by?: string | null;
					team_id: string;
				};
				Update: {
					assumption_id?: string | null;
					element?: string | null;
					insight_id?: string;
					priority_id?: string | null;
					tagged_by?: string | null;
					team_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'insight_subjects_assumption_id_team_id_fkey';
						columns: ['assumption_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'assumptions';
						referencedColumns: ['id', 'team_id'];
					},
					{
						foreignKeyName: 'insight_subjects_priority_id_team_id_fkey';
						columns: ['priority_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'priorities';
						referencedColumns: ['id', 'team_id'];
					},
					{
						foreignKeyName: 'insight_subjects_tagged_by_fkey';
						columns: ['tagged_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'insight_subjects_team_id_fkey';
						columns: ['team_id'];
						isOneToOne: false;
						referencedRelation: 'teams';
						referencedColumns: ['id'];
					}
				];
			};
			insights: {
				Row: {
					captured_at: string;
					captured_by: string | null;
					hot_item_id: string | null;
					id: string;
					meeting_id: string;
					note_id: string | null;
					sealed: boolean;
					segment_id: string | null;
					team_id: string;
					title: string;
				};
				ComputedFields: never;
				Insert: {
					captured_at: string;
					captured_by?: string | null;
					hot_item_id?: string | null;
					id: string;
					meeting_id: string;
					note_id?: string | null;
					sealed?: boolean;
					segment_id?: string | null;
					team_id: string;
					title: string;
				};
				Update: {
					captured_at?: string;
					captured_by?: string | null;
					hot_item_id?: string | null;
					id?: string;
					meeting_id?: string;
					note_id?: string | null;
					sealed?: boolean;
					segment_id?: string | null;
					team_id?: string;
					title?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'insights_captured_by_fkey';
						columns: ['captured_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'insights_meeting_id_team_id_fkey';
						columns: ['meeting_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'meetings';
						referencedColumns: ['id', 'team_id'];
					}
				];
			};
			invitations: {
				Row: {
					accepted_at: string | null;
					accepted_by: string | null;
					created_at: string;
					email: string | null;
					expires_at: string;
					id: string;
					invited_by: string | null;
					revoked_at: string | null;
					role: string;
					team_id: string;
					title: string;
					token_hash: string;
					workspace_id: string;
				};
				ComputedFields: never;
				Insert: {
					accepted_at?: string | null;
					accepted_by?: string | null;
					created_at?: string;
					email?: string | null;
					expires_at?: string;
					id?: string;
					invited_by?: string | null;
					revoked_at?: string | null;
					role?: string;
					team_id: string;
					title?: string;
					token_hash: string;
					workspace_id: string;
				};
				Update: {
					accepted_at?: string | null;
					accepted_by?: string | null;
					created_at?: string;
					email?: string | null;
					expires_at?: string;
					id?: string;
					invited_by?: string | null;
					revoked_at?: string | null;
					role?: string;
					team_id?: string;
					title?: string;
					token_hash?: string;
					workspace_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'invitations_accepted_by_fkey';
						columns: ['accepted_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'invitations_invited_by_fkey';
						columns: ['invited_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'invitations_team_id_workspace_id_fkey';
						columns: ['team_id', 'workspace_id'];
						isOneToOne: false;
						referencedRelation: 'teams';
						referencedColumns: ['id', 'workspace_id'];
					}
				];
			};
			key_result_values: {
				Row: {
					entered_at: string;
					entered_by: string | null;
					key_result_id: string;
					measured_on: string;
					note: string;
					team_id: string;
					value: number;
				};
				ComputedFields: never;
				Insert: {
					entered_at?: string;
					entered_by?: string | null;
					key_result_id: string;
					measured_on: string;
					note?: string;
					team_id: string;
					value: number;
				};
				Update: {
					entered_at?: string;
					entered_by?: string | null;
					key_result_id?: string;
					measured_on?: string;
					note?: string;
					team_id?: string;
					value?: number;
				};
				Relationships: [
					{
						foreignKeyName: 'key_result_values_entered_by_fkey';
						columns: ['entered_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'key_result_values_key_result_id_team_id_fkey';
						columns: ['key_result_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'key_results';
						referencedColumns: ['id', 'team_id'];
					}
				];
			};
			key_results: {
				Row: {
					baseline: number;
					created_at: string;
					decimals: number;
					ended_at: string | null;
					id: string;
					objective_id: string;
					owner_id: string | null;
					position: number;
					target: number;
					team_id: string;
					title: string;
					unit: string;
					weight: number;
				};
				ComputedFields: never;
				Insert: {
					baseline: number;
					created_at?: string;
					decimals?: number;
					ended_at?: string | null;
					id?: string;
					objective_id: string;
					owner_id?: string | null;
					position?: number;
					target: number;
					team_id: string;
					title: string;
					unit?: string;
					weight?: number;
				};
				Update: {
					baseline?: number;
					created_at?: string;
					decimals?: number;
					ended_at?: string | null;
					id?: string;
					objective_id?: string;
					owner_id?: string | null;
					position?: number;
					target?: number;
					team_id?: string;
					title?: string;
					unit?: string;
					weight?: number;
				};
				Relationships: [
					{
						foreignKeyName: 'key_results_objective_id_team_id_fkey';
						columns: ['objective_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'objectives';
						referencedColumns: ['id', 'team_id'];
					},
					{
						foreignKeyName: 'key_results_owner_id_fkey';
						columns: ['owner_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'key_results_team_id_fkey';
						columns: ['team_id'];
						isOneToOne: false;
						referencedRelation: 'teams';
						referencedColumns: ['id'];
					}
				];
			};
			leadership_messages: {
				Row: {
					created_at: string;
					how: string;
					how_much: string;
					id: string;
					meeting_id: string | null;
					name: string;
					published: boolean;
					team_id: string;
					what: string;
					why: string;
					written_by: string | null;
				};
				ComputedFields: never;
				Insert: {
					created_at?: string;
					how?: string;
					how_much?: string;
					id?: string;
					meeting_id?: string | null;
					name?: string;
					published?: boolean;
					team_id: string;
					what?: string;
					why?: string;
					written_by?: string | null;
				};
				Update: {
					created_at?: string;
					how?: string;
					how_much?: string;
					id?: string;
					meeting_id?: string | null;
					name?: string;
					published?: boolean;
					team_id?: string;
					what?: string;
					why?: string;
					written_by?: string | null;
				};
				Relationships: [
					{
						foreignKeyName: 'leadership_messages_meeting_fkey';
						columns: ['meeting_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'meetings';
						referencedColumns: ['id', 'team_id'];
					},
					{
						foreignKeyName: 'leadership_messages_team_id_fkey';
						columns: ['team_id'];
						isOneToOne: false;
						referencedRelation: 'teams';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'leadership_messages_written_by_fkey';
						columns: ['written_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					}
				];
			};
			lineages: {
				Row: {
					key_result_id: string | null;
					linked_at: string;
					linked_by: string | null;
					objective_id: string | null;
					priority_id: string | null;
					subject: string;
					subject_id: string;
					team_id: string;
				};
				ComputedFields: never;
				Insert: {
					key_result_id?: string | null;
					linked_at?: string;
					linked_by?: string | null;
					objective_id?: string | null;
					priority_id?: string | null;
					subject: string;
					subject_id: string;
					team_id: string;
				};
				Update: {
					key_result_id?: string | null;
					linked_at?: string;
					linked_by?: string | null;
					objective_id?: string | null;
					priority_id?: string | null;
					subject?: string;
					subject_id?: string;
					team_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'lineages_key_result_id_team_id_fkey';
						columns: ['key_result_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'key_results';
						referencedColumns: ['id', 'team_id'];
					},
					{
						foreignKeyName: 'lineages_linked_by_fkey';
						columns: ['linked_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'lineages_objective_id_team_id_fkey';
						columns: ['objective_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'objectives';
						referencedColumns: ['id', 'team_id'];
					},
					{
						foreignKeyName: 'lineages_priority_id_team_id_fkey';
						columns: ['priority_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'priorities';
						referencedColumns: ['id', 'team_id'];
					},
					{
						foreignKeyName: 'lineages_team_id_fkey';
						columns: ['team_id'];
						isOneToOne: false;
						referencedRelation: 'teams';
						referencedColumns: ['id'];
					}
				];
			};
			measure_values: {
				Row: {
					entered_at: string;
					entered_by: string | null;
					measure_id: string;
					measured_on: string;
					note: string;
					team_id: string;
					value: number;
				};
				ComputedFields: never;
				Insert: {
					entered_at?: string;
					entered_by?: string | null;
					measure_id: string;
					measured_on: string;
					note?: string;
					team_id: string;
					value: number;
				};
				Update: {
					entered_at?: string;
					entered_by?: string | null;
					measure_id?: string;
					measured_on?: string;
					note?: string;
					team_id?: string;
					value?: number;
				};
				Relationships: [
					{
						foreignKeyName: 'measure_values_entered_by_fkey';
						columns: ['entered_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'measure_values_measure_id_team_id_fkey';
						columns: ['measure_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'measures';
						referencedColumns: ['id', 'team_id'];
					}
				];
			};
			measures: {
				Row: {
					baseline: number | null;
					created_at: string;
					decimals: number;
					definition: string;
					direction: string;
					found_on: string | null;
					id: string;
					kind: string;
					metric_id: string | null;
					name: string;
					owner_id: string | null;
					position: number;
					priority_id: string;
					removed_at: string | null;
					target: number | null;
					team_id: string;
					unit: string;
				};
				ComputedFields: never;
				Insert: {
					baseline?: number | null;
					created_at?: string;
					decimals?: number;
					definition?: string;
					direction?: string;
					found_on?: string | null;
					id?: string;
					kind: string;
					metric_id?: string | null;
					name: string;
					owner_id?: string | null;
					position?: number;
					priority_id: string;
					removed_at?: string | null;
					target?: number | null;
					team_id: string;
					unit?: string;
				};
				Update: {
					baseline?: number | null;
					created_at?: string;
					decimals?: number;
					definition?: string;
					direction?: string;
					found_on?: string | null;
					id?: string;
					kind?: string;
					metric_id?: string | null;
					name?: string;
					owner_id?: string | null;
					position?: number;
					priority_id?: string;
					removed_at?: string | null;
					target?: number | null;
					team_id?: string;
					unit?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'measures_metric_id_team_id_fkey';
						columns: ['metric_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'metrics';
						referencedColumns: ['id', 'team_id'];
					},
					{
						foreignKeyName: 'measures_owner_id_fkey';
						columns: ['owner_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'measures_priority_id_team_id_fkey';
						columns: ['priority_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'priorities';
						referencedColumns: ['id', 'team_id'];
					}
				];
			};
			meeting_ratings: {
				Row: {
					improvement: string;
					meeting_id: string;
					person_id: string;
					rated_at: string;
					rating: number;
					team_id: string;
				};
				ComputedFields: never;
				Insert: {
					improvement?: string;
					meeting_id: string;
					person_id: string;
					rated_at?: string;
					rating: number;
					team_id: string;
				};
				Update: {
					improvement?: string;
					meeting_id?: string;
					person_id?: string;
					rated_at?: string;
					rating?: number;
					team_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'meeting_ratings_meeting_id_team_id_fkey';
						columns: ['meeting_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'meetings';
						referencedColumns: ['id', 'team_id'];
					},
					{
						foreignKeyName: 'meeting_ratings_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					}
				];
			};
			meetings: {
				Row: {
					chair_id: string | null;
					closed_at: string | null;
					created_at: string;
					facilitator_id: string | null;
					id: string;
					minutes: number;
					name: string;
					number: number;
					occurs_on: string;
					opened_at: string | null;
					place: string;
					ratings_revealed_at: string | null;
					running_segment: string | null;
					series_id: string;
					settled_at: string | null;
					starts_at: string;
					state: string;
					steps: NonNullable<Json>;
					team_id: string;
				};
				ComputedFields: never;
				Insert: {
					chair_id?: string | null;
					closed_at?: string | null;
					created_at?: string;
					facilitator_id?: string | null;
					id?: string;
					minutes: number;
					name: string;
					number: number;
					occurs_on: string;
					opened_at?: string | null;
					place?: string;
					ratings_revealed_at?: string | null;
					running_segment?: string | null;
					series_id: string;
					settled_at?: string | null;
					starts_at: string;
					state?: string;
					steps: NonNullable<Json>;
					team_id: string;
				};
				Update: {
					chair_id?: string | null;
					closed_at?: string | null;
					created_at?: string;
					facilitator_id?: string | null;
					id?: string;
					minutes?: number;
					name?: string;
					number?: number;
					occurs_on?: string;
					opened_at?: string | null;
					place?: string;
					ratings_revealed_at?: string | null;
					running_segment?: string | null;
					series_id?: string;
					settled_at?: string | null;
					starts_at?: string;
					state?: string;
					steps?: NonNullable<Json>;
					team_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'meetings_chair_id_fkey';
						columns: ['chair_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'meetings_facilitator_id_fkey';
						columns: ['facilitator_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'meetings_series_id_team_id_fkey';
						columns: ['series_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'series';
						referencedColumns: ['id', 'team_id'];
					},
					{
						foreignKeyName: 'meetings_team_id_fkey';
						columns: ['team_id'];
						isOneToOne: false;
						referencedRelation: 'teams';
						referencedColumns: ['id'];
					}
				];
			};
			message_mentions: {
				Row: {
					about: string;
					body: string;
					comment_id: string;
					person_id: string;
					quote: string;
					said_at: string;
					said_by: string | null;
					team_id: string;
				};
				ComputedFields: never;
				Insert: {
					about: string;
					body: string;
					comment_id: string;
					person_id: string;
					quote?: string;
					said_at: string;
					said_by?: string | null;
					team_id: string;
				};
				Update: {
					about?: string;
					body?: string;
					comment_id?: string;
					person_id?: string;
					quote?: string;
					said_at?: string;
					said_by?: string | null;
					team_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'message_mentions_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'message_mentions_said_by_fkey';
						columns: ['said_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'message_mentions_team_id_fkey';
						columns: ['team_id'];
						isOneToOne: false;
						referencedRelation: 'teams';
						referencedColumns: ['id'];
					}
				];
			};
			message_suggestions: {
				Row: {
					answered_at: string;
					answered_by: string | null;
					edited: boolean;
					ended_as: string;
					id: string;
					kind: string;
					team_id: string;
				};
				ComputedFields: never;
				Insert: {
					answered_at?: string;
					answered_by?: string | null;
					edited?: boolean;
					ended_as: string;
					id: string;
					kind: string;
					team_id: string;
				};
				Update: {
					answered_at?: string;
					answered_by?: string | null;
					edited?: boolean;
					ended_as?: string;
					id?: string;
					kind?: string;
					team_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'message_suggestions_answered_by_fkey';
						columns: ['answered_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'message_suggestions_team_id_fkey';
						columns: ['team_id'];
						isOneToOne: false;
						referencedRelation: 'teams';
						referencedColumns: ['id'];
					}
				];
			};
			metrics: {
				Row: {
					area: string;
					baseline_by: string | null;
					baseline_from: string | null;
					baseline_reason: string;
					cadence: string;
					created_at: string;
					dashboard: string;
					decimals: number;
					definition: string;
					direction: string;
					formula: string;
					goal_id: string | null;
					high_months: number[];
					id: string;
					is_leading: boolean;
					key: string;
					leads: string | null;
					low_months: number[];
					lower: number | null;
					name: string;
					owner_id: string | null;
					path: NonNullable<Json>;
					perspective: string;
					position: number;
					removal_decided_by: string | null;
					removed_at: string | null;
					removed_by: string | null;
					removed_reason: string;
					responder_id: string | null;
					response: string;
					season: string;
					source: string;
					target: number | null;
					team_id: string;
					tolerance: number | null;
					unit: string;
					upper: number | null;
				};
				ComputedFields: never;
				Insert: {
					area?: string;
					baseline_by?: string | null;
					baseline_from?: string | null;
					baseline_reason?: string;
					cadence?: string;
					created_at?: string;
					dashboard?: string;
					decimals?: number;
					definition?: string;
					direction?: string;
					formula?: string;
					goal_id?: string | null;
					high_months?: number[];
					id?: string;
					is_leading?: boolean;
					key?: string;
					leads?: string | null;
					low_months?: number[];
					lower?: number | null;
					name: string;
					owner_id?: string | null;
					path?: NonNullable<Json>;
					perspective?: string;
					position?: number;
					removal_decided_by?: string | null;
					removed_at?: string | null;
					removed_by?: string | null;
					removed_reason?: string;
					responder_id?: string | null;
					response?: string;
					season?: string;
					source?: string;
					target?: number | null;
					team_id: string;
					tolerance?: number | null;
					unit?: string;
					upper?: number | null;
				};
				Update: {
					area?: string;
					baseline_by?: string | null;
					baseline_from?: string | null;
					baseline_reason?: string;
					cadence?: string;
					created_at?: string;
					dashboard?: string;
					decimals?: number;
					definition?: string;
					direction?: string;
					formula?: string;
					goal_id?: string | null;
					high_months?: number[];
					id?: string;
					is_leading?: boolean;
					key?: string;
					leads?: string | null;
					low_months?: number[];
					lower?: number | null;
					name?: string;
					owner_id?: string | null;
					path?: NonNullable<Json>;
					perspective?: string;
					position?: number;
					removal_decided_by?: string | null;
					removed_at?: string | null;
					removed_by?: string | null;
					removed_reason?: string;
					responder_id?: string | null;
					response?: string;
					season?: string;
					source?: string;
					target?: number | null;
					team_id?: string;
					tolerance?: number | null;
					unit?: string;
					upper?: number | null;
				};
				Relationships: [
					{
						foreignKeyName: 'metrics_baseline_by_fkey';
						columns: ['baseline_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'metrics_goal_fkey';
						columns: ['goal_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'annual_goals';
						referencedColumns: ['id', 'team_id'];
					},
					{
						foreignKeyName: 'metrics_leads_fkey';
						columns: ['leads', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'metrics';
						referencedColumns: ['id', 'team_id'];
					},
					{
						foreignKeyName: 'metrics_owner_id_fkey';
						columns: ['owner_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'metrics_removal_decided_by_fkey';
						columns: ['removal_decided_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'metrics_removed_by_fkey';
						columns: ['removed_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'metrics_responder_id_fkey';
						columns: ['responder_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'metrics_team_id_fkey';
						columns: ['team_id'];
						isOneToOne: false;
						referencedRelation: 'teams';
						referencedColumns: ['id'];
					}
				];
			};
			milestone_moves: {
				Row: {
					from_on: string | null;
					id: string;
					milestone_id: string;
					moved_at: string;
					moved_by: string | null;
					team_id: string;
					to_on: string | null;
				};
				ComputedFields: never;
				Insert: {
					from_on?: string | null;
					id?: string;
					milestone_id: string;
					moved_at?: string;
					moved_by?: string | null;
					team_id: string;
					to_on?: string | null;
				};
				Update: {
					from_on?: string | null;
					id?: string;
					milestone_id?: string;
					moved_at?: string;
					moved_by?: string | null;
					team_id?: string;
					to_on?: string | null;
				};
				Relationships: [
					{
						foreignKeyName: 'milestone_moves_milestone_id_team_id_fkey';
						columns: ['milestone_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'milestones';
						referencedColumns: ['id', 'team_id'];
					},
					{
						foreignKeyName: 'milestone_moves_moved_by_fkey';
						columns: ['moved_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					}
				];
			};
			milestones: {
				Row: {
					created_at: string;
					done_on: string | null;
					due_on: string | null;
					id: string;
					is_change: boolean;
					owner_id: string | null;
					planned_on: string | null;
					position: number;
					priority_id: string;
					removed_at: string | null;
					team_id: string;
					title: string;
				};
				ComputedFields: never;
				Insert: {
					created_at?: string;
					done_on?: string | null;
					due_on?: string | null;
					id?: string;
					is_change?: boolean;
					owner_id?: string | null;
					planned_on?: string | null;
					position?: number;
					priority_id: string;
					removed_at?: string | null;
					team_id: string;
					title: string;
				};
				Update: {
					created_at?: string;
					done_on?: string | null;
					due_on?: string | null;
					id?: string;
					is_change?: boolean;
					owner_id?: string | null;
					planned_on?: string | null;
					position?: number;
					priority_id?: string;
					removed_at?: string | null;
					team_id?: string;
					title?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'milestones_owner_id_fkey';
						columns: ['owner_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'milestones_priority_id_team_id_fkey';
						columns: ['priority_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'priorities';
						referencedColumns: ['id', 'team_id'];
					}
				];
			};
			model_calls: {
				Row: {
					asked_at: string;
					asked_by: string | null;
					ended_at: string | null;
					id: string;
					meeting_id: string | null;
					model: string;
					prompt_version: string;
					state: string;
					task: string;
					team_id: string;
					tokens: number;
				};
				ComputedFields: never;
				Insert: {
					asked_at?: string;
					asked_by?: string | null;
					ended_at?: string | null;
					id?: string;
					meeting_id?: string | null;
					model?: string;
					prompt_version?: string;
					state?: string;
					task: string;
					team_id: string;
					tokens?: number;
				};
				Update: {
					asked_at?: string;
					asked_by?: string | null;
					ended_at?: string | null;
					id?: string;
					meeting_id?: string | null;
					model?: string;
					prompt_version?: string;
					state?: string;
					task?: string;
					team_id?: string;
					tokens?: number;
				};
				Relationships: [
					{
						foreignKeyName: 'model_calls_asked_by_fkey';
						columns: ['asked_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'model_calls_meeting_id_team_id_fkey';
						columns: ['meeting_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'meetings';
						referencedColumns: ['id', 'team_id'];
					},
					{
						foreignKeyName: 'model_calls_team_id_fkey';
						columns: ['team_id'];
						isOneToOne: false;
						referencedRelation: 'teams';
						referencedColumns: ['id'];
					}
				];
			};
			model_suggestions: {
				Row: {
					answer: string;
					answered_at: string | null;
					answered_by: string | null;
					cites: NonNullable<Json>;
					edit_distance: number;
					id: string;
					inputs: NonNullable<Json>;
					kept: string;
					kind: string;
					meeting_id: string;
					model: string;
					prompt_version: string;
					sealed: boolean;
					task: string;
					team_id: string;
					words: string;
				};
				ComputedFields: never;
				Insert: {
					answer: string;
					answered_at?: string | null;
					answered_by?: string | null;
					cites?: NonNullable<Json>;
					edit_distance?: number;
					id: string;
					inputs?: NonNullable<Json>;
					kept?: string;
					kind: string;
					meeting_id: string;
					model?: string;
					prompt_version?: string;
					sealed?: boolean;
					task?: string;
					team_id: string;
					words: string;
				};
				Update: {
					answer?: string;
					answered_at?: string | null;
					answered_by?: string | null;
					cites?: NonNullable<Json>;
					edit_distance?: number;
					id?: string;
					inputs?: NonNullable<Json>;
					kept?: string;
					kind?: string;
					meeting_id?: string;
					model?: string;
					prompt_version?: string;
					sealed?: boolean;
					task?: string;
					team_id?: string;
					words?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'model_suggestions_answered_by_fkey';
						columns: ['answered_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'model_suggestions_meeting_id_team_id_fkey';
						columns: ['meeting_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'meetings';
						referencedColumns: ['id', 'team_id'];
					}
				];
			};
			nomination_answers: {
				Row: {
					answer: string;
					answered_at: string;
					answered_by: string | null;
					id: string;
					metric_id: string;
					quiet_until: string;
					reason: string;
					rule: string;
					team_id: string;
				};
				ComputedFields: never;
				Insert: {
					answer: string;
					answered_at?: string;
					answered_by?: string | null;
					id?: string;
					metric_id: string;
					quiet_until: string;
					reason?: string;
					rule: string;
					team_id: string;
				};
				Update: {
					answer?: string;
					answered_at?: string;
					answered_by?: string | null;
					id?: string;
					metric_id?: string;
					quiet_until?: string;
					reason?: string;
					rule?: string;
					team_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'nomination_answers_answered_by_fkey';
						columns: ['answered_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'nomination_answers_metric_id_team_id_fkey';
						columns: ['metric_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'metrics';
						referencedColumns: ['id', 'team_id'];
					}
				];
			};
			notes: {
				Row: {
					author_id: string | null;
					body: string;
					hot_item_id: string | null;
					id: string;
					meeting_id: string;
					position: number;
					sealed: boolean;
					segment_id: string | null;
					team_id: string;
					written_at: string | null;
				};
				ComputedFields: never;
				Insert: {
					author_id?: string | null;
					body: string;
					hot_item_id?: string | null;
					id: string;
					meeting_id: string;
					position: number;
					sealed?: boolean;
					segment_id?: string | null;
					team_id: string;
					written_at?: string | null;
				};
				Update: {
					author_id?: string | null;
					body?: string;
					hot_item_id?: string | null;
					id?: string;
					meeting_id?: string;
					position?: number;
					sealed?: boolean;
					segment_id?: string | null;
					team_id?: string;
					written_at?: string | null;
				};
				Relationships: [
					{
						foreignKeyName: 'notes_author_id_fkey';
						columns: ['author_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'notes_meeting_id_team_id_fkey';
						columns: ['meeting_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'meetings';
						referencedColumns: ['id', 'team_id'];
					}
				];
			};
			notice_choices: {
				Row: {
					channel: string;
					kind: string;
					person_id: string;
				};
				ComputedFields: never;
				Insert: {
					channel: string;
					kind: string;
					person_id: string;
				};
				Update: {
					channel?: string;
					kind?: string;
					person_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'notice_choices_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					}
				];
			};
			objectives: {
				Row: {
					ambition: string;
					answer: string;
					created_at: string;
					cycle: string;
					cycle_id: string | null;
					ended_at: string | null;
					goal_id: string | null;
					id: string;
					owner_id: string | null;
					position: number;
					proposed_by: string | null;
					state: string;
					team_id: string;
					title: string;
					weight: number;
				};
				ComputedFields: never;
				Insert: {
					ambition?: string;
					answer?: string;
					created_at?: string;
					cycle?: string;
					cycle_id?: string | null;
					ended_at?: string | null;
					goal_id?: string | null;
					id?: string;
					owner_id?: string | null;
					position?: number;
					proposed_by?: string | null;
					state?: string;
					team_id: string;
					title: string;
					weight?: number;
				};
				Update: {
					ambition?: string;
					answer?: string;
					created_at?: string;
					cycle?: string;
					cycle_id?: string | null;
					ended_at?: string | null;
					goal_id?: string | null;
					id?: string;
					owner_id?: string | null;
					position?: number;
					proposed_by?: string | null;
					state?: string;
					team_id?: string;
					title?: string;
					weight?: number;
				};
				Relationships: [
					{
						foreignKeyName: 'objectives_cycle_fkey';
						columns: ['cycle_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'cycles';
						referencedColumns: ['id', 'team_id'];
					},
					{
						foreignKeyName: 'objectives_goal_fkey';
						columns: ['goal_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'annual_goals';
						referencedColumns: ['id', 'team_id'];
					},
					{
						foreignKeyName: 'objectives_owner_id_fkey';
						columns: ['owner_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'objectives_proposed_by_fkey';
						columns: ['proposed_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'objectives_team_id_fkey';
						columns: ['team_id'];
						isOneToOne: false;
						referencedRelation: 'teams';
						referencedColumns: ['id'];
					}
				];
			};
			outcome_targets: {
				Row: {
					assumptions: string;
					created_at: string;
					created_by: string | null;
					due_on: string;
					ended_at: string | null;
					id: string;
					metric_id: string;
					target: number;
					team_id: string;
					title: string;
				};
				ComputedFields: never;
				Insert: {
					assumptions?: string;
					created_at?: string;
					created_by?: string | null;
					due_on: string;
					ended_at?: string | null;
					id?: string;
					metric_id: string;
					target: number;
					team_id: string;
					title: string;
				};
				Update: {
					assumptions?: string;
					created_at?: string;
					created_by?: string | null;
					due_on?: string;
					ended_at?: string | null;
					id?: string;
					metric_id?: string;
					target?: number;
					team_id?: string;
					title?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'outcome_targets_created_by_fkey';
						columns: ['created_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'outcome_targets_metric_id_team_id_fkey';
						columns: ['metric_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'metrics';
						referencedColumns: ['id', 'team_id'];
					}
				];
			};
			own_suggestion_switches: {
				Row: {
					kind: string;
					person_id: string;
					team_id: string;
				};
				ComputedFields: never;
				Insert: {
					kind: string;
					person_id: string;
					team_id: string;
				};
				Update: {
					kind?: string;
					person_id?: string;
					team_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'own_suggestion_switches_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'own_suggestion_switches_team_id_fkey';
						columns: ['team_id'];
						isOneToOne: false;
						referencedRelation: 'teams';
						referencedColumns: ['id'];
					}
				];
			};
			people: {
				Row: {
					asked_by_mail: boolean;
					away_from: string | null;
					away_until: string | null;
					created_at: string;
					email: string;
					erased_at: string | null;
					id: string;
					name: string;
					time_zone: string;
				};
				ComputedFields: never;
				Insert: {
					asked_by_mail?: boolean;
					away_from?: string | null;
					away_until?: string | null;
					created_at?: string;
					email: string;
					erased_at?: string | null;
					id: string;
					name: string;
					time_zone?: string;
				};
				Update: {
					asked_by_mail?: boolean;
					away_from?: string | null;
					away_until?: string | null;
					created_at?: string;
					email?: string;
					erased_at?: string | null;
					id?: string;
					name?: string;
					time_zone?: string;
				};
				Relationships: [];
			};
			phases: {
				Row: {
					created_at: string;
					done_on: string | null;
					ends_on: string;
					id: string;
					name: string;
					planned_end: string | null;
					position: number;
					priority_id: string;
					removed_at: string | null;
					starts_on: string;
					team_id: string;
				};
				ComputedFields: never;
				Insert: {
					created_at?: string;
					done_on?: string | null;
					ends_on: string;
					id?: string;
					name: string;
					planned_end?: string | null;
					position?: number;
					priority_id: string;
					removed_at?: string | null;
					starts_on: string;
					team_id: string;
				};
				Update: {
					created_at?: string;
					done_on?: string | null;
					ends_on?: string;
					id?: string;
					name?: string;
					planned_end?: string | null;
					position?: number;
					priority_id?: string;
					removed_at?: string | null;
					starts_on?: string;
					team_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'phases_priority_id_team_id_fkey';
						columns: ['priority_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'priorities';
						referencedColumns: ['id', 'team_id'];
					}
				];
			};
			plan_rows: {
				Row: {
					became: string | null;
					became_as: Json | null;
					became_id: string | null;
					because: string;
					before_id: string | null;
					change: string;
					decided_at: string | null;
					decided_by: string | null;
					decision: string;
					drafted: NonNullable<Json>;
					edited: NonNullable<Json>;
					id: string;
					key: string;
					kind: string;
					position: number;
					priority_id: string;
					run_id: string;
					team_id: string;
					was: Json | null;
				};
				ComputedFields: never;
				Insert: {
					became?: string | null;
					became_as?: Json | null;
					became_id?: string | null;
					because?: string;
					before_id?: string | null;
					change: string;
					decided_at?: string | null;
					decided_by?: string | null;
					decision?: string;
					drafted?: NonNullable<Json>;
					edited?: NonNullable<Json>;
					id?: string;
					key: string;
					kind: string;
					position?: number;
					priority_id: string;
					run_id: string;
					team_id: string;
					was?: Json | null;
				};
				Update: {
					became?: string | null;
					became_as?: Json | null;
					became_id?: string | null;
					because?: string;
					before_id?: string | null;
					change?: string;
					decided_at?: string | null;
					decided_by?: string | null;
					decision?: string;
					drafted?: NonNullable<Json>;
					edited?: NonNullable<Json>;
					id?: string;
					key?: string;
					kind?: string;
					position?: number;
					priority_id?: string;
					run_id?: string;
					team_id?: string;
					was?: Json | null;
				};
				Relationships: [
					{
						foreignKeyName: 'plan_rows_before_id_fkey';
						columns: ['before_id'];
						isOneToOne: false;
						referencedRelation: 'plan_rows';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'plan_rows_decided_by_fkey';
						columns: ['decided_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'plan_rows_priority_id_team_id_fkey';
						columns: ['priority_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'priorities';
						referencedColumns: ['id', 'team_id'];
					},
					{
						foreignKeyName: 'plan_rows_run_id_team_id_fkey';
						columns: ['run_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'worker_runs';
						referencedColumns: ['id', 'team_id'];
					}
				];
			};
			priorities: {
				Row: {
					created_at: string;
					ended_as: string | null;
					ended_at: string | null;
					expectation: string;
					goal_id: string | null;
					id: string;
					not_doing: string;
					owner_id: string | null;
					position: number;
					team_id: string;
					title: string;
					weekly_alert: boolean;
					weight: number;
					why: string;
				};
				ComputedFields: never;
				Insert: {
					created_at?: string;
					ended_as?: string | null;
					ended_at?: string | null;
					expectation?: string;
					goal_id?: string | null;
					id?: string;
					not_doing?: string;
					owner_id?: string | null;
					position?: number;
					team_id: string;
					title: string;
					weekly_alert?: boolean;
					weight?: number;
					why?: string;
				};
				Update: {
					created_at?: string;
					ended_as?: string | null;
					ended_at?: string | null;
					expectation?: string;
					goal_id?: string | null;
					id?: string;
					not_doing?: string;
					owner_id?: string | null;
					position?: number;
					team_id?: string;
					title?: string;
					weekly_alert?: boolean;
					weight?: number;
					why?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'priorities_goal_fkey';
						columns: ['goal_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'annual_goals';
						referencedColumns: ['id', 'team_id'];
					},
					{
						foreignKeyName: 'priorities_owner_id_fkey';
						columns: ['owner_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'priorities_team_id_fkey';
						columns: ['team_id'];
						isOneToOne: false;
						referencedRelation: 'teams';
						referencedColumns: ['id'];
					}
				];
			};
			priority_owners: {
				Row: {
					named_by: string | null;
					owner_id: string | null;
					priority_id: string;
					since: string;
					team_id: string;
				};
				ComputedFields: never;
				Insert: {
					named_by?: string | null;
					owner_id?: string | null;
					priority_id: string;
					since?: string;
					team_id: string;
				};
				Update: {
					named_by?: string | null;
					owner_id?: string | null;
					priority_id?: string;
					since?: string;
					team_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'priority_owners_named_by_fkey';
						columns: ['named_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'priority_owners_owner_id_fkey';
						columns: ['owner_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'priority_owners_priority_id_team_id_fkey';
						columns: ['priority_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'priorities';
						referencedColumns: ['id', 'team_id'];
					}
				];
			};
			priority_parts: {
				Row: {
					part: string;
					person_id: string;
					priority_id: string;
					team_id: string;
				};
				ComputedFields: never;
				Insert: {
					part: string;
					person_id: string;
					priority_id: string;
					team_id: string;
				};
				Update: {
					part?: string;
					person_id?: string;
					priority_id?: string;
					team_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'priority_parts_priority_id_team_id_fkey';
						columns: ['priority_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'priorities';
						referencedColumns: ['id', 'team_id'];
					},
					{
						foreignKeyName: 'priority_parts_team_id_person_id_fkey';
						columns: ['team_id', 'person_id'];
						isOneToOne: false;
						referencedRelation: 'team_members';
						referencedColumns: ['team_id', 'person_id'];
					}
				];
			};
			priority_risks: {
				Row: {
					closed_on: string | null;
					id: string;
					impact: number;
					likelihood: number;
					mitigation: string;
					owner_id: string | null;
					priority_id: string;
					quiet_until: string | null;
					raised_at: string;
					raised_by: string | null;
					removed_at: string | null;
					review_on: string | null;
					team_id: string;
					title: string;
				};
				ComputedFields: never;
				Insert: {
					closed_on?: string | null;
					id?: string;
					impact: number;
					likelihood: number;
					mitigation?: string;
					owner_id?: string | null;
					priority_id: string;
					quiet_until?: string | null;
					raised_at?: string;
					raised_by?: string | null;
					removed_at?: string | null;
					review_on?: string | null;
					team_id: string;
					title: string;
				};
				Update: {
					closed_on?: string | null;
					id?: string;
					impact?: number;
					likelihood?: number;
					mitigation?: string;
					owner_id?: string | null;
					priority_id?: string;
					quiet_until?: string | null;
					raised_at?: string;
					raised_by?: string | null;
					removed_at?: string | null;
					review_on?: string | null;
					team_id?: string;
					title?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'priority_risks_owner_id_fkey';
						columns: ['owner_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'priority_risks_priority_id_team_id_fkey';
						columns: ['priority_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'priorities';
						referencedColumns: ['id', 'team_id'];
					},
					{
						foreignKeyName: 'priority_risks_raised_by_fkey';
						columns: ['raised_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					}
				];
			};
			process_fixes: {
				Row: {
					created_at: string;
					due_on: string | null;
					hours_after: number | null;
					hours_before: number;
					id: string;
					measured_on: string | null;
					owner_id: string | null;
					process_id: string;
					team_id: string;
					what: string;
				};
				ComputedFields: never;
				Insert: {
					created_at?: string;
					due_on?: string | null;
					hours_after?: number | null;
					hours_before: number;
					id?: string;
					measured_on?: string | null;
					owner_id?: string | null;
					process_id: string;
					team_id: string;
					what: string;
				};
				Update: {
					created_at?: string;
					due_on?: string | null;
					hours_after?: number | null;
					hours_before?: number;
					id?: string;
					measured_on?: string | null;
					owner_id?: string | null;
					process_id?: string;
					team_id?: string;
					what?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'process_fixes_owner_id_fkey';
						columns: ['owner_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'process_fixes_process_id_team_id_fkey';
						columns: ['process_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'processes';
						referencedColumns: ['id', 'team_id'];
					}
				];
			};
			process_steps: {
				Row: {
					back_to: number | null;
					doer: string;
					hand_off: string;
					id: string;
					name: string;
					position: number;
					process_id: string;
					rework: number;
					team_id: string;
					wait_hours: number;
					work_hours: number;
				};
				ComputedFields: never;
				Insert: {
					back_to?: number | null;
					doer?: string;
					hand_off?: string;
					id?: string;
					name: string;
					position: number;
					process_id: string;
					rework?: number;
					team_id: string;
					wait_hours?: number;
					work_hours?: number;
				};
				Update: {
					back_to?: number | null;
					doer?: string;
					hand_off?: string;
					id?: string;
					name?: string;
					position?: number;
					process_id?: string;
					rework?: number;
					team_id?: string;
					wait_hours?: number;
					work_hours?: number;
				};
				Relationships: [
					{
						foreignKeyName: 'process_steps_process_id_team_id_fkey';
						columns: ['process_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'processes';
						referencedColumns: ['id', 'team_id'];
					}
				];
			};
			processes: {
				Row: {
					created_at: string;
					id: string;
					name: string;
					owner_id: string | null;
					removed_at: string | null;
					team_id: string;
				};
				ComputedFields: never;
				Insert: {
					created_at?: string;
					id?: string;
					name: string;
					owner_id?: string | null;
					removed_at?: string | null;
					team_id: string;
				};
				Update: {
					created_at?: string;
					id?: string;
					name?: string;
					owner_id?: string | null;
					removed_at?: string | null;
					team_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'processes_owner_id_fkey';
						columns: ['owner_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'processes_team_id_fkey';
						columns: ['team_id'];
						isOneToOne: false;
						referencedRelation: 'teams';
						referencedColumns: ['id'];
					}
				];
			};
			quarter_themes: {
				Row: {
					chosen_at: string;
					chosen_by: string | null;
					id: string;
					pillar: string;
					quarter: string;
					score: number | null;
					team_id: string;
				};
				ComputedFields: never;
				Insert: {
					chosen_at?: string;
					chosen_by?: string | null;
					id?: string;
					pillar: string;
					quarter: string;
					score?: number | null;
					team_id: string;
				};
				Update: {
					chosen_at?: string;
					chosen_by?: string | null;
					id?: string;
					pillar?: string;
					quarter?: string;
					score?: number | null;
					team_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'quarter_themes_chosen_by_fkey';
						columns: ['chosen_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'quarter_themes_team_id_fkey';
						columns: ['team_id'];
						isOneToOne: false;
						referencedRelation: 'teams';
						referencedColumns: ['id'];
					}
				];
			};
			quiet_hours: {
				Row: {
					digest_at: string;
					person_id: string;
					quiet_from: string | null;
					quiet_until: string | null;
				};
				ComputedFields: never;
				Insert: {
					digest_at?: string;
					person_id: string;
					quiet_from?: string | null;
					quiet_until?: string | null;
				};
				Update: {
					digest_at?: string;
					person_id?: string;
					quiet_from?: string | null;
					quiet_until?: string | null;
				};
				Relationships: [
					{
						foreignKeyName: 'quiet_hours_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: true;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					}
				];
			};
			ranking_rounds: {
				Row: {
					id: string;
					priorities: string[];
					revealed_at: string | null;
					started_at: string;
					started_by: string | null;
					team_id: string;
				};
				ComputedFields: never;
				Insert: {
					id?: string;
					priorities: string[];
					revealed_at?: string | null;
					started_at?: string;
					started_by?: string | null;
					team_id: string;
				};
				Update: {
					id?: string;
					priorities?: string[];
					revealed_at?: string | null;
					started_at?: string;
					started_by?: string | null;
					team_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'ranking_rounds_started_by_fkey';
						columns: ['started_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'ranking_rounds_team_id_fkey';
						columns: ['team_id'];
						isOneToOne: false;
						referencedRelation: 'teams';
						referencedColumns: ['id'];
					}
				];
			};
			rankings: {
				Row: {
					person_id: string;
					ranking: string[];
					round_id: string;
					team_id: string;
				};
				ComputedFields: never;
				Insert: {
					person_id: string;
					ranking: string[];
					round_id: string;
					team_id: string;
				};
				Update: {
					person_id?: string;
					ranking?: string[];
					round_id?: string;
					team_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'rankings_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'rankings_round_id_team_id_fkey';
						columns: ['round_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'ranking_rounds';
						referencedColumns: ['id', 'team_id'];
					}
				];
			};
			reading_corrections: {
				Row: {
					became: number;
					corrected_at: string;
					corrected_by: string | null;
					entered_at: string;
					entered_by: string | null;
					id: string;
					metric_id: string;
					note: string;
					period: string;
					program: string;
					team_id: string;
					was: number;
				};
				ComputedFields: never;
				Insert: {
					became: number;
					corrected_at?: string;
					corrected_by?: string | null;
					entered_at: string;
					entered_by?: string | null;
					id?: string;
					metric_id: string;
					note?: string;
					period: string;
					program?: string;
					team_id: string;
					was: number;
				};
				Update: {
					became?: number;
					corrected_at?: string;
					corrected_by?: string | null;
					entered_at?: string;
					entered_by?: string | null;
					id?: string;
					metric_id?: string;
					note?: string;
					period?: string;
					program?: string;
					team_id?: string;
					was?: number;
				};
				Relationships: [
					{
						foreignKeyName: 'reading_corrections_corrected_by_fkey';
						columns: ['corrected_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'reading_corrections_entered_by_fkey';
						columns: ['entered_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'reading_corrections_metric_id_team_id_fkey';
						columns: ['metric_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'metrics';
						referencedColumns: ['id', 'team_id'];
					}
				];
			};
			reading_import_parts: {
				Row: {
					created_at: string;
					import_id: string;
					part: number;
					person_id: string;
					readings: NonNullable<Json>;
					team_id: string;
				};
				ComputedFields: never;
				Insert: {
					created_at?: string;
					import_id: string;
					part: number;
					person_id: string;
					readings: NonNullable<Json>;
					team_id: string;
				};
				Update: {
					created_at?: string;
					import_id?: string;
					part?: number;
					person_id?: string;
					readings?: NonNullable<Json>;
					team_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'reading_import_parts_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'reading_import_parts_team_id_fkey';
						columns: ['team_id'];
						isOneToOne: false;
						referencedRelation: 'teams';
						referencedColumns: ['id'];
					}
				];
			};
			readings: {
				Row: {
					entered_at: string;
					entered_by: string | null;
					metric_id: string;
					note: string;
					period: string;
					team_id: string;
					token_id: string | null;
					value: number;
				};
				ComputedFields: never;
				Insert: {
					entered_at?: string;
					entered_by?: string | null;
					metric_id: string;
					note?: string;
					period: string;
					team_id: string;
					token_id?: string | null;
					value: number;
				};
				Update: {
					entered_at?: string;
					entered_by?: string | null;
					metric_id?: string;
					note?: string;
					period?: string;
					team_id?: string;
					token_id?: string | null;
					value?: number;
				};
				Relationships: [
					{
						foreignKeyName: 'readings_entered_by_fkey';
						columns: ['entered_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'readings_metric_id_team_id_fkey';
						columns: ['metric_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'metrics';
						referencedColumns: ['id', 'team_id'];
					},
					{
						foreignKeyName: 'readings_token_id_fkey';
						columns: ['token_id'];
						isOneToOne: false;
						referencedRelation: 'team_tokens';
						referencedColumns: ['id'];
					}
				];
			};
			recall_answers: {
				Row: {
					answered_at: string;
					how: string;
					how_much: string;
					person_id: string;
					priorities: string[];
					round_id: string;
					team_id: string;
					what: string;
					why: string;
				};
				ComputedFields: never;
				Insert: {
					answered_at?: string;
					how?: string;
					how_much?: string;
					person_id: string;
					priorities?: string[];
					round_id: string;
					team_id: string;
					what?: string;
					why?: string;
				};
				Update: {
					answered_at?: string;
					how?: string;
					how_much?: string;
					person_id?: string;
					priorities?: string[];
					round_id?: string;
					team_id?: string;
					what?: string;
					why?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'recall_answers_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'recall_answers_round_id_team_id_fkey';
						columns: ['round_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'recall_rounds';
						referencedColumns: ['id', 'team_id'];
					}
				];
			};
			recall_rounds: {
				Row: {
					closes_at: string;
					id: string;
					message_id: string | null;
					priorities: string[];
					revealed_at: string | null;
					started_at: string;
					started_by: string | null;
					team_id: string;
				};
				ComputedFields: never;
				Insert: {
					closes_at: string;
					id?: string;
					message_id?: string | null;
					priorities?: string[];
					revealed_at?: string | null;
					started_at?: string;
					started_by?: string | null;
					team_id: string;
				};
				Update: {
					closes_at?: string;
					id?: string;
					message_id?: string | null;
					priorities?: string[];
					revealed_at?: string | null;
					started_at?: string;
					started_by?: string | null;
					team_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'recall_rounds_message_id_fkey';
						columns: ['message_id'];
						isOneToOne: false;
						referencedRelation: 'leadership_messages';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'recall_rounds_started_by_fkey';
						columns: ['started_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'recall_rounds_team_id_fkey';
						columns: ['team_id'];
						isOneToOne: false;
						referencedRelation: 'teams';
						referencedColumns: ['id'];
					}
				];
			};
			recap_comments: {
				Row: {
					author_id: string | null;
					body: string;
					id: string;
					line_id: string;
					line_kind: string;
					line_words: string;
					meeting_id: string;
					resolved_at: string | null;
					resolved_by: string | null;
					said_at: string;
					team_id: string;
				};
				ComputedFields: never;
				Insert: {
					author_id?: string | null;
					body: string;
					id?: string;
					line_id: string;
					line_kind: string;
					line_words?: string;
					meeting_id: string;
					resolved_at?: string | null;
					resolved_by?: string | null;
					said_at?: string;
					team_id: string;
				};
				Update: {
					author_id?: string | null;
					body?: string;
					id?: string;
					line_id?: string;
					line_kind?: string;
					line_words?: string;
					meeting_id?: string;
					resolved_at?: string | null;
					resolved_by?: string | null;
					said_at?: string;
					team_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'recap_comments_author_id_fkey';
						columns: ['author_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'recap_comments_meeting_id_team_id_fkey';
						columns: ['meeting_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'meetings';
						referencedColumns: ['id', 'team_id'];
					},
					{
						foreignKeyName: 'recap_comments_resolved_by_fkey';
						columns: ['resolved_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					}
				];
			};
			recap_sign_offs: {
				Row: {
					meeting_id: string;
					person_id: string;
					signed_at: string;
					team_id: string;
				};
				ComputedFields: never;
				Insert: {
					meeting_id: string;
					person_id: string;
					signed_at?: string;
					team_id: string;
				};
				Update: {
					meeting_id?: string;
					person_id?: string;
					signed_at?: string;
					team_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'recap_sign_offs_meeting_id_team_id_fkey';
						columns: ['meeting_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'meetings';
						referencedColumns: ['id', 'team_id'];
					},
					{
						foreignKeyName: 'recap_sign_offs_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					}
				];
			};
			resources: {
				Row: {
					created_at: string;
					days: number | null;
					granted_on: string | null;
					id: string;
					kind: string;
					owner_id: string | null;
					phase_id: string | null;
					position: number;
					priority_id: string;
					removed_at: string | null;
					team_id: string;
					title: string;
				};
				ComputedFields: never;
				Insert: {
					created_at?: string;
					days?: number | null;
					granted_on?: string | null;
					id?: string;
					kind: string;
					owner_id?: string | null;
					phase_id?: string | null;
					position?: number;
					priority_id: string;
					removed_at?: string | null;
					team_id: string;
					title: string;
				};
				Update: {
					created_at?: string;
					days?: number | null;
					granted_on?: string | null;
					id?: string;
					kind?: string;
					owner_id?: string | null;
					phase_id?: string | null;
					position?: number;
					priority_id?: string;
					removed_at?: string | null;
					team_id?: string;
					title?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'resources_owner_id_fkey';
						columns: ['owner_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'resources_phase_id_team_id_fkey';
						columns: ['phase_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'phases';
						referencedColumns: ['id', 'team_id'];
					},
					{
						foreignKeyName: 'resources_priority_id_team_id_fkey';
						columns: ['priority_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'priorities';
						referencedColumns: ['id', 'team_id'];
					}
				];
			};
			retests: {
				Row: {
					breakdown: string;
					created_at: string;
					created_by: string | null;
					due_on: string;
					id: string;
					priority_id: string | null;
					round_id: string;
					team_id: string;
				};
				ComputedFields: never;
				Insert: {
					breakdown: string;
					created_at?: string;
					created_by?: string | null;
					due_on: string;
					id?: string;
					priority_id?: string | null;
					round_id: string;
					team_id: string;
				};
				Update: {
					breakdown?: string;
					created_at?: string;
					created_by?: string | null;
					due_on?: string;
					id?: string;
					priority_id?: string | null;
					round_id?: string;
					team_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'retests_created_by_fkey';
						columns: ['created_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'retests_priority_id_team_id_fkey';
						columns: ['priority_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'priorities';
						referencedColumns: ['id', 'team_id'];
					},
					{
						foreignKeyName: 'retests_round_id_team_id_fkey';
						columns: ['round_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'blind_rounds';
						referencedColumns: ['id', 'team_id'];
					}
				];
			};
			retrospective_cards: {
				Row: {
					body: string;
					id: string;
					retrospective_id: string;
					side: string;
					team_id: string;
					theme_id: string;
				};
				ComputedFields: never;
				Insert: {
					body: string;
					id: string;
					retrospective_id: string;
					side: string;
					team_id: string;
					theme_id: string;
				};
				Update: {
					body?: string;
					id?: string;
					retrospective_id?: string;
					side?: string;
					team_id?: string;
					theme_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'retrospective_cards_retrospective_id_team_id_fkey';
						columns: ['retrospective_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'retrospectives';
						referencedColumns: ['id', 'team_id'];
					}
				];
			};
			retrospective_dispositions: {
				Row: {
					ambition: string;
					disposition: string | null;
					next_objective_id: string | null;
					objective_id: string;
					owner_id: string | null;
					position: number;
					reason: string;
					retrospective_id: string;
					team_id: string;
					title: string;
				};
				ComputedFields: never;
				Insert: {
					ambition: string;
					disposition?: string | null;
					next_objective_id?: string | null;
					objective_id: string;
					owner_id?: string | null;
					position: number;
					reason?: string;
					retrospective_id: string;
					team_id: string;
					title: string;
				};
				Update: {
					ambition?: string;
					disposition?: string | null;
					next_objective_id?: string | null;
					objective_id?: string;
					owner_id?: string | null;
					position?: number;
					reason?: string;
					retrospective_id?: string;
					team_id?: string;
					title?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'retrospective_dispositions_owner_id_fkey';
						columns: ['owner_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'retrospective_dispositions_retrospective_id_team_id_fkey';
						columns: ['retrospective_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'retrospectives';
						referencedColumns: ['id', 'team_id'];
					}
				];
			};
			retrospective_grades: {
				Row: {
					baseline: number;
					carry: string | null;
					cause: string | null;
					checked_weeks: number;
					confidence_end: number | null;
					confidence_middle: number | null;
					confidence_start: number | null;
					decimals: number;
					grade: number | null;
					key_result_id: string;
					objective_id: string;
					position: number;
					retrospective_id: string;
					target: number;
					team_id: string;
					title: string;
					unit: string;
					value: number | null;
					weight: number;
					why: string;
				};
				ComputedFields: never;
				Insert: {
					baseline: number;
					carry?: string | null;
					cause?: string | null;
					checked_weeks?: number;
					confidence_end?: number | null;
					confidence_middle?: number | null;
					confidence_start?: number | null;
					decimals: number;
					grade?: number | null;
					key_result_id: string;
					objective_id: string;
					position: number;
					retrospective_id: string;
					target: number;
					team_id: string;
					title: string;
					unit: string;
					value?: number | null;
					weight: number;
					why?: string;
				};
				Update: {
					baseline?: number;
					carry?: string | null;
					cause?: string | null;
					checked_weeks?: number;
					confidence_end?: number | null;
					confidence_middle?: number | null;
					confidence_start?: number | null;
					decimals?: number;
					grade?: number | null;
					key_result_id?: string;
					objective_id?: string;
					position?: number;
					retrospective_id?: string;
					target?: number;
					team_id?: string;
					title?: string;
					unit?: string;
					value?: number | null;
					weight?: number;
					why?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'retrospective_grades_retrospective_id_team_id_fkey';
						columns: ['retrospective_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'retrospectives';
						referencedColumns: ['id', 'team_id'];
					}
				];
			};
			retrospective_outcomes: {
				Row: {
					due_on: string | null;
					id: string;
					kind: string;
					owner_id: string | null;
					position: number;
					retrospective_id: string;
					team_id: string;
					theme_id: string | null;
					title: string;
					votes: number | null;
				};
				ComputedFields: never;
				Insert: {
					due_on?: string | null;
					id: string;
					kind: string;
					owner_id?: string | null;
					position: number;
					retrospective_id: string;
					team_id: string;
					theme_id?: string | null;
					title: string;
					votes?: number | null;
				};
				Update: {
					due_on?: string | null;
					id?: string;
					kind?: string;
					owner_id?: string | null;
					position?: number;
					retrospective_id?: string;
					team_id?: string;
					theme_id?: string | null;
					title?: string;
					votes?: number | null;
				};
				Relationships: [
					{
						foreignKeyName: 'retrospective_outcomes_owner_id_fkey';
						columns: ['owner_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'retrospective_outcomes_retrospective_id_team_id_fkey';
						columns: ['retrospective_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'retrospectives';
						referencedColumns: ['id', 'team_id'];
					}
				];
			};
			retrospective_themes: {
				Row: {
					id: string;
					retrospective_id: string;
					side: string;
					team_id: string;
					title: string;
					votes: number;
				};
				ComputedFields: never;
				Insert: {
					id: string;
					retrospective_id: string;
					side: string;
					team_id: string;
					title: string;
					votes?: number;
				};
				Update: {
					id?: string;
					retrospective_id?: string;
					side?: string;
					team_id?: string;
					title?: string;
					votes?: number;
				};
				Relationships: [
					{
						foreignKeyName: 'retrospective_themes_retrospective_id_team_id_fkey';
						columns: ['retrospective_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'retrospectives';
						referencedColumns: ['id', 'team_id'];
					}
				];
			};
			retrospective_votes: {
				Row: {
					dots: number;
					person_id: string;
					retrospective_id: string;
					team_id: string;
					theme_id: string;
				};
				ComputedFields: never;
				Insert: {
					dots: number;
					person_id: string;
					retrospective_id: string;
					team_id: string;
					theme_id: string;
				};
				Update: {
					dots?: number;
					person_id?: string;
					retrospective_id?: string;
					team_id?: string;
					theme_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'retrospective_votes_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'retrospective_votes_retrospective_id_team_id_fkey';
						columns: ['retrospective_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'retrospectives';
						referencedColumns: ['id', 'team_id'];
					}
				];
			};
			retrospectives: {
				Row: {
					closed_at: string | null;
					created_at: string;
					cycle_id: string;
					dots: number;
					form: number;
					headline: string;
					health: Json | null;
					id: string;
					opened_at: string | null;
					stage: string;
					state: string;
					team_id: string;
					voters: number;
					writers: number;
				};
				ComputedFields: never;
				Insert: {
					closed_at?: string | null;
					created_at?: string;
					cycle_id: string;
					dots?: number;
					form?: number;
					headline?: string;
					health?: Json | null;
					id?: string;
					opened_at?: string | null;
					stage?: string;
					state?: string;
					team_id: string;
					voters?: number;
					writers?: number;
				};
				Update: {
					closed_at?: string | null;
					created_at?: string;
					cycle_id?: string;
					dots?: number;
					form?: number;
					headline?: string;
					health?: Json | null;
					id?: string;
					opened_at?: string | null;
					stage?: string;
					state?: string;
					team_id?: string;
					voters?: number;
					writers?: number;
				};
				Relationships: [
					{
						foreignKeyName: 'retrospectives_cycle_id_team_id_fkey';
						columns: ['cycle_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'cycles';
						referencedColumns: ['id', 'team_id'];
					},
					{
						foreignKeyName: 'retrospectives_team_id_fkey';
						columns: ['team_id'];
						isOneToOne: false;
						referencedRelation: 'teams';
						referencedColumns: ['id'];
					}
				];
			};
			risks: {
				Row: {
					captured_at: string;
					captured_by: string | null;
					hot_item_id: string | null;
					id: string;
					meeting_id: string;
					note_id: string | null;
					owner_id: string | null;
					sealed: boolean;
					segment_id: string | null;
					team_id: string;
					title: string;
				};
				ComputedFields: never;
				Insert: {
					captured_at: string;
					captured_by?: string | null;
					hot_item_id?: string | null;
					id: string;
					meeting_id: string;
					note_id?: string | null;
					owner_id?: string | null;
					sealed?: boolean;
					segment_id?: string | null;
					team_id: string;
					title: string;
				};
				Update: {
					captured_at?: string;
					captured_by?: string | null;
					hot_item_id?: string | null;
					id?: string;
					meeting_id?: string;
					note_id?: string | null;
					owner_id?: string | null;
					sealed?: boolean;
					segment_id?: string | null;
					team_id?: string;
					title?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'risks_captured_by_fkey';
						columns: ['captured_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'risks_meeting_id_team_id_fkey';
						columns: ['meeting_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'meetings';
						referencedColumns: ['id', 'team_id'];
					},
					{
						foreignKeyName: 'risks_owner_id_fkey';
						columns: ['owner_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					}
				];
			};
			row_imports: {
				Row: {
					created_at: string;
					entered: number;
					file_name: string;
					id: string;
					kept: number;
					kind: string;
					person_id: string | null;
					team_id: string;
					undone_at: string | null;
				};
				ComputedFields: never;
				Insert: {
					created_at?: string;
					entered: number;
					file_name: string;
					id?: string;
					kept?: number;
					kind: string;
					person_id?: string | null;
					team_id: string;
					undone_at?: string | null;
				};
				Update: {
					created_at?: string;
					entered?: number;
					file_name?: string;
					id?: string;
					kept?: number;
					kind?: string;
					person_id?: string | null;
					team_id?: string;
					undone_at?: string | null;
				};
				Relationships: [
					{
						foreignKeyName: 'row_imports_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'row_imports_team_id_fkey';
						columns: ['team_id'];
						isOneToOne: false;
						referencedRelation: 'teams';
						referencedColumns: ['id'];
					}
				];
			};
			sealed_check_ins: {
				Row: {
					meeting_id: string;
					person_id: string;
					sealed: boolean;
					team_id: string;
					words: string;
				};
				ComputedFields: never;
				Insert: {
					meeting_id: string;
					person_id: string;
					sealed?: boolean;
					team_id: string;
					words: string;
				};
				Update: {
					meeting_id?: string;
					person_id?: string;
					sealed?: boolean;
					team_id?: string;
					words?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'sealed_check_ins_meeting_id_team_id_fkey';
						columns: ['meeting_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'meetings';
						referencedColumns: ['id', 'team_id'];
					},
					{
						foreignKeyName: 'sealed_check_ins_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					}
				];
			};
			search_passages: {
				Row: {
					body: string;
					kind: string;
					meeting_id: string | null;
					on_day: string;
					part: number;
					subject_id: string;
					team_id: string;
					tier: number;
					title: string;
					words: unknown;
				};
				ComputedFields: never;
				Insert: {
					body: string;
					kind: string;
					meeting_id?: string | null;
					on_day: string;
					part?: number;
					subject_id: string;
					team_id: string;
					tier: number;
					title: string;
					words?: never;
				};
				Update: {
					body?: string;
					kind?: string;
					meeting_id?: string | null;
					on_day?: string;
					part?: number;
					subject_id?: string;
					team_id?: string;
					tier?: number;
					title?: string;
					words?: never;
				};
				Relationships: [
					{
						foreignKeyName: 'search_passages_team_id_fkey';
						columns: ['team_id'];
						isOneToOne: false;
						referencedRelation: 'teams';
						referencedColumns: ['id'];
					}
				];
			};
			seat_changes: {
				Row: {
					changed_at: string;
					changed_by: string | null;
					id: string;
					seat: string;
					seat_id: string;
					team_id: string;
					what: string;
				};
				ComputedFields: never;
				Insert: {
					changed_at?: string;
					changed_by?: string | null;
					id?: string;
					seat: string;
					seat_id: string;
					team_id: string;
					what: string;
				};
				Update: {
					changed_at?: string;
					changed_by?: string | null;
					id?: string;
					seat?: string;
					seat_id?: string;
					team_id?: string;
					what?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'seat_changes_changed_by_fkey';
						columns: ['changed_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'seat_changes_team_id_fkey';
						columns: ['team_id'];
						isOneToOne: false;
						referencedRelation: 'teams';
						referencedColumns: ['id'];
					}
				];
			};
			seat_holders: {
				Row: {
					id: string;
					name: string;
					person_id: string | null;
					seat_id: string;
					since: string;
					team_id: string;
				};
				ComputedFields: never;
				Insert: {
					id?: string;
					name?: string;
					person_id?: string | null;
					seat_id: string;
					since?: string;
					team_id: string;
				};
				Update: {
					id?: string;
					name?: string;
					person_id?: string | null;
					seat_id?: string;
					since?: string;
					team_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'seat_holders_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'seat_holders_seat_id_team_id_fkey';
						columns: ['seat_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'seats';
						referencedColumns: ['id', 'team_id'];
					}
				];
			};
			seat_links: {
				Row: {
					id: string;
					metric_id: string | null;
					objective_id: string | null;
					priority_id: string | null;
					seat_id: string;
					team_id: string;
				};
				ComputedFields: never;
				Insert: {
					id?: string;
					metric_id?: string | null;
					objective_id?: string | null;
					priority_id?: string | null;
					seat_id: string;
					team_id: string;
				};
				Update: {
					id?: string;
					metric_id?: string | null;
					objective_id?: string | null;
					priority_id?: string | null;
					seat_id?: string;
					team_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'seat_links_metric_id_team_id_fkey';
						columns: ['metric_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'metrics';
						referencedColumns: ['id', 'team_id'];
					},
					{
						foreignKeyName: 'seat_links_objective_id_team_id_fkey';
						columns: ['objective_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'objectives';
						referencedColumns: ['id', 'team_id'];
					},
					{
						foreignKeyName: 'seat_links_priority_id_team_id_fkey';
						columns: ['priority_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'priorities';
						referencedColumns: ['id', 'team_id'];
					},
					{
						foreignKeyName: 'seat_links_seat_id_team_id_fkey';
						columns: ['seat_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'seats';
						referencedColumns: ['id', 'team_id'];
					}
				];
			};
			seat_note_readers: {
				Row: {
					person_id: string;
					seat_id: string;
					team_id: string;
				};
				ComputedFields: never;
				Insert: {
					person_id: string;
					seat_id: string;
					team_id: string;
				};
				Update: {
					person_id?: string;
					seat_id?: string;
					team_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'seat_note_readers_seat_id_team_id_fkey';
						columns: ['seat_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'seats';
						referencedColumns: ['id', 'team_id'];
					},
					{
						foreignKeyName: 'seat_note_readers_team_id_person_id_fkey';
						columns: ['team_id', 'person_id'];
						isOneToOne: false;
						referencedRelation: 'team_members';
						referencedColumns: ['team_id', 'person_id'];
					}
				];
			};
			seat_notes: {
				Row: {
					briefcase: string;
					development: string;
					head: string;
					heart: string;
					seat_id: string;
					team_id: string;
					written_at: string;
					written_by: string | null;
				};
				ComputedFields: never;
				Insert: {
					briefcase?: string;
					development?: string;
					head?: string;
					heart?: string;
					seat_id: string;
					team_id: string;
					written_at?: string;
					written_by?: string | null;
				};
				Update: {
					briefcase?: string;
					development?: string;
					head?: string;
					heart?: string;
					seat_id?: string;
					team_id?: string;
					written_at?: string;
					written_by?: string | null;
				};
				Relationships: [
					{
						foreignKeyName: 'seat_notes_seat_id_team_id_fkey';
						columns: ['seat_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'seats';
						referencedColumns: ['id', 'team_id'];
					},
					{
						foreignKeyName: 'seat_notes_written_by_fkey';
						columns: ['written_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					}
				];
			};
			seats: {
				Row: {
					accountabilities: string[];
					changed_by: string | null;
					created_at: string;
					ended_at: string | null;
					id: string;
					is_key: boolean;
					position: number;
					reports_to: string | null;
					team_id: string;
					title: string;
				};
				ComputedFields: never;
				Insert: {
					accountabilities?: string[];
					changed_by?: string | null;
					created_at?: string;
					ended_at?: string | null;
					id?: string;
					is_key?: boolean;
					position?: number;
					reports_to?: string | null;
					team_id: string;
					title: string;
				};
				Update: {
					accountabilities?: string[];
					changed_by?: string | null;
					created_at?: string;
					ended_at?: string | null;
					id?: string;
					is_key?: boolean;
					position?: number;
					reports_to?: string | null;
					team_id?: string;
					title?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'seats_changed_by_fkey';
						columns: ['changed_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'seats_reports_to_team_id_fkey';
						columns: ['reports_to', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'seats';
						referencedColumns: ['id', 'team_id'];
					},
					{
						foreignKeyName: 'seats_team_id_fkey';
						columns: ['team_id'];
						isOneToOne: false;
						referencedRelation: 'teams';
						referencedColumns: ['id'];
					}
				];
			};
			series: {
				Row: {
					asks_at: string;
					asks_days_before: number | null;
					created_at: string;
					ended_at: string | null;
					facilitator_id: string | null;
					format_id: string;
					id: string;
					invites: boolean;
					minutes: number;
					name: string;
					place: string;
					starts_at: string;
					starts_on: string;
					team_id: string;
					time_zone: string;
					weekday: number;
				};
				ComputedFields: never;
				Insert: {
					asks_at?: string;
					asks_days_before?: number | null;
					created_at?: string;
					ended_at?: string | null;
					facilitator_id?: string | null;
					format_id: string;
					id?: string;
					invites?: boolean;
					minutes: number;
					name: string;
					place?: string;
					starts_at: string;
					starts_on: string;
					team_id: string;
					time_zone: string;
					weekday: number;
				};
				Update: {
					asks_at?: string;
					asks_days_before?: number | null;
					created_at?: string;
					ended_at?: string | null;
					facilitator_id?: string | null;
					format_id?: string;
					id?: string;
					invites?: boolean;
					minutes?: number;
					name?: string;
					place?: string;
					starts_at?: string;
					starts_on?: string;
					team_id?: string;
					time_zone?: string;
					weekday?: number;
				};
				Relationships: [
					{
						foreignKeyName: 'series_facilitator_id_fkey';
						columns: ['facilitator_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'series_format_id_team_id_fkey';
						columns: ['format_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'formats';
						referencedColumns: ['id', 'team_id'];
					},
					{
						foreignKeyName: 'series_team_id_fkey';
						columns: ['team_id'];
						isOneToOne: false;
						referencedRelation: 'teams';
						referencedColumns: ['id'];
					}
				];
			};
			series_seats: {
				Row: {
					seat_id: string;
					series_id: string;
					team_id: string;
				};
				ComputedFields: never;
				Insert: {
					seat_id: string;
					series_id: string;
					team_id: string;
				};
				Update: {
					seat_id?: string;
					series_id?: string;
					team_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'series_seats_seat_id_team_id_fkey';
						columns: ['seat_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'seats';
						referencedColumns: ['id', 'team_id'];
					},
					{
						foreignKeyName: 'series_seats_series_id_team_id_fkey';
						columns: ['series_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'series';
						referencedColumns: ['id', 'team_id'];
					}
				];
			};
			status_checks: {
				Row: {
					checked_by: string | null;
					meeting_id: string;
					on_track: boolean;
					subject: string;
					subject_id: string;
					team_id: string;
				};
				ComputedFields: never;
				Insert: {
					checked_by?: string | null;
					meeting_id: string;
					on_track: boolean;
					subject: string;
					subject_id: string;
					team_id: string;
				};
				Update: {
					checked_by?: string | null;
					meeting_id?: string;
					on_track?: boolean;
					subject?: string;
					subject_id?: string;
					team_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'status_checks_checked_by_fkey';
						columns: ['checked_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'status_checks_meeting_id_team_id_fkey';
						columns: ['meeting_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'meetings';
						referencedColumns: ['id', 'team_id'];
					}
				];
			};
			suggestion_showings: {
				Row: {
					answered_by: string | null;
					changed: string;
					ended_as: string;
					kind: string;
					meeting_id: string;
					position: number;
					quiet_key: string;
					shown_at: string;
					source: string;
					team_id: string;
					words: string;
				};
				ComputedFields: never;
				Insert: {
					answered_by?: string | null;
					changed?: string;
					ended_as: string;
					kind: string;
					meeting_id: string;
					position: number;
					quiet_key?: string;
					shown_at: string;
					source?: string;
					team_id: string;
					words?: string;
				};
				Update: {
					answered_by?: string | null;
					changed?: string;
					ended_as?: string;
					kind?: string;
					meeting_id?: string;
					position?: number;
					quiet_key?: string;
					shown_at?: string;
					source?: string;
					team_id?: string;
					words?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'suggestion_showings_answered_by_fkey';
						columns: ['answered_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'suggestion_showings_meeting_id_team_id_fkey';
						columns: ['meeting_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'meetings';
						referencedColumns: ['id', 'team_id'];
					}
				];
			};
			system_feeds: {
				Row: {
					metric_id: string;
					system_id: string;
					team_id: string;
				};
				ComputedFields: never;
				Insert: {
					metric_id: string;
					system_id: string;
					team_id: string;
				};
				Update: {
					metric_id?: string;
					system_id?: string;
					team_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'system_feeds_metric_id_team_id_fkey';
						columns: ['metric_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'metrics';
						referencedColumns: ['id', 'team_id'];
					},
					{
						foreignKeyName: 'system_feeds_system_id_team_id_fkey';
						columns: ['system_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'systems';
						referencedColumns: ['id', 'team_id'];
					}
				];
			};
			systems: {
				Row: {
					created_at: string;
					filling: string;
					holds: string;
					id: string;
					name: string;
					owner_id: string | null;
					removed_at: string | null;
					team_id: string;
				};
				ComputedFields: never;
				Insert: {
					created_at?: string;
					filling?: string;
					holds?: string;
					id?: string;
					name: string;
					owner_id?: string | null;
					removed_at?: string | null;
					team_id: string;
				};
				Update: {
					created_at?: string;
					filling?: string;
					holds?: string;
					id?: string;
					name?: string;
					owner_id?: string | null;
					removed_at?: string | null;
					team_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'systems_owner_id_fkey';
						columns: ['owner_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'systems_team_id_fkey';
						columns: ['team_id'];
						isOneToOne: false;
						referencedRelation: 'teams';
						referencedColumns: ['id'];
					}
				];
			};
			team_members: {
				Row: {
					hue: number;
					joined_at: string;
					left_at: string | null;
					person_id: string;
					role: string;
					team_id: string;
					title: string;
					workspace_id: string;
				};
				ComputedFields: never;
				Insert: {
					hue?: number;
					joined_at?: string;
					left_at?: string | null;
					person_id: string;
					role?: string;
					team_id: string;
					title?: string;
					workspace_id: string;
				};
				Update: {
					hue?: number;
					joined_at?: string;
					left_at?: string | null;
					person_id?: string;
					role?: string;
					team_id?: string;
					title?: string;
					workspace_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'team_members_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'team_members_team_id_workspace_id_fkey';
						columns: ['team_id', 'workspace_id'];
						isOneToOne: false;
						referencedRelation: 'teams';
						referencedColumns: ['id', 'workspace_id'];
					}
				];
			};
			team_suggestion_switches: {
				Row: {
					changed_at: string;
					changed_by: string | null;
					is_on: boolean;
					kind: string;
					team_id: string;
				};
				ComputedFields: never;
				Insert: {
					changed_at?: string;
					changed_by?: string | null;
					is_on: boolean;
					kind: string;
					team_id: string;
				};
				Update: {
					changed_at?: string;
					changed_by?: string | null;
					is_on?: boolean;
					kind?: string;
					team_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'team_suggestion_switches_changed_by_fkey';
						columns: ['changed_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'team_suggestion_switches_team_id_fkey';
						columns: ['team_id'];
						isOneToOne: false;
						referencedRelation: 'teams';
						referencedColumns: ['id'];
					}
				];
			};
			team_tokens: {
				Row: {
					created_at: string;
					created_by: string | null;
					id: string;
					last_failed_at: string | null;
					last_failure: string;
					last_used_at: string | null;
					name: string;
					revoked_at: string | null;
					scopes: string[];
					team_id: string;
					token_hash: string;
				};
				ComputedFields: never;
				Insert: {
					created_at?: string;
					created_by?: string | null;
					id?: string;
					last_failed_at?: string | null;
					last_failure?: string;
					last_used_at?: string | null;
					name: string;
					revoked_at?: string | null;
					scopes?: string[];
					team_id: string;
					token_hash: string;
				};
				Update: {
					created_at?: string;
					created_by?: string | null;
					id?: string;
					last_failed_at?: string | null;
					last_failure?: string;
					last_used_at?: string | null;
					name?: string;
					revoked_at?: string | null;
					scopes?: string[];
					team_id?: string;
					token_hash?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'team_tokens_created_by_fkey';
						columns: ['created_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'team_tokens_team_id_fkey';
						columns: ['team_id'];
						isOneToOne: false;
						referencedRelation: 'teams';
						referencedColumns: ['id'];
					}
				];
			};
			teams: {
				Row: {
					alerts_at: string;
					alerts_to: string;
					alerts_weekday: number;
					created_at: string;
					id: string;
					name: string;
					terms: NonNullable<Json>;
					workspace_id: string;
				};
				ComputedFields: never;
				Insert: {
					alerts_at?: string;
					alerts_to?: string;
					alerts_weekday?: number;
					created_at?: string;
					id?: string;
					name: string;
					terms?: NonNullable<Json>;
					workspace_id: string;
				};
				Update: {
					alerts_at?: string;
					alerts_to?: string;
					alerts_weekday?: number;
					created_at?: string;
					id?: string;
					name?: string;
					terms?: NonNullable<Json>;
					workspace_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'teams_workspace_id_fkey';
						columns: ['workspace_id'];
						isOneToOne: false;
						referencedRelation: 'workspaces';
						referencedColumns: ['id'];
					}
				];
			};
			told_teams: {
				Row: {
					meeting_id: string;
					message_id: string;
					person_id: string;
					team_id: string;
					told_at: string;
				};
				ComputedFields: never;
				Insert: {
					meeting_id: string;
					message_id: string;
					person_id: string;
					team_id: string;
					told_at?: string;
				};
				Update: {
					meeting_id?: string;
					message_id?: string;
					person_id?: string;
					team_id?: string;
					told_at?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'told_teams_meeting_id_team_id_fkey';
						columns: ['meeting_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'meetings';
						referencedColumns: ['id', 'team_id'];
					},
					{
						foreignKeyName: 'told_teams_message_id_fkey';
						columns: ['message_id'];
						isOneToOne: false;
						referencedRelation: 'cascade_messages';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'told_teams_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					}
				];
			};
			transcript_turns: {
				Row: {
					body: string;
					person_id: string | null;
					position: number;
					speaker: string;
					starts_ms: number | null;
					team_id: string;
					transcript_id: string;
				};
				ComputedFields: never;
				Insert: {
					body: string;
					person_id?: string | null;
					position: number;
					speaker?: string;
					starts_ms?: number | null;
					team_id: string;
					transcript_id: string;
				};
				Update: {
					body?: string;
					person_id?: string | null;
					position?: number;
					speaker?: string;
					starts_ms?: number | null;
					team_id?: string;
					transcript_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'transcript_turns_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'transcript_turns_transcript_id_team_id_fkey';
						columns: ['transcript_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'transcripts';
						referencedColumns: ['id', 'team_id'];
					}
				];
			};
			transcripts: {
				Row: {
					form: string;
					id: string;
					imported_at: string;
					imported_by: string | null;
					meeting_id: string;
					name: string;
					team_id: string;
					turns: number;
				};
				ComputedFields: never;
				Insert: {
					form: string;
					id?: string;
					imported_at?: string;
					imported_by?: string | null;
					meeting_id: string;
					name?: string;
					team_id: string;
					turns: number;
				};
				Update: {
					form?: string;
					id?: string;
					imported_at?: string;
					imported_by?: string | null;
					meeting_id?: string;
					name?: string;
					team_id?: string;
					turns?: number;
				};
				Relationships: [
					{
						foreignKeyName: 'transcripts_imported_by_fkey';
						columns: ['imported_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'transcripts_meeting_id_team_id_fkey';
						columns: ['meeting_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'meetings';
						referencedColumns: ['id', 'team_id'];
					}
				];
			};
			watch_reviews: {
				Row: {
					answer: string;
					answered_at: string;
					answered_by: string | null;
					quarter: string;
					team_id: string;
				};
				ComputedFields: never;
				Insert: {
					answer: string;
					answered_at?: string;
					answered_by?: string | null;
					quarter: string;
					team_id: string;
				};
				Update: {
					answer?: string;
					answered_at?: string;
					answered_by?: string | null;
					quarter?: string;
					team_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'watch_reviews_answered_by_fkey';
						columns: ['answered_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'watch_reviews_team_id_fkey';
						columns: ['team_id'];
						isOneToOne: false;
						referencedRelation: 'teams';
						referencedColumns: ['id'];
					}
				];
			};
			webhook_deliveries: {
				Row: {
					body: string | null;
					done_at: string | null;
					event: string;
					id: string;
					made_at: string;
					next_try_at: string;
					problem: string;
					sending_until: string | null;
					state: string;
					status: number | null;
					subject_id: string;
					team_id: string;
					tries: number;
					webhook_id: string;
				};
				ComputedFields: never;
				Insert: {
					body?: string | null;
					done_at?: string | null;
					event: string;
					id?: string;
					made_at?: string;
					next_try_at?: string;
					problem?: string;
					sending_until?: string | null;
					state?: string;
					status?: number | null;
					subject_id: string;
					team_id: string;
					tries?: number;
					webhook_id: string;
				};
				Update: {
					body?: string | null;
					done_at?: string | null;
					event?: string;
					id?: string;
					made_at?: string;
					next_try_at?: string;
					problem?: string;
					sending_until?: string | null;
					state?: string;
					status?: number | null;
					subject_id?: string;
					team_id?: string;
					tries?: number;
					webhook_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'webhook_deliveries_webhook_id_team_id_fkey';
						columns: ['webhook_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'webhooks';
						referencedColumns: ['id', 'team_id'];
					}
				];
			};
			webhooks: {
				Row: {
					events: string[];
					id: string;
					kind: string;
					made_at: string;
					made_by: string | null;
					name: string;
					secret: string;
					stopped_at: string | null;
					stopped_because: string;
					team_id: string;
					url: string;
				};
				ComputedFields: never;
				Insert: {
					events: string[];
					id?: string;
					kind: string;
					made_at?: string;
					made_by?: string | null;
					name: string;
					secret?: string;
					stopped_at?: string | null;
					stopped_because?: string;
					team_id: string;
					url: string;
				};
				Update: {
					events?: string[];
					id?: string;
					kind?: string;
					made_at?: string;
					made_by?: string | null;
					name?: string;
					secret?: string;
					stopped_at?: string | null;
					stopped_because?: string;
					team_id?: string;
					url?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'webhooks_made_by_fkey';
						columns: ['made_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'webhooks_team_id_fkey';
						columns: ['team_id'];
						isOneToOne: false;
						referencedRelation: 'teams';
						referencedColumns: ['id'];
					}
				];
			};
			weekly_mail_choices: {
				Row: {
					person_id: string;
					send_at: string | null;
					team_id: string;
					wants: boolean;
					weekday: number | null;
				};
				ComputedFields: never;
				Insert: {
					person_id: string;
					send_at?: string | null;
					team_id: string;
					wants?: boolean;
					weekday?: number | null;
				};
				Update: {
					person_id?: string;
					send_at?: string | null;
					team_id?: string;
					wants?: boolean;
					weekday?: number | null;
				};
				Relationships: [
					{
						foreignKeyName: 'weekly_mail_choices_team_id_person_id_fkey';
						columns: ['team_id', 'person_id'];
						isOneToOne: true;
						referencedRelation: 'team_members';
						referencedColumns: ['team_id', 'person_id'];
					}
				];
			};
			worker_runs: {
				Row: {
					asked_at: string;
					asked_by: string | null;
					finished_at: string | null;
					id: string;
					inputs: NonNullable<Json>;
					made_from: string;
					model: string;
					notes: NonNullable<Json>;
					priority_id: string;
					problem: string;
					prompt_version: string;
					sent_at: string | null;
					started_at: string | null;
					state: string;
					team_id: string;
					tokens: number;
					tries: number;
					worker: string;
				};
				ComputedFields: never;
				Insert: {
					asked_at?: string;
					asked_by?: string | null;
					finished_at?: string | null;
					id?: string;
					inputs?: NonNullable<Json>;
					made_from?: string;
					model?: string;
					notes?: NonNullable<Json>;
					priority_id: string;
					problem?: string;
					prompt_version?: string;
					sent_at?: string | null;
					started_at?: string | null;
					state?: string;
					team_id: string;
					tokens?: number;
					tries?: number;
					worker: string;
				};
				Update: {
					asked_at?: string;
					asked_by?: string | null;
					finished_at?: string | null;
					id?: string;
					inputs?: NonNullable<Json>;
					made_from?: string;
					model?: string;
					notes?: NonNullable<Json>;
					priority_id?: string;
					problem?: string;
					prompt_version?: string;
					sent_at?: string | null;
					started_at?: string | null;
					state?: string;
					team_id?: string;
					tokens?: number;
					tries?: number;
					worker?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'worker_runs_asked_by_fkey';
						columns: ['asked_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'worker_runs_priority_id_team_id_fkey';
						columns: ['priority_id', 'team_id'];
						isOneToOne: false;
						referencedRelation: 'priorities';
						referencedColumns: ['id', 'team_id'];
					}
				];
			};
			workspace_exports: {
				Row: {
					bytes: number | null;
					id: string;
					made_at: string;
					made_by: string | null;
					workspace_id: string;
				};
				ComputedFields: never;
				Insert: {
					bytes?: number | null;
					id?: string;
					made_at?: string;
					made_by?: string | null;
					workspace_id: string;
				};
				Update: {
					bytes?: number | null;
					id?: string;
					made_at?: string;
					made_by?: string | null;
					workspace_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'workspace_exports_made_by_fkey';
						columns: ['made_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'workspace_exports_workspace_id_fkey';
						columns: ['workspace_id'];
						isOneToOne: false;
						referencedRelation: 'workspaces';
						referencedColumns: ['id'];
					}
				];
			};
			workspace_members: {
				Row: {
					person_id: string;
					role: string;
					workspace_id: string;
				};
				ComputedFields: never;
				Insert: {
					person_id: string;
					role?: string;
					workspace_id: string;
				};
				Update: {
					person_id?: string;
					role?: string;
					workspace_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'workspace_members_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'workspace_members_workspace_id_fkey';
						columns: ['workspace_id'];
						isOneToOne: false;
						referencedRelation: 'workspaces';
						referencedColumns: ['id'];
					}
				];
			};
			workspaces: {
				Row: {
					created_at: string;
					id: string;
					name: string;
					sample: boolean;
				};
				ComputedFields: never;
				Insert: {
					created_at?: string;
					id?: string;
					name: string;
					sample?: boolean;
				};
				Update: {
					created_at?: string;
					id?: string;
					name?: string;
					sample?: boolean;
				};
				Relationships: [];
			};
		};
		Views: {
			[_ in never]: never;
		};
		Functions: {
			accept_invitation: { Args: { token: string }; Returns: string };
			answer_blind_round: {
				Args: { answers: string; key: string; round: string };
				Returns: string;
			};
			answer_check_in: {
				Args: { answers: string; of_cycle: string; of_week: string };
				Returns: boolean;
			};
			answer_draft: {
				Args: {
					due?: string;
					for_whom?: string;
					in_words?: string;
					item: string;
					said: string;
					to_owner?: string;
				};
				Returns: boolean;
			};
			answer_process_health: {
				Args: { answer: string; answers: Json; retrospective: string };
				Returns: undefined;
			};
			answer_recall: {
				Args: {
					how: string;
					how_much: string;
					priorities: string[];
					round: string;
					what: string;
					why: string;
				};
				Returns: boolean;
			};
			apply_plan_rows: { Args: { chosen: string[] }; Returns: Json };
			ask_workers: {
				Args: { picture: string; priority: string; workers: string[] };
				Returns: string;
			};
			bring_rows: {
				Args: { brought: Json; file: string; kind: string; look: boolean; team: string };
				Returns: {
					entered: number;
					import_id: string;
					outcome: string;
					there: number[];
				}[];
			};
			cancel_run: { Args: { run: string }; Returns: boolean };
			change_action: {
				Args: { action: string; due: string; owner: string; title: string };
				Returns: boolean;
			};
			change_actions: {
				Args: { because: string; chosen: string[]; due: string; owner: string };
				Returns: number;
			};
			comment_on_line: {
				Args: { kind: string; line: string; mentioned: string[]; of_meeting: string; said: string };
				Returns: string;
			};
			comment_once: {
				Args: {
					kind: string;
					line: string;
					mentioned: string[];
					of_meeting: string;
					said: string;
					sent: string;
				};
				Returns: boolean;
			};
			compare_import: {
				Args: { import: string; team: string };
				Returns: {
					corrected: number;
					corrections: Json;
					entered: number;
					known: number;
					mark: string;
					refusals: Json;
					refused: number;
				}[];
			};
			count_needs: { Args: { of_team: string; today: string }; Returns: Json };
			create_workspace: { Args: { team_name: string; workspace_name: string }; Returns: string };
			dismiss_plan_rows: { Args: { chosen: string[] }; Returns: number };
			edit_plan_row: { Args: { plan_row: string; said: string }; Returns: boolean };
			enter_import: {
				Args: { import: string; said: string; seen: string; team: string };
				Returns: {
					corrected: number;
					entered: number;
					outcome: string;
				}[];
			};
			find_invitation: {
				Args: { token: string };
				Returns: {
					email: string;
					invited_by: string;
					role: string;
					state: string;
					team_name: string;
					title: string;
					workspace_name: string;
				}[];
			};
			import_transcript: {
				Args: { of_form: string; of_meeting: string; of_name: string; said: Json };
				Returns: string;
			};
			open_next_cycle: {
				Args: {
					called: string;
					changes?: Json;
					first_day: string;
					hot: Json;
					last_day: string;
					retrospective: string;
				};
				Returns: string;
			};
			promise_action: {
				Args: { action: string; due: string; owner: string; priority: string; title: string };
				Returns: boolean;
			};
			raise_blocker: {
				Args: { due: string; key_result: string; kind: string; next_action: string; owner: string };
				Returns: boolean;
			};
			rank_priorities: { Args: { ranking: string[]; round: string }; Returns: boolean };
			rate_meeting: {
				Args: { improvement: string; meeting: string; rating: number };
				Returns: undefined;
			};
			read_ballots: { Args: { of_meeting: string }; Returns: Json };
			read_execution: { Args: { of_team: string; today: string; whole?: string }; Returns: Json };
			read_left_items: { Args: { of_team: string; since: string }; Returns: Json };
			read_notice: { Args: { kind: string; thing: string }; Returns: Json };
			read_recap: { Args: { of_meeting: string }; Returns: Json };
			read_scorecard: { Args: { of_team: string; today: string }; Returns: Json };
			read_week: { Args: { of_team: string; today: string }; Returns: Json };
			read_weekly_mails: { Args: { of_team: string }; Returns: Json };
			recall_answered: { Args: { round: string }; Returns: string[] };
			replay_delivery: { Args: { delivery: string }; Returns: boolean };
			retry_weekly_mail: { Args: { mail: string }; Returns: boolean };
			reveal_blind_round: { Args: { round: string }; Returns: boolean };
			reveal_check_in: { Args: { round: string }; Returns: boolean };
			reveal_ranking: { Args: { round: string }; Returns: boolean };
			reveal_recall: { Args: { round: string }; Returns: boolean };
			seal_place: { Args: { is_sealed: boolean; of_place: string }; Returns: boolean };
			search: { Args: { asked: Json }; Returns: Json };
			start_blind_round: {
				Args: { due: string; invited: string[]; of_kind: string; team: string };
				Returns: string;
			};
			start_ranking: { Args: { team: string }; Returns: string };
			start_recall: { Args: { team: string }; Returns: string };
			test_webhook: { Args: { webhook: string }; Returns: boolean };
			tokens_used_today: { Args: { team: string }; Returns: number };
			undo_import: {
				Args: { import: string };
				Returns: {
					kept: number;
					kind: string;
					removed: number;
				}[];
			};
			undo_plan_rows: { Args: { chosen: string[] }; Returns: Json };
			vote_for_theme: {
				Args: { dots: number; retrospective: string; theme: string };
				Returns: undefined;
			};
			who_answered_blind: { Args: { round: string }; Returns: string[] };
			who_checked_in: {
				Args: { round: string };
				Returns: {
					answered: number;
					person: string;
				}[];
			};
			who_ranked: { Args: { round: string }; Returns: string[] };
			write_silent_card: {
				Args: { body: string; card: string; retrospective: string; side: string };
				Returns: undefined;
			};
		};
		Enums: {
			[_ in never]: never;
		};
		CompositeTypes: {
			[_ in never]: never;
		};
	};
};

type DatabaseWithoutInternals = Omit<Database, '__InternalSupabase'>;

type DefaultSchema = DatabaseWithoutInternals[Extract<keyof Database, 'public'>];

export type Tables<
	DefaultSchemaTableNameOrOptions extends
		| keyof (DefaultSchema['Tables'] & DefaultSchema['Views'])
		| { schema: keyof DatabaseWithoutInternals },
	TableName extends (DefaultSchemaTableNameOrOptions extends {
		schema: keyof DatabaseWithoutInternals;
	}
		? keyof (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'] &
				DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Views'])
		: never) = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
	? (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'] &
			DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Views'])[TableName] extends {
			Row: infer R;
		}
		? R
		: never
	: DefaultSchemaTableNameOrOptions extends keyof (DefaultSchema['Tables'] & DefaultSchema['Views'])
		? (DefaultSchema['Tables'] & DefaultSchema['Views'])[DefaultSchemaTableNameOrOptions] extends {
				Row: infer R;
			}
			? R
			: never
		: never;

export type TablesInsert<
	DefaultSchemaTableNameOrOptions extends
		keyof DefaultSchema['Tables'] | { schema: keyof DatabaseWithoutInternals },
	TableName extends (DefaultSchemaTableNameOrOptions extends {
		schema: keyof DatabaseWithoutInternals;
	}
		? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables']
		: never) = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
	? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'][TableName] extends {
			Insert: infer I;
		}
		? I
		: never
	: DefaultSchemaTableNameOrOptions extends keyof DefaultSchema['Tables']
		? DefaultSchema['Tables'][DefaultSchemaTableNameOrOptions] extends {
				Insert: infer I;
			}
			? I
			: never
		: never;

export type TablesUpdate<
	DefaultSchemaTableNameOrOptions extends
		keyof DefaultSchema['Tables'] | { schema: keyof DatabaseWithoutInternals },
	TableName extends (DefaultSchemaTableNameOrOptions extends {
		schema: keyof DatabaseWithoutInternals;
	}
		? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables']
		: never) = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
	? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'][TableName] extends {
			Update: infer U;
		}
		? U
		: never
	: DefaultSchemaTableNameOrOptions extends keyof DefaultSchema['Tables']
		? DefaultSchema['Tables'][DefaultSchemaTableNameOrOptions] extends {
				Update: infer U;
			}
			? U
			: never
		: never;

export type Enums<
	DefaultSchemaEnumNameOrOptions extends
		keyof DefaultSchema['Enums'] | { schema: keyof DatabaseWithoutInternals },
	EnumName extends (DefaultSchemaEnumNameOrOptions extends {
		schema: keyof DatabaseWithoutInternals;
	}
		? keyof DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions['schema']]['Enums']
		: never) = never
> = DefaultSchemaEnumNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
	? DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions['schema']]['Enums'][EnumName]
	: DefaultSchemaEnumNameOrOptions extends keyof DefaultSchema['Enums']
		? DefaultSchema['Enums'][DefaultSchemaEnumNameOrOptions]
		: never;

export type CompositeTypes<
	PublicCompositeTypeNameOrOptions extends
		keyof DefaultSchema['CompositeTypes'] | { schema: keyof DatabaseWithoutInternals },
	CompositeTypeName extends (PublicCompositeTypeNameOrOptions extends {
		schema: keyof DatabaseWithoutInternals;
	}
		? keyof DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions['schema']]['CompositeTypes']
		: never) = never
> = PublicCompositeTypeNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
	? DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions['schema']]['CompositeTypes'][CompositeTypeName]
	: PublicCompositeTypeNameOrOptions extends keyof DefaultSchema['CompositeTypes']
		? DefaultSchema['CompositeTypes'][PublicCompositeTypeNameOrOptions]
		: never;

export const Constants = {
	public: {
		Enums: {}
	}
} as const;
