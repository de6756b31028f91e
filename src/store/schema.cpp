// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/schemacertificates.h"
#include "store/schemaplugandcharge.h"
#include "store/schemasites.h"

using namespace Qt::Literals::StringLiterals;

// Never change a step that was released: add one. Times are milliseconds since 1970 UTC. The books
// (transactions, meter values, attention) have no foreign key to stations: they outlive them.
namespace store {

namespace {

constexpr const char *firstSchema[] = {
    R"(CREATE TABLE stations (
        id TEXT PRIMARY KEY,
        id_key TEXT NOT NULL UNIQUE,
        registration TEXT NOT NULL,
        security_profile INTEGER NOT NULL,
        password_hash TEXT NOT NULL,
        description TEXT NOT NULL,
        site TEXT NOT NULL,
        call_timeout_seconds INTEGER NOT NULL,
        zoneless_is_local BOOLEAN NOT NULL,
        tag_suffix TEXT NOT NULL,
        created BIGINT NOT NULL,
        vendor TEXT NOT NULL,
        model TEXT NOT NULL,
        serial TEXT NOT NULL,
        charge_box_serial TEXT NOT NULL,
        firmware_version TEXT NOT NULL,
        iccid TEXT NOT NULL,
        imsi TEXT NOT NULL,
        meter_type TEXT NOT NULL,
        meter_serial TEXT NOT NULL,
        boot_time BIGINT,
        online BOOLEAN NOT NULL,
        connected_at BIGINT,
        last_heard BIGINT,
        remote_address TEXT NOT NULL,
        local_address TEXT NOT NULL,
        subprotocol TEXT NOT NULL,
        node TEXT NOT NULL,
        clock_drift_ms BIGINT))",
    R"(CREATE INDEX stations_node ON stations (node))",

