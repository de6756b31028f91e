// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/schemacertificates.h"

namespace store {

namespace {

constexpr const char *certificateTables[] = {
    // History that outlives its station, as station_events.
    R"(CREATE TABLE security_events (
        id {id},
        station TEXT NOT NULL,
        type TEXT NOT NULL,
        severity TEXT NOT NULL,
        time BIGINT NOT NULL,
        received BIGINT NOT NULL,
        tech_info TEXT NOT NULL,
        attention BIGINT,
        acknowledged BIGINT))",
    R"(CREATE INDEX security_events_station ON security_events (station, id))",
    R"(CREATE INDEX security_events_same ON security_events (station, time))",
    R"(CREATE INDEX security_events_attention ON security_events (attention) WHERE attention IS NOT NULL)",

    R"(CREATE TABLE certificates (
        id {id},
        fingerprint TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL,
        station TEXT NOT NULL,
        pem TEXT NOT NULL,
        subject TEXT NOT NULL,
        issuer TEXT NOT NULL,
        serial_number TEXT NOT NULL,
        key TEXT NOT NULL,
        not_before BIGINT NOT NULL,
        not_after BIGINT NOT NULL,
        added BIGINT NOT NULL))",
    R"(CREATE INDEX certificates_serial ON certificates (serial_number))",

    R"(CREATE TABLE certificate_hashes (
        certificate BIGINT NOT NULL REFERENCES certificates (id) ON DELETE CASCADE,
        algorithm TEXT NOT NULL,
        issuer_name TEXT NOT NULL,
        issuer_key TEXT NOT NULL,
        PRIMARY KEY (certificate, algorithm)))",

    R"(CREATE TABLE station_certificates (
        id {id},
        station TEXT NOT NULL REFERENCES stations (id) ON DELETE CASCADE,
        type TEXT NOT NULL,
        certificate BIGINT,
        desired BOOLEAN NOT NULL,
        state TEXT NOT NULL,
        hash_algorithm TEXT NOT NULL,
        issuer_name_hash TEXT NOT NULL,
        issuer_key_hash TEXT NOT NULL,
        serial_number TEXT NOT NULL,
        reported_at BIGINT,
        tried_at BIGINT,
        reason TEXT NOT NULL))",
    R"(CREATE INDEX station_certificates_station ON station_certificates (station, id))",

    R"(CREATE TABLE certificate_stores (
        station TEXT NOT NULL REFERENCES stations (id) ON DELETE CASCADE,
        type TEXT NOT NULL,
        reported_at BIGINT,
        is_asked BOOLEAN NOT NULL,
        unsupported TEXT NOT NULL,
        PRIMARY KEY (station, type)))",

    R"(CREATE TABLE certificate_requests (
        id {id},
        station TEXT NOT NULL REFERENCES stations (id) ON DELETE CASCADE,
        csr TEXT NOT NULL,
        subject TEXT NOT NULL,
        common_name TEXT NOT NULL,
        key TEXT NOT NULL,
        key_fingerprint TEXT NOT NULL,
        state TEXT NOT NULL,
        reason TEXT NOT NULL,
        received BIGINT NOT NULL,
        chain TEXT NOT NULL,
        certificate BIGINT,
        signed_at BIGINT,
        ended_at BIGINT))",
    R"(CREATE INDEX certificate_requests_station ON certificate_requests (station, id))",
    R"(CREATE INDEX certificate_requests_state ON certificate_requests (station, state))",
};

} // namespace

std::span<const char *const> certificateStatements()
{
    return certificateTables;
}

} // namespace store
