// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/schemaplugandcharge.h"

namespace store {

namespace {

constexpr const char *plugAndChargeTables[] = {
    R"(CREATE TABLE contracts (
        emaid_key TEXT PRIMARY KEY,
        emaid TEXT NOT NULL,
        id_tag TEXT NOT NULL,
        status TEXT NOT NULL,
        valid_until BIGINT,
        name TEXT NOT NULL,
        hash_algorithm TEXT NOT NULL,
        issuer_name_hash TEXT NOT NULL,
        issuer_key_hash TEXT NOT NULL,
        serial_number TEXT NOT NULL,
        certificate_answer TEXT NOT NULL,
        last_station TEXT NOT NULL,
        last_seen BIGINT,
        last_status TEXT NOT NULL,
        certificate_status TEXT NOT NULL))",
    R"(CREATE TABLE signing_orders (
        id {id},
        station TEXT NOT NULL REFERENCES stations (id) ON DELETE CASCADE,
        vendor_id TEXT NOT NULL,
        use_of_it TEXT NOT NULL,
        csr TEXT NOT NULL,
        state TEXT NOT NULL,
        reason TEXT NOT NULL,
        tries INTEGER NOT NULL,
        next_try BIGINT,
        chain TEXT NOT NULL,
        command BIGINT,
        received BIGINT NOT NULL,
        ended BIGINT))",
    R"(CREATE INDEX signing_orders_station ON signing_orders (station, id))",
    R"(CREATE INDEX signing_orders_command ON signing_orders (command) WHERE command IS NOT NULL)",
    R"(CREATE INDEX signing_orders_sent ON signing_orders (command) WHERE state = 'signed')",
    R"(CREATE INDEX signing_orders_due ON signing_orders (next_try) WHERE state = 'waiting')",
};

} // namespace

std::span<const char *const> plugAndChargeStatements()
{
    return plugAndChargeTables;
}

} // namespace store