    R"(CREATE TABLE connectors (
        station TEXT NOT NULL REFERENCES stations (id) ON DELETE CASCADE,
        connector INTEGER NOT NULL,
        status TEXT NOT NULL,
        error_code TEXT NOT NULL,
        info TEXT NOT NULL,
        vendor_id TEXT NOT NULL,
        vendor_error_code TEXT NOT NULL,
        status_time BIGINT,
        received BIGINT,
        power_w DOUBLE PRECISION,
        current_a DOUBLE PRECISION,
        voltage_v DOUBLE PRECISION,
        energy_wh DOUBLE PRECISION,
        soc_percent DOUBLE PRECISION,
        meter_time BIGINT,
        sample_time BIGINT,
        PRIMARY KEY (station, connector)))",

    R"(CREATE TABLE status_history (
        id {id},
        station TEXT NOT NULL REFERENCES stations (id) ON DELETE CASCADE,
        connector INTEGER NOT NULL,
        status TEXT NOT NULL,
        error_code TEXT NOT NULL,
        info TEXT NOT NULL,
        vendor_id TEXT NOT NULL,
        vendor_error_code TEXT NOT NULL,
        status_time BIGINT,
        received BIGINT NOT NULL))",
    R"(CREATE INDEX status_history_place ON status_history (station, connector, id))",

    R"(CREATE TABLE id_tags (
        tag_key TEXT PRIMARY KEY,
        tag TEXT NOT NULL,
        status TEXT NOT NULL,
        expiry_date BIGINT,
        parent_id_tag TEXT NOT NULL,
        max_concurrent INTEGER,
        name TEXT NOT NULL,
        stations TEXT NOT NULL))",

    R"(CREATE TABLE seen_tags (
        tag_key TEXT PRIMARY KEY,
        tag TEXT NOT NULL,
        station TEXT NOT NULL,
        first_seen BIGINT NOT NULL,
        last_seen BIGINT NOT NULL,
        count INTEGER NOT NULL))",

    R"(CREATE TABLE transactions (
        id {id32},
        station TEXT NOT NULL,
        connector INTEGER NOT NULL,
        id_tag TEXT NOT NULL,
        id_tag_key TEXT NOT NULL,
        parent_id_tag TEXT NOT NULL,
        started_at BIGINT NOT NULL,
        start_received BIGINT NOT NULL,
        meter_start_wh BIGINT NOT NULL,
        stopped_at BIGINT,
        stop_received BIGINT,
        meter_stop_wh BIGINT,
        energy_wh DOUBLE PRECISION,
        energy_source TEXT NOT NULL,
        stop_reason TEXT NOT NULL,
        stop_id_tag TEXT NOT NULL,
        reservation_id INTEGER,
        status TEXT NOT NULL,
        flags TEXT NOT NULL,
        closed_by TEXT NOT NULL,
        close_reason TEXT NOT NULL,
        began BIGINT NOT NULL,
        meter_from BIGINT NOT NULL,
        meter_until BIGINT))",
    R"(CREATE UNIQUE INDEX transactions_start
        ON transactions (station, connector, started_at, id_tag_key, meter_start_wh))",
    R"(CREATE INDEX transactions_began ON transactions (station, connector, began, id))",
    R"(CREATE INDEX transactions_tag ON transactions (id_tag_key, id))",
    R"(CREATE INDEX transactions_station ON transactions (station, id))",
    R"(CREATE INDEX transactions_open ON transactions (station, connector)
        WHERE stopped_at IS NULL AND closed_by = '')",

    R"(CREATE TABLE meter_values (
        id {logid},
        station TEXT NOT NULL,
        connector INTEGER NOT NULL,
        transaction_id INTEGER REFERENCES transactions (id),
        time BIGINT NOT NULL,
        received BIGINT NOT NULL,
        energy_wh DOUBLE PRECISION,
        power_w DOUBLE PRECISION,
        samples {blob} NOT NULL,
        digest BIGINT NOT NULL))",
    R"(CREATE INDEX meter_values_block ON meter_values ((id / 1024), station, connector))",

    R"(CREATE TABLE attention (
        id {id},
        station TEXT NOT NULL,
        kind TEXT NOT NULL,
        time BIGINT NOT NULL,
        received BIGINT NOT NULL,
        reason TEXT NOT NULL,
        payload {blob} NOT NULL,
        resolved_at BIGINT,
        resolution TEXT NOT NULL))",
    R"(CREATE INDEX attention_station ON attention (station, kind))",

    R"(CREATE TABLE commands (
        id {id},
        station TEXT NOT NULL REFERENCES stations (id) ON DELETE CASCADE,
        action TEXT NOT NULL,
        payload {blob} NOT NULL,
        state TEXT NOT NULL,
        origin TEXT NOT NULL,
        priority INTEGER NOT NULL,
        created BIGINT NOT NULL,
        expires BIGINT,
        sent_at BIGINT,
        finished_at BIGINT,
        answer {blob} NOT NULL,
        error TEXT NOT NULL,
        message_id TEXT NOT NULL,
        outcome TEXT NOT NULL,
        outcome_due BIGINT,
        late BOOLEAN NOT NULL))",
    R"(CREATE INDEX commands_station ON commands (station, id))",
    R"(CREATE INDEX commands_message ON commands (station, message_id) WHERE message_id <> '')",
    R"(CREATE INDEX commands_queued ON commands (station, priority, id) WHERE state = 'queued')",
    R"(CREATE INDEX commands_sent ON commands (station) WHERE state = 'sent')",
    R"(CREATE INDEX commands_due ON commands (outcome_due) WHERE outcome_due IS NOT NULL AND outcome = '')",

    // The two logs that every message writes are indexed in blocks of 1024 rows (store/logblocks.h): an index by
    // station would change a page of its own for each station that sends something.
    R"(CREATE TABLE frames (
        id {logid},
        station TEXT NOT NULL,
        time BIGINT NOT NULL,
        incoming BOOLEAN NOT NULL,
        type INTEGER NOT NULL,
        message_id TEXT NOT NULL,
        action TEXT NOT NULL,
        payload {blob} NOT NULL,
        finding TEXT NOT NULL))",
    R"(CREATE INDEX frames_block ON frames ((id / 1024), station))",

    R"(CREATE TABLE findings (
        id {id},
        station TEXT NOT NULL REFERENCES stations (id) ON DELETE CASCADE,
        first BIGINT NOT NULL,
        last BIGINT NOT NULL,
        count INTEGER NOT NULL,
        code TEXT NOT NULL,
        path TEXT NOT NULL,
        place TEXT NOT NULL,
        text TEXT NOT NULL,
        clause TEXT NOT NULL,
        action TEXT NOT NULL,
        frame_id BIGINT,
        UNIQUE (station, action, code, clause, place)))",

    R"(CREATE TABLE knocks (
        id_key TEXT PRIMARY KEY,
        station_id TEXT NOT NULL,
        reason TEXT NOT NULL,
        remote_address TEXT NOT NULL,
        http_status INTEGER NOT NULL,
        first BIGINT NOT NULL,
        last BIGINT NOT NULL,
        count INTEGER NOT NULL))",
    R"(CREATE INDEX knocks_last ON knocks (last))",

    R"(CREATE TABLE configuration (
        station TEXT NOT NULL REFERENCES stations (id) ON DELETE CASCADE,
        key_folded TEXT NOT NULL,
        key TEXT NOT NULL,
        value TEXT,
        readonly BOOLEAN NOT NULL,
        reported_at BIGINT,
        desired TEXT,
        desired_at BIGINT,
        state TEXT NOT NULL,
        secret BOOLEAN NOT NULL,
        PRIMARY KEY (station, key_folded)))",

    R"(CREATE TABLE station_events (
        id {id},
        station TEXT NOT NULL,
        kind TEXT NOT NULL,
        status TEXT NOT NULL,
        text TEXT NOT NULL,
        time BIGINT NOT NULL,
        received BIGINT NOT NULL))",
    R"(CREATE INDEX station_events_station ON station_events (station, id))",

    R"(CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL))",

    R"(CREATE TABLE nodes (id TEXT PRIMARY KEY, name TEXT NOT NULL, lease_until BIGINT NOT NULL))",
};

