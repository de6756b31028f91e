// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/schemasites.h"

namespace store {

namespace {

// site_limits outlive membership: what a station was told counts until it is told otherwise.
constexpr const char *siteTables[] = {
    R"(CREATE TABLE sites (
        name_key TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        next_look BIGINT NOT NULL))",
    R"(CREATE TABLE site_fuses (
        site TEXT NOT NULL REFERENCES sites (name_key) ON DELETE CASCADE,
        name TEXT NOT NULL,
        position INTEGER NOT NULL,
        parent TEXT NOT NULL,
        limit_l1_a DOUBLE PRECISION NOT NULL,
        limit_l2_a DOUBLE PRECISION NOT NULL,
        limit_l3_a DOUBLE PRECISION NOT NULL,
        base_l1_a DOUBLE PRECISION NOT NULL,
        base_l2_a DOUBLE PRECISION NOT NULL,
        base_l3_a DOUBLE PRECISION NOT NULL,
        meter_station TEXT NOT NULL,
        PRIMARY KEY (site, name)))",
    R"(CREATE TABLE site_members (
        station TEXT PRIMARY KEY REFERENCES stations (id) ON DELETE CASCADE,
        site TEXT NOT NULL REFERENCES sites (name_key) ON DELETE CASCADE,
        fuse TEXT NOT NULL,
        phases TEXT NOT NULL,
        priority INTEGER NOT NULL,
        minimum_a DOUBLE PRECISION NOT NULL,
        maximum_a DOUBLE PRECISION NOT NULL,
        wanted_fallback_a DOUBLE PRECISION,
        fallback_a DOUBLE PRECISION NOT NULL,
        draws_evenly BOOLEAN NOT NULL,
        voltage DOUBLE PRECISION NOT NULL,
        refusal TEXT NOT NULL,
        refusals INTEGER NOT NULL,
        next_try BIGINT,
        raised_at BIGINT,
        raised_from_a DOUBLE PRECISION NOT NULL,
        needs_clearing BOOLEAN NOT NULL,
        clear_command BIGINT NOT NULL))",
    R"(CREATE INDEX site_members_site ON site_members (site))",
    R"(CREATE TABLE site_limits (
        id {id},
        station TEXT NOT NULL REFERENCES stations (id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        amps DOUBLE PRECISION NOT NULL,
        valid_until BIGINT,
        margin_ms BIGINT NOT NULL,
        command BIGINT NOT NULL,
        acknowledged BOOLEAN NOT NULL,
        doubted BOOLEAN NOT NULL,
        level INTEGER NOT NULL))",
    R"(CREATE INDEX site_limits_station ON site_limits (station))",
    R"(CREATE TABLE site_cars (
        station TEXT NOT NULL REFERENCES site_members (station) ON DELETE CASCADE,
        connector INTEGER NOT NULL,
        demand TEXT NOT NULL,
        share_a DOUBLE PRECISION NOT NULL,
        since BIGINT NOT NULL,
        reason TEXT NOT NULL,
        fuse TEXT NOT NULL,
        phase INTEGER NOT NULL,
        PRIMARY KEY (station, connector)))",
    R"(CREATE TABLE site_flows (
        station TEXT NOT NULL REFERENCES stations (id) ON DELETE CASCADE,
        connector INTEGER NOT NULL,
        l1_a DOUBLE PRECISION NOT NULL,
        l2_a DOUBLE PRECISION NOT NULL,
        l3_a DOUBLE PRECISION NOT NULL,
        measured_at BIGINT NOT NULL,
        named INTEGER NOT NULL,
        most_a DOUBLE PRECISION,
        most_since BIGINT,
        PRIMARY KEY (station, connector)))",
    R"(CREATE TABLE site_bases (
        site TEXT NOT NULL REFERENCES sites (name_key) ON DELETE CASCADE,
        fuse TEXT NOT NULL,
        l1_a DOUBLE PRECISION NOT NULL,
        l2_a DOUBLE PRECISION NOT NULL,
        l3_a DOUBLE PRECISION NOT NULL,
        known_at BIGINT NOT NULL,
        PRIMARY KEY (site, fuse)))",
    // The window's book of sessions is in the order of their starts.
    R"(CREATE INDEX transactions_started ON transactions (started_at, id))",
    // Those whose secrets are to be forgotten.
    R"(CREATE INDEX commands_unanswered ON commands (finished_at)
        WHERE action = 'ChangeConfiguration' AND state IN ('timeout', 'unknown'))",
    // Of a station that was told a hundred thousand things the few of one kind, and the few that are still followed: asked
    // for with every message.
    R"(DROP INDEX commands_local_list)",
    R"(CREATE INDEX commands_action ON commands (station, action, id))",
    R"(CREATE INDEX commands_awaiting ON commands (station, id) WHERE outcome_due IS NOT NULL AND outcome = '')",
    // Which keys are secret is known by their names.
    R"(ALTER TABLE configuration DROP COLUMN secret)",
};

} // namespace

std::span<const char *const> siteStatements()
{
    return siteTables;
}

} // namespace store
