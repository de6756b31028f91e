// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/xdgautostart.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

#include <algorithm>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

/// One argument of an Exec key: quoted, and with the escapes of both the quotes and of a key's value.
QString quoted(const QString &argument)
{
    QString text;
    for (const QChar c : argument) {
        if (c == u'%')
            text += u"%%"_s; // else a field code
        else if (c == u'"' || c == u'`' || c == u'$')
            text += u"\\\\"_s + c;
        else if (c == u'\\')
            text += u"\\\\\\\\"_s;
        else
            text += c;
    }
    return u'"' + text + u'"';
}

} // namespace

XdgAutostart::XdgAutostart(const QString &folder, const QStringList &command) : folder_(folder), command_(command) {}

QString XdgAutostart::place() const
{
    return QDir(folder_).filePath(u"stationmaster.desktop"_s);
}

bool XdgAutostart::isOn() const
{
    QFile file(place());
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QList<QByteArray> lines = file.readAll().split('\n');
    const auto says = [&](const char *line) { return lines.contains(QByteArray(line)); };
    return !says("Hidden=true") && !says("X-GNOME-Autostart-enabled=false"); // how desktops switch it off
}

bool XdgAutostart::setOn(bool on)
{
    if (!on)
        return !QFile::exists(place()) || QFile::remove(place());
    QStringList words;
    std::ranges::transform(command_, std::back_inserter(words), quoted);
    QSaveFile file(place());
    if (!QDir().mkpath(folder_) || !file.open(QIODevice::WriteOnly))
        return false;
    file.write("[Desktop Entry]\nType=Application\nName=Stationmaster\nIcon=stationmaster\nTerminal=false\nExec="
               + words.join(u' ').toUtf8() + '\n');
    return file.commit();
}

} // namespace ui