constexpr const char *reconciliations[] = {
    R"(CREATE TABLE reconciliations (
        station TEXT NOT NULL REFERENCES stations (id) ON DELETE CASCADE,
        topic TEXT NOT NULL,
        state TEXT NOT NULL,
        paused BOOLEAN NOT NULL,
        difference INTEGER NOT NULL,
        attempts INTEGER NOT NULL,
        fewest INTEGER NOT NULL,
        next_try BIGINT,
        reason TEXT NOT NULL,
        changed BIGINT NOT NULL,
        PRIMARY KEY (station, topic)))",
    R"(CREATE INDEX reconciliations_due ON reconciliations (next_try) WHERE next_try IS NOT NULL)",
};

// Whether a message is parked already is asked for each that cannot be booked.
constexpr const char *attentionIndexes[] = {
    R"(ALTER TABLE attention ADD COLUMN digest BIGINT NOT NULL DEFAULT 0)",
    R"(ALTER TABLE attention ADD COLUMN more INTEGER NOT NULL DEFAULT 0)",
    R"(DROP INDEX attention_station)",
    R"(CREATE INDEX attention_message ON attention (station, kind, digest))",
    R"(CREATE INDEX attention_waiting ON attention (station, kind) WHERE resolved_at IS NULL)",
};

constexpr const char *localListsAndReservations[] = {
    // role: shared (has a name), own (of one station), installed (what a station has, as far as is known).
    R"(CREATE TABLE local_lists (
        id {id},
        role TEXT NOT NULL,
        station TEXT REFERENCES stations (id) ON DELETE CASCADE,
        name TEXT NOT NULL,
        name_key TEXT NOT NULL,
        source TEXT NOT NULL,
        groups TEXT NOT NULL,
        changed BIGINT NOT NULL))",
    R"(CREATE UNIQUE INDEX local_lists_name ON local_lists (name_key) WHERE role = 'shared')",
    R"(CREATE UNIQUE INDEX local_lists_station ON local_lists (station, role) WHERE role <> 'shared')",
    R"(CREATE TABLE local_list_entries (
        list BIGINT NOT NULL REFERENCES local_lists (id) ON DELETE CASCADE,
        tag_key TEXT NOT NULL,
        tag TEXT NOT NULL,
        status TEXT NOT NULL,
        expiry_date BIGINT,
        parent_id_tag TEXT NOT NULL,
        PRIMARY KEY (list, tag_key)))",
    R"(CREATE TABLE station_lists (
        station TEXT PRIMARY KEY REFERENCES stations (id) ON DELETE CASCADE,
        list BIGINT REFERENCES local_lists (id) ON DELETE SET NULL,
        committed INTEGER NOT NULL,
        committed_at BIGINT,
        reported INTEGER,
        reported_at BIGINT,
        refused TEXT NOT NULL,
        unsupported BOOLEAN NOT NULL))",
    R"(CREATE INDEX station_lists_list ON station_lists (list))",
    R"(CREATE INDEX commands_local_list ON commands (station, id) WHERE action = 'SendLocalList')",

    R"(CREATE TABLE reservations (
        id {id},
        station TEXT NOT NULL REFERENCES stations (id) ON DELETE CASCADE,
        reservation_id INTEGER NOT NULL,
        connector INTEGER NOT NULL,
        id_tag TEXT NOT NULL,
        id_tag_key TEXT NOT NULL,
        parent_id_tag TEXT NOT NULL,
        expiry_date BIGINT NOT NULL,
        status TEXT NOT NULL,
        reason TEXT NOT NULL,
        created BIGINT NOT NULL,
        ended BIGINT,
        transaction_id INTEGER))",
    R"(CREATE INDEX reservations_station ON reservations (station, reservation_id, id))",
    R"(CREATE UNIQUE INDEX reservations_active ON reservations (station, reservation_id) WHERE status = 'Active')",
    R"(CREATE INDEX reservations_due ON reservations (expiry_date) WHERE status = 'Active')",
};

