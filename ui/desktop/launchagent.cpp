// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/launchagent.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

const QString label = u"org.stationmaster.Stationmaster"_s;

} // namespace

QString LaunchAgent::place() const
{
    return QDir(folder_).filePath(label + u".plist"_s);
}

bool LaunchAgent::isOn() const
{
    return QFile::exists(place());
}

bool LaunchAgent::setOn(bool on)
{
    if (!on)
        return !QFile::exists(place()) || QFile::remove(place());
    QString words;
    for (const QString &word : command_)
        words += u"    <string>%1</string>\n"_s.arg(word.toHtmlEscaped());
    QSaveFile file(place());
    if (!QDir().mkpath(folder_) || !file.open(QIODevice::WriteOnly))
        return false;
    file.write(u"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<plist version=\"1.0\">\n<dict>\n  <key>Label</key>\n"
               "  <string>%1</string>\n  <key>RunAtLoad</key>\n  <true/>\n  <key>ProgramArguments</key>\n  <array>\n%2"
               "  </array>\n</dict>\n</plist>\n"_s.arg(label, words)
                   .toUtf8());
    return file.commit();
}

} // namespace ui
