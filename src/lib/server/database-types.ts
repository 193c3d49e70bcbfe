export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[];

export type Database = {
	public: {
		Tables: {
			action_items: {
				Row: {
					captured_at: string;
					captured_by: string | null;
					done_at: string | null;
					due_on: string | null;
					hot_item_id: string | null;
					id: string;
					meeting_id: string | null;
					note_id: string | null;
					owner_id: string | null;
					segment_id: string | null;
					team_id: string;
					title: string;
				};
				ComputedFields: never;
				Insert: {
					captured_at: string;
					captured_by?: string | null;
					done_at?: string | null;
					due_on?: string | null;
					hot_item_id?: string | null;
					id: string;
					meeting_id?: string | null;
					note_id?: string | null;
					owner_id?: string | null;
					segment_id?: string | null;
					team_id: string;
					title: string;
				};
				Update: {
					captured_at?: string;
					captured_by?: string | null;
					done_at?: string | null;
					due_on?: string | null;
					hot_item_id?: string | null;
					id?: string;
					meeting_id?: string | null;
					note_id?: string | null;
					owner_id?: string | null;
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
					team_id: string;
				};
				ComputedFields: never;
				Insert: {
					action_id: string;
					done: boolean;
					meeting_id: string;
					note?: string;
					reviewed_by?: string | null;
					team_id: string;
				};
				Update: {
					action_id?: string;
					done?: boolean;
					meeting_id?: string;
					note?: string;
					reviewed_by?: string | null;
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
			agenda_segments: {
				Row: {
					id: string;
					kind: string;
					meeting_id: string;
					planned_minutes: number;
					position: number;
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
			decisions: {
				Row: {
					captured_at: string;
					captured_by: string | null;
					hot_item_id: string | null;
					id: string;
					meeting_id: string;
					note_id: string | null;
					owner_id: string | null;
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
					segment_id?: string | null;
					team_id?: string;
					title?: string;
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
			insights: {
				Row: {
					captured_at: string;
					captured_by: string | null;
					hot_item_id: string | null;
					id: string;
					meeting_id: string;
					note_id: string | null;
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
			people: {
				Row: {
					asked_by_mail: boolean;
					created_at: string;
					email: string;
					id: string;
					name: string;
					time_zone: string;
				};
				ComputedFields: never;
				Insert: {
					asked_by_mail?: boolean;
					created_at?: string;
					email: string;
					id: string;
					name: string;
					time_zone?: string;
				};
				Update: {
					asked_by_mail?: boolean;
					created_at?: string;
					email?: string;
					id?: string;
					name?: string;
					time_zone?: string;
				};
				Relationships: [];
			};
			priorities: {
				Row: {
					created_at: string;
					ended_at: string | null;
					id: string;
					owner_id: string | null;
					position: number;
					team_id: string;
					title: string;
				};
				ComputedFields: never;
				Insert: {
					created_at?: string;
					ended_at?: string | null;
					id?: string;
					owner_id?: string | null;
					position?: number;
					team_id: string;
					title: string;
				};
				Update: {
					created_at?: string;
					ended_at?: string | null;
					id?: string;
					owner_id?: string | null;
					position?: number;
					team_id?: string;
					title?: string;
				};
				Relationships: [
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
			series: {
				Row: {
					asks_at: string;
					asks_days_before: number | null;
					created_at: string;
					ended_at: string | null;
					facilitator_id: string | null;
					format_id: string;
					id: string;
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
					created_at: string;
					id: string;
					name: string;
					terms: NonNullable<Json>;
					workspace_id: string;
				};
				ComputedFields: never;
				Insert: {
					created_at?: string;
					id?: string;
					name: string;
					terms?: NonNullable<Json>;
					workspace_id: string;
				};
				Update: {
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
			answer_check_in: {
				Args: { answers: string; of_cycle: string; of_week: string };
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
			create_workspace: { Args: { team_name: string; workspace_name: string }; Returns: string };
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
			open_next_cycle: {
				Args: {
					called: string;
					first_day: string;
					hot: Json;
					last_day: string;
					retrospective: string;
				};
				Returns: string;
			};
			raise_blocker: {
				Args: { due: string; key_result: string; kind: string; next_action: string; owner: string };
				Returns: boolean;
			};
			rate_meeting: {
				Args: { improvement: string; meeting: string; rating: number };
				Returns: undefined;
			};
			read_left_items: { Args: { of_team: string; since: string }; Returns: Json };
			read_scorecard: { Args: { of_team: string; today: string }; Returns: Json };
			recall_answered: { Args: { round: string }; Returns: string[] };
			reveal_check_in: { Args: { round: string }; Returns: boolean };
			reveal_recall: { Args: { round: string }; Returns: boolean };
			start_recall: { Args: { team: string }; Returns: string };
			vote_for_theme: {
				Args: { dots: number; retrospective: string; theme: string };
				Returns: undefined;
			};
			who_checked_in: {
				Args: { round: string };
				Returns: {
					answered: number;
					person: string;
				}[];
			};
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
