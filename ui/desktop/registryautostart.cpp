// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/registryautostart.h"

#include <QDir>
#include <QSettings>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

const QString runKey = uR"(HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Run)"_s;
constexpr auto valueName = "Stationmaster"_L1;

} // namespace

QString RegistryAutostart::place() const
{
    return runKey;
}

bool RegistryAutostart::isOn() const
{
    return QSettings(runKey, QSettings::NativeFormat).contains(valueName);
}

bool RegistryAutostart::setOn(bool on)
{
    QSettings run(runKey, QSettings::NativeFormat);
    QStringList words;
    for (const QString &word : command_)
        words.append(u'"' + QDir::toNativeSeparators(word) + u'"');
    if (on)
        run.setValue(valueName, words.join(u' '));
    else
        run.remove(valueName);
    run.sync();
    return run.status() == QSettings::NoError;
}

} // namespace ui