// Profiles are OCPP JSON. One row for each place that a station has for a profile (3.13.2): transaction_id is 0 but for a
// TxProfile.
constexpr const char *chargingProfiles[] = {
    R"(CREATE TABLE charging_profiles (
        name_key TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        profile {blob} NOT NULL,
        changed BIGINT NOT NULL))",
    R"(CREATE TABLE station_profiles (
        station TEXT NOT NULL REFERENCES stations (id) ON DELETE CASCADE,
        connector INTEGER NOT NULL,
        purpose TEXT NOT NULL,
        stack_level INTEGER NOT NULL,
        transaction_id BIGINT NOT NULL,
        profile_id INTEGER NOT NULL,
        name_key TEXT NOT NULL,
        desired {blob},
        desired_at BIGINT,
        accepted {blob},
        accepted_at BIGINT,
        state TEXT NOT NULL,
        refusal TEXT NOT NULL,
        tried_at BIGINT,
        PRIMARY KEY (station, connector, purpose, stack_level, transaction_id)))",
    R"(CREATE INDEX station_profiles_name ON station_profiles (name_key))",
    R"(CREATE TABLE composite_schedules (
        station TEXT NOT NULL REFERENCES stations (id) ON DELETE CASCADE,
        connector INTEGER NOT NULL,
        unit TEXT NOT NULL,
        asked_at BIGINT NOT NULL,
        schedule_start BIGINT NOT NULL,
        duration_seconds INTEGER NOT NULL,
        schedule {blob} NOT NULL,
        PRIMARY KEY (station, connector, unit)))",
};

