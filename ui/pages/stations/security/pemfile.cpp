// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/stations/security/pemfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QSaveFile>

namespace ui {
namespace {

constexpr qint64 mostPem = 100'000; // bytes

struct PemFileWords {
    Q_DECLARE_TR_FUNCTIONS(ui::PemFile)
};

} // namespace

tl::expected<QByteArray, QString> readPem(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(file.errorString());
    const QByteArray content = file.read(mostPem + 1);
    if (content.size() > mostPem)
        return tl::unexpected(PemFileWords::tr("it is longer than a chain of certificates. Choose a file in PEM."));
    return content;
}

QString writePem(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit();
    return isWritten ? QString() : file.errorString();
}

} // namespace ui
