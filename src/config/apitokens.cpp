// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/apitokens.h"

#include "config/password.h"
#include "config/privatefile.h"
#include "config/secretstore.h"

#include <QDir>
#include <QFile>

namespace config {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto secretName = "api-token"_L1;

ApiToken parseToken(const QByteArray &line)
{
    if (line.startsWith("read:"))
        return {ApiRole::Read, line.sliced(5)};
    return {ApiRole::Control, line.startsWith("control:") ? line.sliced(8) : line};
}

// A token travels in one header line: visible ASCII only (RFC 6750, 2.1).
bool isLegal(const ApiToken &token)
{
    return !token.text.isEmpty()
           && std::ranges::all_of(token.text, [](char c) { return c > 0x20 && c < 0x7f; });
}

// What the last program that ran here wrote: the window has a keyring, the daemon has none, and both must know the
// same token.
std::optional<QByteArray> writtenToken(const QString &dataDir)
{
    const auto tokens = readApiTokens(apiTokenFile(dataDir));
    const bool isOurs = tokens && tokens->size() == 1 && tokens->first().role == ApiRole::Control;
    return isOurs ? std::optional(tokens->first().text) : std::nullopt;
}

tl::expected<QByteArray, QString> newTokenIn(SecretStore &secrets)
{
    const QByteArray made = randomToken();
    const SecretStore::Written written = secrets.write(secretName, made).result();
    if (!written)
        return tl::unexpected(written.error());
    return made;
}

tl::expected<QByteArray, QString> tokenOf(const QString &dataDir, SecretStore &secrets)
{
    const SecretStore::Read kept = secrets.read(secretName).result();
    if (const auto written = writtenToken(dataDir)) {
        if (!kept || *kept != written)
            secrets.write(secretName, *written).waitForFinished(); // if it cannot: the file has it
        return *written;
    }
    if (!kept)
        return tl::unexpected(kept.error());
    if (*kept && !(*kept)->isEmpty())
        return **kept;
    return newTokenIn(secrets);
}

tl::expected<ApiTokens, QString> publish(const QString &dataDir, const QByteArray &token)
{
    const auto written = writePrivateFile(apiTokenFile(dataDir), token + '\n');
    if (!written)
        return tl::unexpected(written.error());
    return ApiTokens{{ApiRole::Control, token}};
}

} // namespace

tl::expected<ApiTokens, QString> readApiTokens(const QString &filePath)
{
    QFile file(filePath);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(u"The file with the API tokens, %1, cannot be read: %2. Check its name and its "
                              "permissions."_s.arg(filePath, file.errorString()));
    ApiTokens tokens;
    for (const QByteArray &line : file.readAll().split('\n')) {
        const QByteArray trimmed = line.trimmed();
        if (trimmed.isEmpty() || trimmed.startsWith('#'))
            continue;
        tokens += parseToken(trimmed);
        if (!isLegal(tokens.last()))
            return tl::unexpected(u"%1 has a line that is not an API token. Write TOKEN, control:TOKEN or "
                                  "read:TOKEN, without blanks."_s.arg(filePath));
    }
    if (tokens.isEmpty())
        return tl::unexpected(u"%1 contains no API token. Write one in a line of its own."_s.arg(filePath));
    return tokens;
}

tl::expected<ApiTokens, QString> ownApiTokens(const QString &dataDir, SecretStore &secrets)
{
    return tokenOf(dataDir, secrets).and_then([&](const QByteArray &token) { return publish(dataDir, token); });
}

tl::expected<ApiTokens, QString> renewOwnApiToken(const QString &dataDir, SecretStore &secrets)
{
    return newTokenIn(secrets).and_then([&](const QByteArray &token) { return publish(dataDir, token); });
}

QString apiTokenFile(const QString &dataDir)
{
    return QDir(dataDir).filePath(secretName);
}

} // namespace config
