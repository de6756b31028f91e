// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <tl/expected.hpp>

namespace config {

class SecretStore;

enum class ApiRole { Read, Control }; // Control may do all that Read may

// Who may use the control API. Comparing takes the same time for every token of the same length.
struct ApiToken {
    ApiRole role = ApiRole::Control;
    QByteArray text;
};
using ApiTokens = QList<ApiToken>;

// A file with one token in each line: "TOKEN" and "control:TOKEN" may do everything, "read:TOKEN" may only
// read. Empty lines and lines that begin with "#" do not count. The error says what to do.
tl::expected<ApiTokens, QString> readApiTokens(const QString &filePath);

// The token of this data directory: from `<dataDir>/api-token`, else from the secret store, else made now. Kept in both
// (the file 0600, for stationmasterctl and integrations), whichever program asks. Blocks like the store.
tl::expected<ApiTokens, QString> ownApiTokens(const QString &dataDir, SecretStore &secrets);

// A new token in the place of the old one, in the secret store and in the file. Blocks like the store.
tl::expected<ApiTokens, QString> renewOwnApiToken(const QString &dataDir, SecretStore &secrets);

// `<dataDir>/api-token`
QString apiTokenFile(const QString &dataDir);

} // namespace config