// Files, and what they are for. Received files outlive neither their station nor their retention.
constexpr const char *files[] = {
    R"(CREATE TABLE firmware_images (
        id {id},
        name TEXT NOT NULL UNIQUE,
        version TEXT NOT NULL,
        vendor TEXT NOT NULL,
        model TEXT NOT NULL,
        file TEXT NOT NULL,
        size BIGINT NOT NULL,
        sha256 TEXT NOT NULL,
        signature TEXT NOT NULL,
        signing_certificate TEXT NOT NULL,
        node TEXT NOT NULL,
        created BIGINT NOT NULL))",

    R"(CREATE TABLE firmware_rollouts (
        id {id},
        image BIGINT NOT NULL,
        kind TEXT NOT NULL,
        state TEXT NOT NULL,
        wave INTEGER NOT NULL,
        reason TEXT NOT NULL,
        created BIGINT NOT NULL,
        finished BIGINT))",

    R"(CREATE TABLE firmware_jobs (
        id {id},
        station TEXT NOT NULL REFERENCES stations (id) ON DELETE CASCADE,
        image BIGINT NOT NULL,
        kind TEXT NOT NULL,
        rollout BIGINT,
        wave INTEGER NOT NULL,
        retrieve_date BIGINT NOT NULL,
        install_date BIGINT,
        retries INTEGER,
        retry_interval_seconds INTEGER,
        request_id INTEGER,
        cancel_request_id INTEGER,
        token TEXT NOT NULL,
        command BIGINT,
        state TEXT NOT NULL,
        status TEXT NOT NULL,
        status_time BIGINT,
        progress INTEGER NOT NULL,
        failures INTEGER NOT NULL,
        version_before TEXT NOT NULL,
        reason TEXT NOT NULL,
        created BIGINT NOT NULL,
        sent BIGINT,
        started BIGINT,
        due BIGINT,
        finished BIGINT))",
    R"(CREATE INDEX firmware_jobs_station ON firmware_jobs (station, id))",
    R"(CREATE INDEX firmware_jobs_rollout ON firmware_jobs (rollout) WHERE rollout IS NOT NULL)",
    R"(CREATE INDEX firmware_jobs_open ON firmware_jobs (station) WHERE finished IS NULL)",

    R"(CREATE TABLE station_files (
        id {id},
        station TEXT NOT NULL REFERENCES stations (id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        name TEXT NOT NULL,
        file TEXT NOT NULL,
        size BIGINT NOT NULL,
        command BIGINT,
        request_id INTEGER,
        state TEXT NOT NULL,
        status TEXT NOT NULL,
        status_time BIGINT,
        reason TEXT NOT NULL,
        external BOOLEAN NOT NULL,
        node TEXT NOT NULL,
        created BIGINT NOT NULL,
        expires BIGINT NOT NULL,
        received BIGINT))",
    R"(CREATE INDEX station_files_station ON station_files (station, id))",
    R"(CREATE INDEX station_files_open ON station_files (state) WHERE state IN ('requested', 'accepted'))",

    R"(CREATE TABLE file_links (
        token_hash TEXT PRIMARY KEY,
        direction TEXT NOT NULL,
        station TEXT REFERENCES stations (id) ON DELETE CASCADE,
        image BIGINT,
        station_file BIGINT,
        job BIGINT,
        expires BIGINT NOT NULL,
        max_bytes BIGINT NOT NULL,
        uses_left INTEGER NOT NULL))",
    R"(CREATE INDEX file_links_expires ON file_links (expires))",
};

const Migration steps[] = {
    {1, "first schema"_L1, firstSchema},
    {2, "reconciliations"_L1, reconciliations},
    {3, "attention indexes"_L1, attentionIndexes},
    {4, "local lists and reservations"_L1, localListsAndReservations},
    {5, "charging profiles"_L1, chargingProfiles},
    {6, "files and firmware"_L1, files},
    {7, "certificates and security events"_L1, certificateStatements()},
    {8, "contracts and Plug & Charge"_L1, plugAndChargeStatements()},
    {9, "sites and load balancing"_L1, siteStatements()},
};

} // namespace

std::span<const Migration> migrations()
{
    return steps;
}

} // namespace store
