// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/filesecretstore.h"

#include "config/privatefile.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace config {

using namespace Qt::Literals::StringLiterals;

namespace {

using Secrets = tl::expected<QJsonObject, QString>;

Secrets load(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return QJsonObject();
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(
            u"%1 cannot be read: %2. It must belong to the user who runs this program."_s.arg(
                path, file.errorString()));
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    // Never overwritten: what is in there may still be rescued by hand.
    if (!document.isObject())
        return tl::unexpected(
            u"%1 is damaged. Restore it from a backup, or move it away to begin anew."_s.arg(path));
    return document.object();
}

SecretStore::Written save(const QString &path, const QJsonObject &secrets)
{
    return writePrivateFile(path, QJsonDocument(secrets).toJson());
}

} // namespace

FileSecretStore::FileSecretStore(const QString &filePath) : filePath_(filePath) {}

QFuture<SecretStore::Read> FileSecretStore::read(const QString &name)
{
    const auto found = load(filePath_).map([&name](const QJsonObject &secrets) -> std::optional<QByteArray> {
        if (!secrets.contains(name))
            return std::nullopt;
        return QByteArray::fromBase64(secrets.value(name).toString().toLatin1());
    });
    return QtFuture::makeReadyFuture(Read(found));
}

QFuture<SecretStore::Written> FileSecretStore::write(const QString &name, const QByteArray &secret)
{
    const auto written = load(filePath_).and_then([&](QJsonObject secrets) {
        secrets.insert(name, QString::fromLatin1(secret.toBase64()));
        return save(filePath_, secrets);
    });
    return QtFuture::makeReadyFuture(Written(written));
}

QFuture<SecretStore::Written> FileSecretStore::remove(const QString &name)
{
    const auto written = load(filePath_).and_then([&](QJsonObject secrets) {
        secrets.remove(name);
        return save(filePath_, secrets);
    });
    return QtFuture::makeReadyFuture(Written(written));
}

} // namespace config
